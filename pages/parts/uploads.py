"""Which papers a request calls for, what the person says about them, and what lies in the hand for the packet.

A paper that an answer no longer calls for is kept and left out. Nothing here is an answer that the software gave: how a
page looks is only a reason to ask the person. The pages themselves are kept by `piles`.
"""

from collections.abc import Iterator

import streamlit as st

from pages.parts import letters, piles, session
from pages.parts.piles import ASKED, CERTIFICATION, DECISION, DESIGNATION, DOCTOR, FORM, RECORD, kept, pages
from qme_guide import looks
from qme_guide.bundle import Exhibit
from qme_guide.case import Letter, Record
from qme_guide.documents.matter import SENT_LANGUAGE
from qme_guide.documents.record_names import listed_name
from qme_guide.leaves import Leaf
from qme_guide.looks import Look
from qme_guide.rules.handed import Handed, count
from qme_guide.words import Words, load_words

YES, NO, UNSURE = "yes", "no", "unsure"


def choose_letter() -> None:
    """Which letter this page is about, when there are several."""
    known, words = session.case().letters, session.words()
    if known[1:]:
        names = letters.labels()
        chosen = st.radio(words.say("imr.choose"), range(len(names)), index=letters.at(), format_func=names.__getitem__, horizontal=True)
        if chosen != letters.at():
            letters.choose(chosen)
            st.rerun()


def without_form(letter: Letter) -> bool:
    """The form did not come with the letter, and nobody said that it is here now.

    That it did not come stays an answer: the note on the date tells it, for the time may run from the form alone.
    """
    return letter.form_enclosed == NO and not session.place(f"has_form.{letter.id}") and not kept(FORM, letter)


def needed(letter: Letter) -> tuple[str, ...]:
    """The papers without which this request would wait or come back."""
    asked = {FORM: not without_form(letter), DECISION: True, CERTIFICATION: letter.urgent == YES, DESIGNATION: letter.signer == "other"}
    return tuple(name for name, needs in asked.items() if needs)


def names(letter: Letter) -> tuple[str, ...]:
    """Every paper that can be added now: what is needed, the doctor's letter, each record the person has; of a report its form."""
    of_report = any(one.id == letter.id for one in session.case().reports)
    return (*needed(letter), *others(), *((piles.FORM37,) if of_report else ()))


def others() -> tuple[str, ...]:
    """The papers that help and are not asked for."""
    return (DOCTOR, *(RECORD + one.id for one in records()))


def records() -> tuple[Record, ...]:
    """The records that the person has in the hand."""
    return tuple(one for one in session.case().records if one.state == "have")


def title(name: str, words: Words) -> str:
    """What a paper is called; a record by its kind, what it is about and its date."""
    if not name.startswith(RECORD):
        return words.say(f"add.{name}")
    return listed_name(next(one for one in records() if RECORD + one.id == name), words)


def files(name: str, letter: Letter) -> tuple[bytes, ...]:
    """One paper as it will be sent: a PDF of its pages in their order; nothing when it is not there or not called for."""
    return (piles.pdf(name, letter),) if name in names(letter) and pages(name, letter) else ()


def exhibits(letter: Letter) -> tuple[Exhibit, ...]:
    """Each record of which pages are there, with its English title."""
    words = load_words(SENT_LANGUAGE)
    found = ((one, files(RECORD + one.id, letter)) for one in records())
    return tuple(Exhibit(title(RECORD + one.id, words), pdfs, one) for one, pdfs in found if pdfs)


def answered(question: str, letter: Letter) -> str | None:
    """What the person said to a question beside the pages: yes, no, unsure; nothing yet, or not about these pages."""
    place = f"{question}.{letter.id}"
    seen = piles.shown(_about(question), letter)
    return session.place(place) if session.place(f"{place}.seen", seen) == seen else None


