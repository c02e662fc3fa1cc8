"""The letter about what is wrong in a report, and sending it: its files, its papers as one file, the proof of mailing, the log.

It knows where its letter stands on the page. It goes to the claims administrator, and never to a QME.
"""

from functools import partial

import streamlit as st

from pages.parts import details, letters, look, making, offer, one_paper, piles, reports, sendlog, session, uploads
from pages.parts.making import Recipe
from qme_guide import bundle
from qme_guide.case import Letter, Report
from qme_guide.documents.catalog import PAPERS, Paper
from qme_guide.documents.dispute_letter import NAME, dispute_letter, dispute_proof
from qme_guide.documents.error_table import is_long
from qme_guide.documents.matter import SENT_LANGUAGE
from qme_guide.documents.record_names import listed_name
from qme_guide.packet import Progress
from qme_guide.rules import disputing as rules
from qme_guide.rules import errors

START, CHECK, LETTER, SEND = "start", "check", "letter", "send"
WALKS = "{}.walk"
ASK, WISH, REPORT, DOCTOR = "ask", "wish", "report", "doctor"
PROOF, MADE = "proof-of-service", "dispute"
TO = (rules.ADMINISTRATOR, rules.DOCTOR)


def place(report: Report) -> str:
    """Under which word the screen remembers where this report's letter is."""
    return f"{NAME}.{report.id}"


def go(report: Report, name: str) -> None:
    """Open a step or a question of this letter."""
    letters.stop()
    session.note("line", None)
    session.go(place(report), name)


def open_(report: Report, name: str) -> None:
    """One screen of questions, to come straight back to the check."""
    session.note(WALKS.format(place(report)), None)
    go(report, name)


def holder(report: Report) -> Letter:
    """Whose papers they are, where the screens of pages ask for a letter: records belong to nobody's letter, so only the id counts."""
    return Letter(id=report.id)


def log(report: Report) -> sendlog.Log:
    """The log of this letter, among the letters about this report."""
    return sendlog.Log(report.id, reports.path("sendings"), TO, wrote=NAME)


def letter(report: Report) -> None:
    """The letter itself: what it names and why, its files, and to read."""
    words, case = session.words(), session.case()
    look.heading(words.say("dispute_letter.letter_title"))
    look.show(look.paragraph(words.say("dispute_letter.read_all")), *_law(report))
    if is_long(offer.matter(SENT_LANGUAGE), report):
        look.show(look.paragraph(words.say("dispute_letter.long")))
    if names := "; ".join(listed_name(one, words) for one in errors.missing_records(case, report)):
        look.show(look.paragraph(words.say("dispute_letter.not_kept", names=names)))
    paper = Paper(NAME, partial(dispute_letter, report=report), PAPERS[NAME].sent)
    details.letter(paper, partial(open_, report), bool(report.errors or report.disputing.asks))
    offer.paper(paper, None)
    _ways(report, ("dispute_letter.to_send", SEND), ("dispute_letter.to_check", CHECK))


def _law(report: Report) -> list[str]:
    """Which rule the letter names and why, with its source; or why none."""
    words, fact = session.words(), session.law().facts[rules.FACT]
    if not rules.to_look_into(session.case(), report):
        return [look.paragraph(words.say("dispute_letter.law_out"))]
    source = words.say("card.source", citation=fact.citation, as_of=fact.as_of)
    return [look.paragraph(words.say("dispute_letter.law_in")), look.paragraph(source, soft=True)]


def screen(report: Report) -> None:
    """The papers that go along, how to send it, the proof of mailing, the log, and what comes next."""
    own = log(report)
    look.heading(session.words().say("dispute_letter.send_title"))
    _papers(report)
    details.sending(own, "pages/report_dispute_send", "pages/report_dispute_next", ("dispute_letter.to_sent", "sent"))
    offer.paper(Paper(PROOF, partial(dispute_proof, report=report), PAPERS[NAME].sent), None)
    _ways(report, ("dispute_letter.to_show", LETTER), ("dispute_letter.to_check", CHECK))


def _ways(report: Report, *ways: tuple[str, str]) -> None:
    """The buttons to other steps, and keeping the answers."""
    for key, name in ways:
        st.button(session.words().say(key), key=key, on_click=go, args=(report, name), width="stretch")
    offer.save()


def _papers(report: Report) -> None:
    """Each paper that the rows name with the way to its pages; when all pages are here, one file with the letter."""
    words, found = session.words(), rules.enclosed(session.case(), report)
    look.subheading(words.say("dispute_letter.group_papers"))
    if not found:
        look.show(look.paragraph(words.say("dispute_letter.no_papers"), soft=True))
        return
    for one in found:
        name = piles.RECORD + one.id
        here, called = piles.pages(name, holder(report)), listed_name(one, words)
        label = words.say("evaluator.see_pages" if here else "evaluator.add_pages", name=called)
        st.button(label, key=f"pages.{one.id}", type="tertiary", on_click=one_paper.open_paper, args=(name, holder(report)))
    lacking = [listed_name(one, words) for one in found if not piles.pages(piles.RECORD + one.id, holder(report))]
    if lacking:
        look.show(look.notice(words.say("dispute_letter.lacking", names="; ".join(lacking)), "next"))
    else:
        making.offer(_recipe(report), holder(report))


def _recipe(report: Report) -> Recipe:
    """How the file is made, from the answers, the day and the pages as they lie when it is made."""
    matter, names = offer.matter(SENT_LANGUAGE), {one.id: piles.RECORD + one.id for one in rules.enclosed(session.case(), report)}

    def made(tell: Progress) -> bytes:
        return bundle.dispute_packet(matter, report, {one: uploads.files(paper, holder(report)) for one, paper in names.items()}, tell)

    pages = repr({one: piles.pages(paper, holder(report)) for one, paper in names.items()})
    inputs = session.case().model_dump_json(), report.id, session.today().isoformat(), pages
    return Recipe(MADE, f"{NAME}.pdf", made, [text.encode() for text in inputs])
