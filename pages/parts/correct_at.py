"""Where the page of a correction is: its open step, the questions, the logs, and how the request stands today.

It must not know what a step draws. No question here is one of law: which letter may be made comes from the rules.
"""

from functools import partial

import streamlit as st

from pages.parts import ask, cards, details, letters, look, one_paper, reports, sendlog, session
from qme_guide.case import Letter, Report
from qme_guide.rules import correction as rules
from qme_guide.rules import replying as theirs
from qme_guide.rules.dates import Row, dates

LIST, LETTER, SEND, REPLY, REPLY_SEND = "list", "letter", "send", "reply", "reply_send"
RECEIVED, PRINTED, AUTHOR, DEU, LATE, DECIDED, SERVED, ANSWER = "received", "printed", "author", "deu", "late", "decided", "served", "answer"
# The screens of questions: what of the report each asks, and the step to which it comes back.
ASKED = {
    RECEIVED: (("received_on",), LIST),
    PRINTED: (("printed_on",), LIST),
    AUTHOR: (("author", "author_address"), LETTER),
    DEU: (("correction.deu_office",), LETTER),
    LATE: (("late_reason",), LETTER),
    DECIDED: (("correction.decided_on",), LIST),
    SERVED: (("correction.theirs_served_on",), REPLY),
    ANSWER: (("correction.answer", "correction.reply"), REPLY),
}
PROOF = "proof-of-service"


def place(report: Report) -> str:
    """Under which word the screen remembers the open step or question of this report's request."""
    return f"correct.{report.id}"


def go(report: Report, name: str) -> None:
    """Open a step or a question of this page."""
    if name in ASKED:
        letters.move(place(report), name)
    else:
        details.open_step(place(report), name)


def button(key: str, report: Report, name: str, kind: str = "secondary") -> None:
    """A button that opens a step or a question."""
    st.button(session.words().say(key), key=key, on_click=go, args=(report, name), type=kind, width="stretch")


def holder(report: Report) -> Letter:
    """Whose papers they are, where the screens of pages ask for a letter: records belong to nobody's letter, so only the id counts."""
    return Letter(id=report.id)


def standing(report: Report) -> rules.Standing:
    """How the request stands today."""
    return rules.standing(session.case(), report, session.law(), session.today())


def theirs_open(report: Report) -> bool:
    """Their own request waits for an answer; its time is shorter than any other here."""
    return theirs.open_(report)


def dated(report: Report, rule: str) -> list[Row]:
    """The rows of one clock of this report."""
    found = dates(session.case(), session.law(), session.today())
    return [row for row in found if (row.about, row.deadline.rule) == (report.id, rule)]


def date(report: Report) -> None:
    """By when all three must have the request, while it runs."""
    look.show(*map(cards.line, dated(report, rules.CLOCK)))


def named(to: tuple[str, ...]) -> str:
    """Who gets papers, in words."""
    words = session.words()
    return "; ".join(words.letter(PROOF, f"who_{one}") for one in to)


def log(report: Report, wrote: str, everyone: tuple[str, ...], missing: tuple[str, ...]) -> sendlog.Log:
    """The log of one letter; a new line begins with the first who does not have it yet."""
    served = tuple(one for one in everyone if one not in missing)
    return sendlog.Log(report.id, reports.path("sendings"), (*missing, *served), wrote)


def request_log(report: Report) -> sendlog.Log:
    """The log of the request."""
    return log(report, rules.NAME, rules.SERVICE, rules.unserved(report))


def reply_log(report: Report) -> sendlog.Log:
    """The log of the answer to their request."""
    return log(report, theirs.NAME, theirs.SERVICE, theirs.unserved(report))


def open_screen(report: Report) -> bool:
    """Draws the question, the pages or the line of a log that is open; false when none is."""
    name = session.place(place(report))
    if name in details.DETAILS:
        details.question("correct", name, partial(go, report), details.came_from(place(report), LIST))
    elif name in ASKED:
        _ask(report, name)
    elif name in (LETTER, SEND, REPLY, REPLY_SEND) and session.case().triage.lawyer is None:
        _ask_lawyer(report)
    elif opened := one_paper.opened(holder(report)):
        one_paper.show(opened, holder(report))
    elif written := next(filter(sendlog.writing, (request_log(report), reply_log(report))), None):
        sendlog.form(written)
    else:
        return False
    return True


def _ask(report: Report, name: str) -> None:
    """The answers of one screen; then back to where it belongs."""
    words, (fields, back) = session.words(), ASKED[name]
    title = words.say(f"correct.{name}_title") if fields[1:] else ""
    if ask.screen(f"correct.{name}", tuple(map(reports.path, fields)), optional=True, title=title, skip="" if fields[1:] else words.say("ask.skip_it")):
        go(report, back)
        st.rerun()


def _ask_lawyer(report: Report) -> None:
    """With an attorney there is no such request: that is asked before the first letter."""
    if went := ask.screen("correct.lawyer", ("triage.lawyer",)):
        if went == ask.BACK:
            go(report, LIST)
        st.rerun()
