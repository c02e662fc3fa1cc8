"""The log of sendings: its lines with a way to change and remove each, and the form for one line in two parts.

How to call it, for the log of any paper (an objection, the panel form, a selection notice):

    log = sendlog.Log("report-1", "reports.0.sendings", ("claims_administrator", "doctor"))
    if not sendlog.opened(log):    # one line is open: draw nothing else of that step
        sendlog.lines(log)         # the lines, undo, and the button for a new one

    log = sendlog.Log("report-1", "reports.0.sendings", ("qme", "claims_administrator", "deu"), wrote="factual-correction")

owner: the id of what was sent, different for each log of a case. path: its list of `Sending` in the case, which must
be there ("panel_form.sendings", "panels.1.sendings"). to: who it may go to; the paper is for the first, with whom a
new line begins, and whoever is alone is not asked about. wrote: which letter, where one list holds several: such a log
shows and writes the lines of its letter alone; without it, those of the paper that the list is for. Words: the alias lines at letters.sendings in questions.yaml.
"""

from dataclasses import dataclass

import streamlit as st

from pages.parts import ask, doctors, letters, look, sendline, session, undo
from qme_guide.case import UNSURE, Exam, Panel, Sending
from qme_guide.fields import field
from qme_guide.paths import free_id
from qme_guide.rules import evaluator, logs
from qme_guide.rules import panel as rules
from qme_guide.rules.start import earliest

WENT, PROOF = "went", "proof"
# The proofs that only a fax gives.
FAXED = ("fax_page", "failed_page")
FIELDS = {WENT: ("to", "on", "how"), PROOF: ("proof", "number", "result")}


@dataclass(frozen=True)
class Log:
    """The log of one paper: whose it is, where its lines stand in the case, and who it may go to."""

    owner: str
    path: str
    to: tuple[str, ...]
    wrote: str | None = None

    @property
    def name(self) -> str:
        """Tells this log from each other one, also from another letter's in the same list."""
        return f"{self.owner}.{self.wrote}" if self.wrote else self.owner


def writing(log: Log) -> bool:
    """One line of this log is open, and still there: moving to another paper lets go of a new one."""
    name, number, _ = _place() or ("", 0, "")
    return name == log.name and number < len(_all(log))


def opened(log: Log) -> bool:
    """Draws the open line of this log, and then nothing else of that step is to be drawn; false when no line is open."""
    if found := writing(log):
        form(log)
    return found


def form(log: Log) -> None:
    """The open line: first what went where, on which day and how; then its proof. A new one is kept with its day."""
    words, (_, number, part) = session.words(), _place()
    asked = [name for name in FIELDS[part] if name != "to" or log.to[1:]]
    paths, title = tuple(f"{log.path}.{number}.{name}" for name in asked), words.say("imr.line_title" if part == WENT else "imr.proof_title")
    went = ask.screen(f"sending.{log.name}.{number}.{part}", paths, optional=part == PROOF, title=title, only={"to": log.to, "proof": _proofs(log, number)})
    if not went:
        return
    if went == ask.ON and part == WENT:
        session.go("line", (log.name, number, PROOF))
    elif went == ask.BACK and part == PROOF:
        session.go("line", (log.name, number, WENT))
    else:
        _close(log, number if went == ask.ON else None)
    st.rerun()


def _proofs(log: Log, number: int) -> tuple[str, ...]:
    """The proofs that the way gives; all of them while nobody said how it went."""
    line, every = _all(log)[number], field(f"{log.path}.{number}.proof").values
    return every if line.how in ("fax", UNSURE, None) else tuple(one for one in every if one not in FAXED or one == line.proof)


def lines(log: Log) -> None:
    """Every line with its result and buttons; then the button for a new one, the main one while nothing was sent."""
    words, noted = session.words(), _noted(log)
    look.subheading(words.say("imr.log_title"))
    if session.place("removed_from", log.name) == log.name:
        undo.offer("imr", log.path)
    if panel := _panel(log):
        doctors.other_named(panel)
    if not noted:
        look.show(look.paragraph(words.say("imr.log_empty"), soft=True))
    for place, line in enumerate(noted, start=1):
        _line(log, place, line)
    kind, label = "secondary" if sent(log) else "primary", words.say("imr.add_line_more" if noted else "imr.add_line")
    st.button(label, key=f"add_line.{log.name}", on_click=_begin, args=(log,), type=kind, width="stretch")


def sent(log: Log) -> bool:
    """The paper went to the one it is for: a line that did not fail, with a day or a month."""
    first, *_ = log.to
    return any(line.to == first and line.result != "failed" and earliest(line.on) for line in _noted(log))


def _noted(log: Log) -> tuple[Sending, ...]:
    """The lines of this log that are kept; none while the list itself is only begun."""
    return logs.lines(_all(log), log.wrote)


def _all(log: Log) -> tuple[Sending, ...]:
    """Every line of the list, whichever letter it is about."""
    return letters.case().answer(log.path)


def _place() -> tuple[str, int, str] | None:
    """The owner of the log, the number (from 0) and the part of the line that is open."""
    return session.place("line")


def _panel(log: Log) -> Panel | None:
    """The panel that this log is about, whose notice names a doctor; None for any other log."""
    return about if isinstance(about := _about(log), Panel) and not log.wrote else None


def _about(log: Log) -> object:
    """The part of the case that holds this log: a letter, a report, the panel form, a panel, an exam; the case itself."""
    holder = log.path.rpartition(".")[0]
    return letters.case().answer(holder) if holder else letters.case()


def _begin(log: Log) -> None:
    noted, (first, *_) = _all(log), log.to
    name = free_id("sending", {line.id for line in noted})
    chosen = rules.chosen(panel) if (panel := _panel(log)) else None
    new = Sending(id=name, to=first, doctor=chosen and chosen.id, named=chosen and chosen.name, papers=_along(log), wrote=log.wrote)
    letters.begin(log.path, new)
    session.go("line", (log.name, len(noted), WENT))


def _along(log: Log) -> tuple[str, ...]:
    """The records meant for the evaluator, which go along with what is served for an exam; with no other letter."""
    return tuple(one.id for one in evaluator.chosen(letters.case(), about)) if isinstance(about := _about(log), Exam) and not log.wrote else ()


def edit(log: Log, line: Sending) -> None:
    """Open a line of the log."""
    letters.stop()
    session.go("line", (log.name, _all(log).index(line), WENT))


def _close(log: Log, number: int | None) -> None:
    """Back to the log; the line that was written is said again."""
    letters.stop()
    session.go("line", None)
    if number is not None:
        sendline.tell(_all(log)[number])


def _line(log: Log, place: int, line: Sending) -> None:
    """A line in a card: to whom, how and when, its proof, its result, and its buttons."""
    words = session.words()
    with st.container(key=f"card-{log.name}-{line.id}", gap="xsmall"):
        sendline.head(f"{place}. {sendline.called_here(line)}", line)
        sendline.soft(line, log.path, _panel(log))
        pressed = (("edit", edit), ("remove", remove))
        sendline.buttons(*((words.say(f"imr.{key}_line", number=place), f"{key}.{log.name}.{line.id}", press, (log, line)) for key, press in pressed))


def remove(log: Log, line: Sending) -> None:
    """Take a line out of the log; it can come back."""
    known, place = session.case().answer(log.path), _noted(log).index(line)
    session.answer({log.path: tuple(one for one in known if one.id != line.id)})
    session.note("line", None)
    session.note("removed_from", log.name)
    undo.remember("imr.line_removed", {log.path: known}, number=place + 1)
