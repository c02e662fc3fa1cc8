"""The log of sendings: its lines with a way to change and remove each, and the form for one line in two parts."""

from itertools import count

import streamlit as st

from pages.parts import ask, letters, look, offer, session, undo
from qme_guide.case import UNSURE, Letter, Sending
from qme_guide.documents.sending_log import called
from qme_guide.rules import imr

WENT, PROOF = "went", "proof"
FIELDS = {WENT: ("to", "on", "how"), PROOF: ("proof", "number", "result")}
TONES = {None: "soon", "sent": "next", "arrived": "done", "failed": "stop"}


def writing(letter: Letter) -> bool:
    """One line of this letter's log is open, and still there: moving to another letter lets go of a new one."""
    name, number, _ = _place() or ("", 0, "")
    return name == letter.id and number < len(letters.case().answer(_list()))


def form(letter: Letter) -> None:
    """The open line: first what went where, on which day and how; then its proof. A new one is kept with its day."""
    words, (_, number, part) = session.words(), _place()
    paths = tuple(f"{_list()}.{number}.{name}" for name in FIELDS[part])
    went = ask.screen(f"sending.{letter.id}.{number}.{part}", paths, optional=part == PROOF, title=words.say("imr.line_title" if part == WENT else "imr.proof_title"))
    if not went:
        return
    if went == ask.ON and part == WENT:
        session.go("line", (letter.id, number, PROOF))
    elif went == ask.BACK and part == PROOF:
        session.go("line", (letter.id, number, WENT))
    else:
        _close(number if went == ask.ON else None)
    st.rerun()


def lines(letter: Letter) -> None:
    """Every line with its result and buttons; then the button for a new one, the main one while nothing was sent."""
    words = session.words()
    look.subheading(words.say("imr.log_title"))
    undo.offer()
    if not letter.sendings:
        look.show(look.paragraph(words.say("imr.log_empty"), soft=True))
    for number, line in enumerate(letter.sendings):
        _line(letter, number, line)
    kind = "secondary" if imr.sent(letter) else "primary"
    st.button(words.say("imr.add_line"), key="add_line", on_click=_begin, args=(letter,), type=kind, width="stretch")


def _place() -> tuple[str, int, str] | None:
    """The letter, the number (from 0) and the part of the line that is open."""
    return session.place("line")


def _list() -> str:
    return f"letters.{letters.at()}.sendings"


def _begin(letter: Letter) -> None:
    taken = {line.id for line in letter.sendings}
    name = next(name for number in count(1) if (name := f"sending-{number}") not in taken)
    letters.begin(_list(), Sending(id=name))
    session.go("line", (letter.id, len(letter.sendings), WENT))


def _edit(letter: Letter, number: int) -> None:
    letters.stop()
    session.go("line", (letter.id, number, WENT))


def _close(number: int | None) -> None:
    """Back to the log; the line that was written is said again."""
    letters.stop()
    session.go("line", None)
    if number is not None:
        _tell(session.case().letters[letters.at()].sendings[number])


def _tell(line: Sending) -> None:
    """What was noted: the day and the way, as far as they were said."""
    words = session.words()
    if line.on in (None, UNSURE):
        session.tell("imr.sent_no_day", "soon")
    elif line.how in (None, UNSURE):
        session.tell("imr.sent_done_day", day=words.told(line.on))
    else:
        session.tell("imr.sent_done_how", day=words.told(line.on), how=words.letter("claims-copy", f"how_{line.how}"))


def _line(letter: Letter, number: int, line: Sending) -> None:
    """A line in a card: to whom, how and when, its proof, its result, and its buttons."""
    words, place = session.words(), number + 1
    proof = ": ".join(part for part in (line.proof and words.choice(f"{_list()}.{number}.proof", line.proof), line.number) if part)
    with st.container(key=f"card-sending-{number}", gap="xsmall"):
        name = called(offer.matter(words.language), line)
        look.show(f"<p><strong>{place}. {look.words(name)}</strong></p>", look.tag(words.say(f"imr.result_{line.result or 'none'}"), TONES[line.result]))
        if proof:
            look.show(look.paragraph(words.say("imr.proof_of", proof=proof), soft=True))
        st.button(words.say("imr.edit_line", number=place), key=f"edit.{line.id}", type="tertiary", on_click=_edit, args=(letter, number))
        st.button(words.say("imr.remove_line", number=place), key=f"remove.{line.id}", type="tertiary", on_click=_remove, args=(letter, number))


def _remove(letter: Letter, number: int) -> None:
    known = letter.sendings
    session.answer({_list(): known[:number] + known[number + 1 :]})
    undo.remember("imr.line_removed", {_list(): known}, number=number + 1)
