"""Which denial letter the screens are about, what it is called, and moving through its questions.

A letter is kept with its first answer, or when another one is asked for. Until then the screens work on a case with
one letter added in memory only.
"""

from collections.abc import Mapping

import streamlit as st

from pages.parts import session, undo
from pages.parts.markdown import typed
from qme_guide import interview
from qme_guide.case import UNSURE, Case, Letter, Part
from qme_guide.documents.matter import item
from qme_guide.documents.names import apart, letter_name, paper_name
from qme_guide.paths import free_id

CARD, CHECK, CHOOSER = "card", "check", "letters"


def without_begun() -> Case:
    """The answers, with a first letter to tell about when there is none yet."""
    known = session.case()
    return known if known.letters else known.model_copy(update={"letters": (_new(known),)})


def case() -> Case:
    """The same with what was only just begun."""
    known = without_begun()
    begun = _begun(known)
    return known.answers(begun) if begun else known


def begin(path: str, new: Part) -> None:
    """A new thing in a list of the case, such as a line of the log. It is kept with its first answer, never empty."""
    session.note("begun", (path, new))


def stop() -> None:
    """Let go of what was begun and not answered."""
    session.note("begun", None)


def move(place: str, step: object) -> None:
    """Open a step or a question of a page: what was begun and not answered, and an open line of a log, are let go of."""
    stop()
    session.note("line", None)
    session.go(place, step)


def _begun(known: Case) -> dict[str, tuple[Part, ...]]:
    """The list that something was begun in, with the new thing at its end."""
    path, new = session.place("begun") or ("", None)
    return {path: (*known.answer(path), new)} if path else {}


def keep(answers: Mapping[str, object]) -> None:
    """Keep answers; the first one about a letter keeps the letter too, and the first about what was begun keeps that."""
    if not session.case().letters and any(path.startswith("letters.") for path in answers):
        session.answer({"letters": case().letters})
    begun = _begun(session.case())
    if any(path.startswith(f"{place}.{len(lines) - 1}.") for path in answers for place, lines in begun.items()):
        stop()
        session.answer(begun)
    session.answer(answers)


def at() -> int:
    """The place in the list of the letter that is being told (from 0)."""
    return min(session.place("letter", 0), len(session.case().letters[1:]))


def called(letter: Letter) -> str:
    """The name of a letter: its date when that is known, else that it has none yet."""
    return letter_name(letter, session.words())


def names() -> list[str]:
    """What the letters are called where one is chosen: those without a date by their treatments too, and by a number."""
    words, known = session.words(), session.case().letters
    called_so = [called(one) for one in known]
    items = ["; ".join(item(treatment) for treatment in one.treatments if treatment.name) for one in known]
    told = (words.say("denial.about", name=name, items=own) if own and called_so.count(name) > 1 else name for name, own in zip(called_so, items, strict=True))
    return apart(list(told), words)


def labels() -> list[str]:
    """The same for a choice or a button."""
    return [typed(name) for name in names()]


def about(name: str) -> str:
    """What a date belongs to ("letter-2", "claim"), in words; letters and reports by their date."""
    return paper_name(name, session.case(), session.words())


def choose(number: int) -> None:
    """Speak about this letter from now on; what was left half way about another one is over."""
    stop()
    for name in ("denial.return", "treatment"):
        session.note(name, None)
    session.go("letter", number)
    session.go("denial", None)


def open_letter(number: int) -> None:
    """Speak about this letter, where its visit begins."""
    choose(number)
    session.go("denial", interview.beginning(session.case(), number))


def add() -> None:
    """Another letter, with its own date and papers."""
    known = session.case()
    session.answer({"letters": (*known.letters, _new(known))})
    open_letter(len(known.letters))


def _new(known: Case) -> Letter:
    return Letter(id=free_id("letter", {letter.id for letter in known.letters}))


def remove(letter: Letter) -> None:
    """Let go of a letter, with its papers, what was said beside them, and where its pages stood; all of it can come back."""
    known, places = session.case().letters, session.places(letter.id)
    papers = {name: paper for name, paper in session.papers().items() if name.endswith(f".{letter.id}")}
    session.answer({"letters": tuple(one for one in known if one.id != letter.id)})
    for name in papers:
        session.drop_paper(name)
    for name in (*places, "remove", "line"):
        session.note(name, None)
    choose(0)
    undo.remember("denial.removed", {"letters": known}, papers, places, name=called(letter))


def screen() -> str:
    """The open screen: where the person went, else the choice among several letters, else where the visit begins."""
    known = case()
    return session.place("denial") or (CHOOSER if known.letters[1:] else interview.beginning(known, at()))


def go(name: str) -> None:
    """Open one screen, to go on from there."""
    session.go("denial.return", None)
    session.go("denial", name)


def change(name: str) -> None:
    """Open one screen from the check, to come straight back."""
    session.go("denial.return", CHECK)
    session.go("denial", name)


def on(name: str) -> None:
    """From this screen to the next, or back to the check when only one answer was changed."""
    _move(session.place("denial.return") or interview.after(case(), at(), name))


def back(name: str) -> None:
    """From this screen to the one before, or back to the check."""
    _move(session.place("denial.return") or interview.before(case(), at(), name))


def where_to_look(letter: Letter) -> str:
    """The question that can give a letter without a date its date."""
    return "printed_on" if letter.proof_of_service in ("no", UNSURE) else "proof_of_service"


def changing() -> bool:
    """Only one answer is being changed, from the check."""
    return bool(session.place("denial.return"))


def _move(name: str) -> None:
    go(name)
    st.rerun()
