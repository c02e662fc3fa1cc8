"""The log of sendings: its lines with a way to change and remove each, and the form for one line in two parts.

How to call it, for the log of any paper (an objection, the panel form, a selection notice):

    log = sendlog.Log("report-1", "reports.0.sendings", ("claims_administrator", "doctor"))
    if sendlog.writing(log):
        sendlog.form(log)      # one line is open: draw nothing else of that step
    else:
        sendlog.lines(log)     # the lines, undo, and the button for a new one

owner: the id of what was sent, different for each log of a case. path: its list of `Sending` in the case, which must
be there ("panel_form.sendings", "panels.1.sendings"). to: who it may go to; the paper is for the first, with whom a
new line begins, and whoever is alone is not asked about. Words: the alias lines at letters.sendings in questions.yaml.
"""

from dataclasses import dataclass

import streamlit as st

from pages.parts import ask, doctors, letters, look, offer, session, undo
from qme_guide.case import UNSURE, Exam, Panel, Sending
from qme_guide.documents.record_names import listed_name
from qme_guide.documents.sending_log import called
from qme_guide.paths import free_id
from qme_guide.rules import evaluator
from qme_guide.rules import panel as rules
from qme_guide.rules.start import earliest

WENT, PROOF = "went", "proof"
FIELDS = {WENT: ("to", "on", "how"), PROOF: ("proof", "number", "result")}
TONES = {None: "soon", "sent": "next", "arrived": "done", "failed": "stop"}


@dataclass(frozen=True)
class Log:
    """The log of one paper: whose it is, where its lines stand in the case, and who it may go to."""

    owner: str
    path: str
    to: tuple[str, ...]


def writing(log: Log) -> bool:
    """One line of this log is open, and still there: moving to another paper lets go of a new one."""
    name, number, _ = _place() or ("", 0, "")
    return name == log.owner and number < len(letters.case().answer(log.path))


def form(log: Log) -> None:
    """The open line: first what went where, on which day and how; then its proof. A new one is kept with its day."""
    words, (_, number, part) = session.words(), _place()
    asked = [name for name in FIELDS[part] if name != "to" or log.to[1:]]
    paths, title = tuple(f"{log.path}.{number}.{name}" for name in asked), words.say("imr.line_title" if part == WENT else "imr.proof_title")
    went = ask.screen(f"sending.{log.owner}.{number}.{part}", paths, optional=part == PROOF, title=title, only={"to": log.to})
    if not went:
        return
    if went == ask.ON and part == WENT:
        session.go("line", (log.owner, number, PROOF))
    elif went == ask.BACK and part == PROOF:
        session.go("line", (log.owner, number, WENT))
    else:
        _close(log, number if went == ask.ON else None)
    st.rerun()


def lines(log: Log) -> None:
    """Every line with its result and buttons; then the button for a new one, the main one while nothing was sent."""
    words, noted = session.words(), _noted(log)
    look.subheading(words.say("imr.log_title"))
    undo.offer("imr", log.path)
    if panel := _panel(log):
        doctors.other_named(panel)
    if not noted:
        look.show(look.paragraph(words.say("imr.log_empty"), soft=True))
    for number, line in enumerate(noted):
        _line(log, number, line)
    kind, label = "secondary" if sent(log) else "primary", words.say("imr.add_line_more" if noted else "imr.add_line")
    st.button(label, key=f"add_line.{log.owner}", on_click=_begin, args=(log,), type=kind, width="stretch")


def sent(log: Log) -> bool:
    """The paper went to the one it is for: a line that did not fail, with a day or a month."""
    first, *_ = log.to
    return any(line.to == first and line.result != "failed" and earliest(line.on) for line in _noted(log))


def _noted(log: Log) -> tuple[Sending, ...]:
    """The lines that are kept; none while the list itself is only begun."""
    return letters.case().answer(log.path)


def _place() -> tuple[str, int, str] | None:
    """The owner of the log, the number (from 0) and the part of the line that is open."""
    return session.place("line")


def _panel(log: Log) -> Panel | None:
    """The panel that this log is about, whose notice names a doctor; None for any other log."""
    return about if isinstance(about := _about(log), Panel) else None


def _about(log: Log) -> object:
    """The part of the case that holds this log: a letter, a report, the panel form, a panel, an exam."""
    return letters.case().answer(log.path.rpartition(".")[0])


def _begin(log: Log) -> None:
    noted, (first, *_) = _noted(log), log.to
    name = free_id("sending", {line.id for line in noted})
    chosen = rules.chosen(panel) if (panel := _panel(log)) else None
    papers = tuple(one.id for one in evaluator.chosen(letters.case(), about)) if isinstance(about := _about(log), Exam) else ()
    letters.begin(log.path, Sending(id=name, to=first, doctor=chosen and chosen.id, named=chosen and chosen.name, papers=papers))
    session.go("line", (log.owner, len(noted), WENT))


def _edit(log: Log, number: int) -> None:
    letters.stop()
    session.go("line", (log.owner, number, WENT))


def _close(log: Log, number: int | None) -> None:
    """Back to the log; the line that was written is said again."""
    letters.stop()
    session.go("line", None)
    if number is not None:
        _tell(_noted(log)[number])


def _tell(line: Sending) -> None:
    """What was noted: that it failed, else the day and the way, as far as they were said."""
    words = session.words()
    if line.result == "failed":
        session.tell("imr.sent_failed", "soon")
    elif line.on in (None, UNSURE):
        session.tell("imr.sent_no_day", "soon")
    elif line.how in (None, UNSURE):
        session.tell("imr.sent_done_day", day=words.told(line.on))
    else:
        session.tell("imr.sent_done_how", day=words.told(line.on), how=words.letter("claims-copy", f"how_{line.how}"))


def _line(log: Log, number: int, line: Sending) -> None:
    """A line in a card: to whom, how and when, its proof, its result, and its buttons."""
    words, place, panel = session.words(), number + 1, _panel(log)
    proof = ", ".join(part for part in (line.proof and words.choice(f"{log.path}.proof", line.proof), line.number) if part)
    with st.container(key=f"card-{log.owner}-{line.id}", gap="xsmall"):
        name = called(offer.matter(words.language), line)
        look.show(f"<p><strong>{place}. {look.words(name)}</strong></p>", look.tag(words.say(f"imr.result_{line.result or 'none'}"), TONES[line.result]))
        if panel and line.doctor:
            look.show(look.paragraph(words.say("choose.named", name=doctors.named(panel, line)), soft=True))
        if line.papers:
            look.show(look.paragraph(words.say("evaluator.line_papers", papers=_papers(line)), soft=True))
        if proof:
            look.show(look.paragraph(words.say("imr.proof_of", proof=proof), soft=True))
        for key, press in (("edit", _edit), ("remove", _remove)):
            label = words.say(f"imr.{key}_line", number=place)
            st.button(label, key=f"{key}.{log.owner}.{line.id}", type="tertiary", on_click=press, args=(log, number))


def _papers(line: Sending) -> str:
    """The records that went along, those that are still on the list."""
    return "; ".join(listed_name(one, session.words()) for one in session.case().records if one.id in line.papers)


def _remove(log: Log, number: int) -> None:
    known = session.case().answer(log.path)
    session.answer({log.path: known[:number] + known[number + 1 :]})
    undo.remember("imr.line_removed", {log.path: known}, number=number + 1)
