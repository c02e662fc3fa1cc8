"""The letters by situation: what happened, then each letter with its recipient, its date, and why it is not made now.

What is in the list and when it is refused comes from rules/correspondence. A letter of another page is opened there.
"""

import streamlit as st

from pages.parts import asking_more, claim_letters, details, dispute_letter, late_report, look, offer, reports, session, when
from pages.parts.write_at import LIST, PLACE, go
from qme_guide.case import Report
from qme_guide.rules import correspondence as rules
from qme_guide.rules.dates import WORKER, Row, dates

ABOUT = "write.about"
# The way to a report of a QME that is not noted yet.
_NOTE = "note"
HERE = {"late-report": late_report.screen, "claim-file": claim_letters.claim_file, "ur-complaint-sheet": claim_letters.complaint}
OF_REPORT = {"supplemental-request": asking_more.screen, "dispute-letter": dispute_letter.screen}
CHOOSE = {"late-report": late_report.choose, "supplemental-request": asking_more.choose, "dispute-letter": dispute_letter.choose}


def screen() -> None:
    """What is open: a screen of details, a question, a letter of this page, or the list."""
    name = session.place(PLACE, LIST)
    if name in details.DETAILS:
        details.question(PLACE, name, go, details.came_from(PLACE, LIST))
    elif name == late_report.CAME and session.case().exams:
        late_report.ask_came()
    elif name == asking_more.QUESTION and _report():
        asking_more.ask_question()
    elif name in HERE and _open(name):
        HERE[name]()
    elif name in OF_REPORT and _report() and _open(name):
        OF_REPORT[name](asking_more.current() if name == asking_more.NAME else _report())
    else:
        _list()


def _open(name: str) -> bool:
    """Who has this letter open sees it, and there why it is not made."""
    return rules.refused(rules.KINDS[name], session.case(), session.law(), session.today()) not in ("no_report", "no_exam")


def _report() -> Report | None:
    """The report that the page is about."""
    known = session.case().reports
    return known[reports.at()] if known else None


def _list() -> None:
    """What happened, and the letters for it."""
    words = session.words()
    look.show(look.paragraph(words.say("write.intro")))
    chosen = st.radio(words.say("write.what"), rules.SITUATIONS, index=_about(), format_func=lambda one: words.say(f"write.about_{one}"), key="write.what")
    if chosen != rules.SITUATIONS[_about()]:
        session.note(ABOUT, chosen)
    rows = dates(session.case(), session.law(), session.today())
    told: set[str] = set()
    for kind in rules.EVERY:
        if kind.about == chosen:
            told |= {_kind(kind, rows, told)} - {""}
    offer.save()


def _about() -> int:
    """The group that is open."""
    return rules.SITUATIONS.index(session.place(ABOUT, rules.REPORT))


def _kind(kind: rules.Kind, rows: tuple[Row, ...], told: set[str]) -> str:
    """One letter: its situation, its name, to whom and by when, or why not now; and the way to it.

    A way that helps first stands once, at the first letter that needs it: `told` holds those above; gives back its own.
    """
    words, case = session.words(), session.case()
    why = rules.refused(kind, case, session.law(), session.today())
    with st.container(key=f"card-{kind.name}", gap="small"):
        look.subheading(words.say(f"write.case_{kind.name}"))
        look.show(look.paragraph(f"**{words.say(f'paper.{kind.name}')}.** {_recipients(kind)}"))
        if why:
            look.show(look.notice(words.say(f"write.why_{why}"), "wait", word=words.say("write.not_now")))
        elif not kind.sheet:
            look.show(look.paragraph(_date(kind, rows), soft=True))
        helps = why if why and why not in _explained(kind) else ""
        way = _NOTE if helps == rules.correction.NOT_QME else rules.WAYS[helps] if helps else ""
        if way == _NOTE and way not in told:
            _note(kind)
        elif way not in told:
            _way(kind, way or kind.page, bool(why))
    return way


def _note(kind: rules.Kind) -> None:
    """The way where only a doctor's report is noted: the QME's is noted, and read."""
    if st.button(session.words().say("write.note_report"), key=f"open.{kind.name}", type="tertiary", width="stretch"):
        reports.add(more=True)
        st.switch_page(offer.page("report"))


def _explained(kind: rules.Kind) -> tuple[str, ...]:
    """The reasons that the letter's own screen tells in full."""
    return tuple(one for one in rules.WAYS if one not in ("no_report", "no_exam", rules.correction.NOT_QME)) if kind.page == PLACE else ()


def _way(kind: rules.Kind, page: str, closed: bool) -> None:
    """The button: to the letter's own screen, to the page where it is made, or to the one that helps first; quiet while it is closed."""
    words, look_of = session.words(), "tertiary" if closed else "secondary"
    own = words.say("write.see_why" if closed else "write.open", title=words.say(f"paper.{kind.name}"))
    label = own if page == kind.page else words.say("write.way", page=words.say(f"nav.{page}"))
    if page == PLACE:
        st.button(label, key=f"open.{kind.name}", on_click=_begin, args=(kind.name,), type=look_of, width="stretch")
    elif st.button(label, key=f"open.{kind.name}", type=look_of, width="stretch"):
        st.switch_page(offer.page(page))


def _begin(name: str) -> None:
    """Open a letter of this page, with the exam or the report that it is for."""
    if name in CHOOSE:
        CHOOSE[name]()
    go(name)


def _recipients(kind: rules.Kind) -> str:
    """To whom, who else gets it, and whether it may go to the QME."""
    words = session.words()
    if kind.sheet:
        return words.say("write.own")
    told = [words.say("write.to", names=_names(kind.to))]
    told += [words.say("write.copy", names=_names(kind.served))] if kind.served and kind.qme != rules.AFTER_WAIT else []
    return " ".join((*told, *([words.say(f"write.qme_{kind.qme}")] if kind.qme != rules.NEVER else [])))


def _names(to: tuple[str, ...]) -> str:
    return "; ".join(session.words().say(f"write.to_{one}") for one in to)


def _date(kind: rules.Kind, rows: tuple[Row, ...]) -> str:
    """By when, from the clocks of what it was not sent about; that it was sent; what to do once it is past; that there is none."""
    words, went = session.words(), rules.sent(kind, session.case())
    row = next((row for row in rows if row.deadline.rule in kind.rules and row.deadline.safe and row.about not in went), None)
    if went and row is None:
        return words.say("write.sent_on", day=max(went.values()))
    if row is None:
        return words.say("write.date_unknown" if kind.rules else "write.date_none")
    deadline = row.deadline
    if deadline.kind == WORKER and when.overdue(deadline) and deadline.rule not in session.law().practice.keeps_its_date:
        return when.past(row)
    return words.say("write.date", label=words.clock(deadline.rule, "label"), day=deadline.safe, near=when.near(deadline.safe))
