"""What every paper is built from, and the parts that papers share: head, foot, facts, address blocks.

A paper for somebody else is written in English; its Spanish twin carries a mark at the head of every page and is
only for the worker. What is not known prints as a line to fill in by hand, never as a guess.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from qme_guide.case import UNSURE, Case, Letter, Treatment
from qme_guide.documents.document import Blank, Block, Document, Lines, Paragraph, Quote, Signature, Table
from qme_guide.law import Law
from qme_guide.words import LANGUAGES, Words, load_words

SENT_LANGUAGE = "en"


@dataclass(frozen=True)
class Matter:
    """One case, one of its letters, and the day of writing (None prints a line for the date)."""

    case: Case
    letter: Letter | None
    law: Law
    words: Words
    today: date | None

    def sayer(self, name: str) -> Callable[..., str]:
        """The sentences of one paper: block and facts in, sentence out."""
        return partial(self.words.letter, name)

    def shared(self, block: str, **facts: object) -> str:
        return self.words.letter("common", block, **facts)

    def told(self, answer: date | str | None) -> str | None:
        """A day or a month in words; None when it was not said or not known."""
        if answer is None or answer == UNSURE:
            return None
        return self.words.told(answer)


def twins(matter: Matter) -> tuple[Matter, ...]:
    """The same in each language: what must be alike in a paper and its reading copy is chosen for both."""
    return tuple(replace(matter, words=load_words(language)) for language in LANGUAGES)


def sheet(matter: Matter, name: str, blocks: Sequence[Block], sent: bool, large: bool = False, private: bool = False, one_page: bool = False) -> Document:
    """A finished paper. `sent`: it goes to somebody else, so a copy in another language is marked and its foot is neutral.

    `private`: it holds what the worker keeps from everybody, and says so at the head of every page.
    """
    return Document(
        name=name,
        title=matter.sayer(name)("title"),
        language=matter.words.language,
        blocks=tuple(blocks),
        header=_header(matter),
        mark=_mark(matter, sent, private),
        foot=matter.shared("not_lawyer_sent" if sent else "not_lawyer"),
        page_words=matter.words.letters["common"]["page_words"],
        large=large,
        one_page=one_page,
    )


def _header(matter: Matter) -> tuple[str, ...]:
    case = matter.case
    injured = matter.told(case.claim.injured_on)
    return tuple(
        line
        for line in (
            case.worker.name,
            case.claim.number and f"{matter.shared('claim_number')}: {case.claim.number}",
            injured and f"{matter.shared('date_of_injury')}: {injured}",
        )
        if line
    )


def _mark(matter: Matter, sent: bool, private: bool) -> str | None:
    marks = [matter.shared("sample_mark")] if matter.case.sample else []
    if private:
        marks.append(matter.shared("private_mark"))
    if sent and matter.words.language != SENT_LANGUAGE:
        marks.append(matter.shared("copy_mark"))
    return " ".join(marks) or None


def copy_note(matter: Matter) -> tuple[Block, ...]:
    """Under the title of a reading copy: send the English one."""
    return (Paragraph(matter.shared("copy_explain"), strong=True),) if matter.words.language != SENT_LANGUAGE else ()


def facts(rows: Sequence[tuple[str, str | None]], matter: Matter) -> tuple[Block, ...]:
    """The known facts as a two-column table, then a line to fill in for each unknown one."""
    known = tuple((label, value) for label, value in rows if value)
    unknown = (Blank(label) for label, value in rows if not value)
    return (*((Table((), known),) if known else ()), *unknown)


def case_facts(matter: Matter) -> list[tuple[str, str | None]]:
    """The facts that name the claim."""
    claim = matter.case.claim
    return [
        (matter.shared("name"), matter.case.worker.name),
        (matter.shared("claim_number"), claim.number),
        (matter.shared("date_of_injury"), matter.told(claim.injured_on)),
        (matter.words.say("fact.claims_administrator"), claim.claims_administrator),
    ]


def letter_head(matter: Matter, more: Sequence[tuple[str, str | None]] = ()) -> tuple[Block, ...]:
    """From, date, to the claims administrator, and the claim by its number and date: no name stands there twice.

    more: facts that stand with those of the claim, such as which report a letter is about.
    """
    claim = matter.case.claim
    to = (claim.claims_administrator, claim.administrator_address, claim.adjuster)
    _, *about, _ = case_facts(matter)
    return (*addressed(matter, *to), *facts([*about, *more], matter))


def addressed(matter: Matter, name: str | None, address: str | None, *more: str | None) -> tuple[Block, ...]:
    """From, date, and to whom. more: lines under the address, such as a person."""
    worker = matter.case.worker
    return (
        *party(matter, "from", worker.name, worker.address, worker.phone),
        Paragraph(matter.words.day(matter.today)) if matter.today else Blank(matter.shared("date")),
        *party(matter, "to", name, address, *more),
    )


def party(matter: Matter, label: str, name: str | None, address: str | None, *more: str | None) -> tuple[Block, ...]:
    """A name with its address; of these two, a line to fill in for the one that is not known."""
    known = _address(name, address, *more)
    return (
        *(() if name else (Blank(matter.shared(label)),)),
        *((Lines(known),) if known else ()),
        *(() if address else (Blank(matter.shared("address")),)),
    )


def _address(*parts: str | None) -> tuple[str, ...]:
    """The lines of a name and an address, without empty ones."""
    return tuple(line.strip() for part in parts for line in (part or "").splitlines() if line.strip())


def one_line(text: str | None) -> str:
    """An address in one line."""
    return ", ".join(_address(text))


def joined(sentences: Sequence[str]) -> list[Block]:
    """One paragraph of these sentences, so that a letter fits its page; none without any."""
    return [Paragraph(" ".join(sentences))] if sentences else []


def sign(matter: Matter) -> Signature:
    """The place to sign."""
    return Signature(matter.shared("sign_here"), matter.shared("date"), matter.case.worker.name or "")


def greeting(say: Callable[..., str], name: str | None) -> Paragraph:
    """To whom, by name where it is known."""
    return Paragraph(say("greeting_named", name=name) if name else say("greeting"))


def own_words(text: str | None) -> tuple[Block, ...]:
    """What the worker wrote, exactly as typed."""
    return (Quote(text),) if text else ()


def item(treatment: Treatment) -> str:
    """A treatment as it was named, with its body part."""
    return f"{treatment.name} ({treatment.body_part})" if treatment.body_part else str(treatment.name)