def confirm(question: str, letter: Letter) -> None:
    """A question about the pages in front of the person. It is the person's word; software cannot see a signature."""
    place, seen = f"{question}.{letter.id}", piles.shown(_about(question), letter)
    answer = ask(session.words().say(f"imr.{question}"), answered(question, letter), f"confirm.{place}.{hash(seen)}")
    session.note(place, answer)
    session.note(f"{place}.seen", seen)


def _about(question: str) -> str:
    return next(name for name, asked in ASKED.items() if question in asked)


def ask(label: str, before: str | None, key: str) -> str | None:
    """Yes, no or not sure, in one row; nothing while the person has said nothing."""
    words, values = session.words(), (YES, NO, UNSURE)
    index = values.index(before) if before else None
    return st.radio(label, values, index=index, key=key, format_func=lambda value: words.choice("triage.danger", value), horizontal=True)


def unanswered(name: str, letter: Letter) -> bool:
    """A question beside the pages of this paper waits for its answer."""
    return any(answered(question, letter) is None for question in ASKED.get(name, ()))


def readable(leaf: Leaf) -> str | None:
    """Whether the person can read a page that looks blurred: yes, no, or nothing yet."""
    return session.place(_reads(leaf))


def say_readable(leaf: Leaf, answer: str | None) -> None:
    """Keep what the person says about a page that looks blurred."""
    session.note(_reads(leaf), answer)


def _reads(leaf: Leaf) -> str:
    return f"readable.{leaf.paper}.{leaf.page}"


def blurred(name: str, letter: Letter) -> tuple[int, ...]:
    """The places (from 0) of pages that look blurred and that the person has said nothing about."""
    return tuple(at for at, leaf, look in _looks(name, letter) if look.blurred and not readable(leaf))


def unreadable(name: str, letter: Letter) -> tuple[int, ...]:
    """The places of pages that the person cannot read, or not for sure."""
    return tuple(at for at, leaf, look in _looks(name, letter) if look.blurred and readable(leaf) in (NO, UNSURE))


def _looks(name: str, letter: Letter) -> Iterator[tuple[int, Leaf, Look]]:
    order = pages(name, letter)
    return zip(range(len(order)), order, piles.looked(name, letter), strict=True)


def doubles(name: str, letter: Letter) -> tuple[tuple[int, int], ...]:
    """Places of pages that look exactly the same: the earlier, and the one that repeats it."""
    return looks.same_pages(piles.looked(name, letter))


def missing_numbers(letter: Letter) -> tuple[int, ...]:
    """The page numbers that the text of the decision skips."""
    found = looks.page_numbers(piles.looked(DECISION, letter))
    return found.missing if found else ()


def handed(letter: Letter) -> Handed:
    """What lies in the hand for this letter, for the preflight."""
    there, number = names(letter), session.case().claim.number
    counts = {name: len(pages(name, letter)) if name in there else 0 for name in (FORM, DECISION, CERTIFICATION, DESIGNATION)}
    return Handed(
        **{f"{name}_pages": count for name, count in counts.items()},
        **{question: answered(question, letter) for asked in ASKED.values() for question in asked},
        pages_said=count(letter.pages_said),
        missing_numbers=missing_numbers(letter),
        doubles=sum(len(doubles(name, letter)) for name in there),
        claim_number_seen=looks.names(piles.looked(DECISION, letter), number) if number else None,
        unreadable=sum(len(unreadable(name, letter)) for name in there),
        blurred_open=sum(len(blurred(name, letter)) for name in there),
        same_form=_same_form(letter),
        form_here=not without_form(letter),
        late_noted=bool(session.place(f"late_noted.{letter.id}")),
    )


def _same_form(letter: Letter) -> bool:
    """Another letter's request has the same file as its form."""
    mine = {one.id for one in kept(FORM, letter)}
    others = (kept(FORM, other) for other in session.case().letters if other.id != letter.id)
    return any(one.id in mine for added in others for one in added)
