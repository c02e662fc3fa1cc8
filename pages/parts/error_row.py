"""The questions about one error of a report, one idea a screen: its part, its words, fact or opinion, the paper that shows it.

An error is kept with its first answer, never empty. It must not know how the errors are listed, nor what is written with them.
"""

from collections.abc import Iterable, Mapping

import streamlit as st

from pages.parts import ask, letters, look, offer, report_text, reports, session
from pages.parts.markdown import typed
from qme_guide.case import Report, ReportError
from qme_guide.documents.record_names import listed_names
from qme_guide.fields import field
from qme_guide.paths import free_id
from qme_guide.rules import errors
from qme_guide.typed import Problem, read_text

PLACE = "error"
TOPIC, WORDS, OMITTED, SORT, PAPER = "topic", "words", "omitted", "sort", "paper"
FIELDS = {TOPIC: ("topic",), WORDS: ("page", "place", "says", "true"), OMITTED: ("left_out",), SORT: ("checkable",), PAPER: ("proof", "proof_named")}
# Where the walk began; or only this screen is changed, then back to the list.
ONLY = "only"


def begin(report: Report, topic: str | None = None, proof: Iterable[str] = ()) -> None:
    """A new error; its first question opens. It is kept with its first answer. proof: papers that the report does not name."""
    papers = tuple(proof)
    new = ReportError(id=free_id("error", {one.id for one in report.errors}), topic=topic, proof=papers, left_out="yes" if papers else None)
    letters.begin(_list(), new)
    start = WORDS if topic else TOPIC
    _go(report, len(report.errors), start, start)


def edit(report: Report, error: ReportError, part: str) -> None:
    """Change one thing about an error."""
    letters.stop()
    _go(report, report.errors.index(error), part, ONLY)


def asking(report: Report) -> bool:
    """One error of this report is open, and still there."""
    name, number, *_ = session.place(PLACE) or ("", 0)
    return name == report.id and number < len(_all())


def question(report: Report) -> None:
    """The open screen about the open error, with the text of the report beside its words; then the way on."""
    _, number, part, how = session.place(PLACE)
    if part == WORDS:
        with st.container(key="beside"):
            with st.container(key="beside-ask"):
                went = _words(number)
            with st.container(key="beside-text"):
                report_text.beside(report, on_page=_fill_page)
    else:
        went = _paper(report, number) if part == PAPER else _screen(number, part)
    if went:
        _after(report, number, part, how, went)
        st.rerun()
    offer.save()


def _screen(number: int, part: str) -> str | None:
    may_wait = part in (OMITTED, SORT)
    return ask.screen(f"{_list()}.{number}.{part}", _paths(number, part), optional=may_wait, skip=session.words().say("ask.skip_it") if may_wait else "")


def _words(number: int) -> str | None:
    words, topic = session.words(), _all()[number].topic
    title = words.choice("reports.errors.topic", topic) if topic else words.say("report.new_error")
    return ask.screen(f"{_list()}.{number}.{WORDS}", _paths(number, WORDS), optional=True, title=title)


def _paper(report: Report, number: int) -> str | None:
    """The papers of the person's list that show what is right, and another one in words."""
    words, error, name = session.words(), _all()[number], f"problems.{report.id}.{PAPER}"
    wrong = session.place(name)
    with st.form(f"form.{report.id}.{number}.{PAPER}", border=False):
        ticked = _ticks(error)
        told, label = words.question("reports.errors.proof_named"), str(words.question("reports.errors.proof")["label"])
        if session.case().records:
            label = str(told["label"])
            look.subheading(label)
        look.show(look.paragraph(str(told["why"]), soft=True), look.paragraph(str(told["hint"]), soft=True))
        if wrong:
            look.show(look.field_error(words.say(f"errors.{wrong.key}", **wrong.facts)))
        path = f"{_list()}.{number}.proof_named"
        named = st.text_input(label, value=error.proof_named or "", key=f"q.{path}", label_visibility="collapsed", autocomplete="off")
        went_on = st.form_submit_button(words.say("ask.continue"), type="primary", width="stretch")
        went_back = st.form_submit_button(words.say("ask.back"), width="stretch")
    if went_on:
        read = read_text(named, field("reports.errors.proof_named").limit)
        session.note(name, read if isinstance(read, Problem) else None)
        if isinstance(read, Problem):
            st.rerun()
        letters.keep({f"{_list()}.{number}.proof": ticked, path: read or None})
    return ask.ON if went_on else ask.BACK if went_back else None


def _ticks(error: ReportError) -> tuple[str, ...]:
    """A box for each paper of the list; what was ticked and is no longer on the list is let go of."""
    words, told = session.words(), session.words().question("reports.errors.proof")
    look.heading(str(told["label"]))
    known = session.case().records
    if known:
        look.show(look.paragraph(str(told["why"]), soft=True))
    return ticks(f"proof.{error.id}", listed_names(known, words), error.proof)


def ticks(key: str, known: Mapping[str, str], now: Iterable[str]) -> tuple[str, ...]:
    """A box for each of some papers (name by id); the ids of those that are ticked."""
    chosen = set(now)
    with st.container(key=f"choices-{key.replace('.', '-')}", gap="small"):
        said = [(name, st.checkbox(typed(called), value=name in chosen, key=f"tick.{key}.{name}")) for name, called in known.items()]
    return tuple(name for name, on in said if on)


def _after(report: Report, number: int, part: str, how: str, went: str) -> None:
    """To the next screen of the walk, or back to the list; an error of which nothing was said is not kept."""
    error = _all()[number]
    order = [one for one in FIELDS if one != OMITTED or _asks_omitted(error)]
    if went == ask.ON and part == WORDS and not errors.begun(error):
        _drop(report, error)
    elif how == ONLY and went == ask.ON and part == WORDS and _asks_omitted(error):
        _go(report, number, OMITTED, ONLY)
    elif how == ONLY or (went == ask.ON and part == order[-1]) or (went == ask.BACK and part == how):
        close()
    else:
        walk = list(FIELDS) if went == ask.ON else list(FIELDS)[::-1]
        _go(report, number, next(one for one in walk[walk.index(part) + 1 :] if one in order), how)


def _asks_omitted(error: ReportError) -> bool:
    """No words of the report, and nobody said yet whether it leaves this out: that is asked, and never taken for a fact."""
    return bool(error.true) and not error.says and error.left_out is None


def _drop(report: Report, error: ReportError) -> None:
    session.answer({_list(): tuple(one for one in report.errors if one.id != error.id)})
    close()
    session.tell("report.nothing_noted", "next")


def close() -> None:
    """Back to where the error was opened; what was begun and not answered is let go of."""
    letters.stop()
    session.go(PLACE, None)


def _fill_page(number: int) -> None:
    """The page of the report's text that is open, as the page of the open error."""
    _, at, *_ = session.place(PLACE)
    session.fill(f"q.{_list()}.{at}.page", str(number))


def _go(report: Report, number: int, part: str, how: str) -> None:
    session.go(PLACE, (report.id, number, part, how))


def _list() -> str:
    return reports.path("errors")


def _all() -> tuple[ReportError, ...]:
    return letters.case().answer(_list())


def _paths(number: int, part: str) -> tuple[str, ...]:
    return tuple(f"{_list()}.{number}.{name}" for name in FIELDS[part])
