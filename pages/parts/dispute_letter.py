"""The letter to the claims administrator about what is wrong in a report: what it asks, the check of the answers, the letter.

It decides nothing: which rows and papers go in and what is named comes from rules/disputing. A letter with an attorney or
behind an exit is refused by the page that shows this screen.
"""

from functools import partial

import streamlit as st

from pages.parts import (
    ask, check_letter, details, dispute_papers, dispute_send, error_row, error_rows, look, offer, one_paper, reports, sendlog, session, show, tone, undo,
    write_at,
)  # fmt: skip
from pages.parts.dispute_send import ASK, CHECK, DOCTOR, FROM, LETTER, REPORT, SEND, START, WALKS, WISH, go, log, open_, place
from qme_guide.case import Disputing, Report
from qme_guide.documents.error_table import told_rows
from qme_guide.rules import disputing as rules
from qme_guide.rules.objection import QME, TREATING

# From the first questions on, each leads to the next one; a change leads back to the check.
WALK = {START: ASK, ASK: WISH, WISH: CHECK}
BEFORE = {ASK: START, WISH: ASK, DOCTOR: WISH}
OWN = {QME: ("report_dispute_qme", "correct"), TREATING: ("report_dispute_treating", "objection")}


def choose() -> None:
    """Before the letter opens: the last report in which something is wrong, when in the chosen one nothing is."""
    known = session.case().reports
    wrong = [at for at, one in enumerate(known) if one.errors]
    if wrong and not known[reports.at()].errors:
        session.note("report", wrong[-1])


def screen(report: Report) -> None:
    """What is open: a row, the pages of a paper, a line of the log, a question, or a step of this report's letter."""
    name, holder = session.place(place(report), CHECK if _begun(report) else START), dispute_papers.holder(report)
    if error_row.asking(report):
        error_row.question(report)
    elif opened := one_paper.opened(holder):
        one_paper.show(opened, holder)
    elif sendlog.writing(log(report)):
        sendlog.form(log(report))
    elif name in _screens():
        _question(report, name)
    else:
        {START: _start, CHECK: _check, LETTER: dispute_send.letter, SEND: dispute_send.screen}[name](report)


def _begun(report: Report) -> bool:
    return report.disputing != Disputing() or bool(rules.lines(report))


def _screens() -> dict[str, tuple[str, ...]]:
    """Every question screen of the letter, with its paths."""
    own = {ASK: ("disputing.asks",), WISH: ("disputing.reply_by", "disputing.copy_doctor"), REPORT: ("author", "specialty", "printed_on", "received_on")}
    asked = {name: tuple(map(reports.path, fields)) for name, fields in own.items()}
    return {**asked, DOCTOR: ("doctor.name", "doctor.address"), **details.DETAILS}


def _titles() -> dict[str, str]:
    """Each screen in a few words."""
    words = session.words()
    own = {ASK: "short_asks", WISH: "group_wish", REPORT: "group_report", DOCTOR: "group_doctor"}
    return {name: words.say(f"dispute_letter.{key}") for name, key in own.items()} | {name: words.say(f"denial.{name}") for name in details.DETAILS}


def _question(report: Report, name: str) -> None:
    """One screen of questions; then the next one, or back to the check it was opened from."""
    paths = _screens()[name]
    title = _titles()[name] if paths[1:] else ""
    went = ask.screen(f"{place(report)}.{name}", paths, optional=True, title=title, skip=session.words().say("ask.skip_it"))
    if name == ASK:
        tone.told(*paths)
    if went:
        go(report, _next(report, name, went))
        st.rerun()


def _next(report: Report, name: str, went: str) -> str:
    """To the doctor's address when a copy goes there and it is missing; in the walk to the next question; else back."""
    doctor, copy = session.case().doctor, session.case().answer(reports.path("disputing.copy_doctor"))
    if name == WISH and went == ask.ON and copy == "yes" and not (doctor.name and doctor.address):
        return DOCTOR
    if session.place(WALKS.format(place(report))):
        return (WALK if went == ask.ON else BEFORE).get(name, CHECK)
    return str(session.place(FROM.format(place(report)), CHECK))


def _walk(report: Report) -> None:
    """The first questions, one after the other."""
    session.note(WALKS.format(place(report)), True)
    go(report, ASK)


def _start(report: Report) -> None:
    """What the letter does and does not, which paper comes before it, and the first question."""
    words, rows = session.words(), told_rows(report)
    _head()
    look.show(show.passage("pages/report_dispute_intro"))
    if report.kind in OWN:
        passage, page = OWN[report.kind]
        told = words.passages[f"pages/{passage}"]
        look.show(look.card(f"<h3>{look.words(told.title)}</h3>", look.paragraphs(told.paragraphs), tone="soon"))
        offer.step(words.say(f"nav.{page}"), page)
    key = "dispute_letter.rows" if rows else "dispute_letter.no_rows"
    look.show(look.paragraph(words.say(key, count=len(rows))))
    if not rows:
        offer.step(words.say("dispute_letter.to_report"), "report", primary=True)
    st.button(words.say("dispute_letter.begin"), key="begin", on_click=_walk, args=(report,), type="primary" if rows else "secondary", width="stretch")


def _head() -> None:
    look.heading(session.words().say("dispute_letter.title"))
    write_at.back()
    reports.choose()
    undo.offer("report", reports.path("errors"))


def _check(report: Report) -> None:
    """Every answer with a way to change it, the points, and what the letter still lacks."""
    words, screens, titles = session.words(), _screens(), _titles()
    _head()
    if any(one.result != "failed" for one in rules.lines(report)):
        look.show(look.notice(words.say("dispute_letter.sent"), "done", word=words.say("state.done")))
    look.subheading(words.say("dispute_letter.check_title"))
    look.show(look.paragraph(words.say("dispute_letter.check_help")), *_lacks(report))
    dispute_send.decide(report)
    letter = (ASK, WISH, *((DOCTOR,) if report.disputing.copy_doctor == "yes" else ()))
    groups = {"group_letter": letter, "group_report": (REPORT,), "group_whose": tuple(details.DETAILS)}
    for title, names in groups.items():
        check_letter.group(words.say(f"dispute_letter.{title}"), {name: screens[name] for name in names}, partial(open_, report), titles)
        if ASK in names:
            tone.told(*screens[ASK])
    error_rows.section(report)
    _button("dispute_letter.to_letter", report, LETTER, "primary")
    offer.save()


def _lacks(report: Report) -> list[str]:
    """What is worth knowing before the letter: what it asks is missing, a day that is past, rows that say nothing, no address."""
    words, asked, doctor = session.words(), report.disputing, session.case().doctor
    numbers = ", ".join(map(str, rules.silent(report)))
    found = {
        "no_ask": not asked.asks,
        "reply_past": bool(asked.reply_by) and rules.reply_by(report, session.today()) is None and asked.reply_by != "unsure",
        "silent": bool(numbers),
        "no_doctor": rules.copy_waits(report) and not (doctor.name and doctor.address),
    }
    return [look.notice(words.say(f"dispute_letter.{key}", numbers=numbers), "soon") for key, holds in found.items() if holds]


def _button(key: str, report: Report, name: str, kind: str = "secondary") -> None:
    st.button(session.words().say(key), key=key, on_click=go, args=(report, name), type=kind, width="stretch")
