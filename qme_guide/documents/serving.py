"""The papers around an envelope: the proof of mailing that another adult signs, and what to write on each envelope.

The address of the review organization is never ours: it is copied from the worker's own form. This module must not
know how anything is sent, or count a day.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from qme_guide.answers import Recipient
from qme_guide.case import Sending
from qme_guide.documents.counted import counted
from qme_guide.documents.document import Blank, Block, Bullets, Check, Document, Heading, PageBreak, Paragraph, Signature
from qme_guide.documents.matter import SENT_LANGUAGE, Matter, copy_note, facts, party, sheet
from qme_guide.documents.packet_papers import last_sent, sent_to
from qme_guide.rules import logs
from qme_guide.words import load_words

ADMINISTRATOR = "claims_administrator"
_MAIL = ("mail", "unsure", None)
_OFFICES = ("medical_unit", "deu", "administrative_director")
"""Offices of the State: who they are is their name, so only an address can be missing."""


@dataclass(frozen=True)
class Receiver:
    """Somebody who gets papers: who it is, and the name and address as far as they are known."""

    to: Recipient
    name: str | None = None
    address: str | None = None


def by_mail(matter: Matter) -> bool:
    """The copy for the claims administrator went by mail, or nobody said yet how."""
    sending = sent_to(matter, ADMINISTRATOR)
    return sending is None or sending.how in _MAIL


def proof_of_service(matter: Matter) -> Document:
    """The proof that the copy of the IMR request for the claims administrator was mailed."""
    say = matter.sayer("proof-of-service")
    return proof_of_mailing(matter, (titled(matter, "claims-copy"), say("form")), logs.lines(matter.letter.sendings) if matter.letter else ())


def titled(matter: Matter, paper: str, title: str = "title") -> str:
    """One of our letters in a list of papers, by the English title under which it goes out. title: which of its titles."""
    return matter.sayer("proof-of-service")("letter_titled", title=load_words(SENT_LANGUAGE).letter(paper, title))


def proof_of_mailing(matter: Matter, papers: Sequence[str], sendings: Sequence[Sending], maybe: Sequence[str] = ()) -> Document:
    """The proof that papers were mailed to the claims administrator, for the adult who mails them.

    papers: each in a few words (`titled` for a letter of ours), in order. sendings: the log of these papers; the day of
    the last one by mail is printed. maybe: papers to mark by hand, because nobody said that they go along. What it must
    say: Code Civ. Proc. 1013a(1), 2015.5.
    """
    sending = last_sent(sendings, ADMINISTRATOR)
    mailed = matter.words.day(sending.on) if sending and sending.how == "mail" else None
    return _proof(matter, papers, _to_administrator(matter), mailed, matter.sayer("proof-of-service")("mailed"), maybe)


def proof_for(
    matter: Matter, papers: Sequence[str], sendings: Sequence[Sending], recipients: Sequence[Receiver], maybe: Sequence[str] = ()
) -> Document:  # fmt: skip
    """The proof that the same papers were mailed to several, each in an envelope of its own, for the adult who mails them.

    papers: each in a few words (`titled` for a letter of ours). sendings: the log of these papers alone. Who got them
    another way is left out, unless nobody got them by mail; the day stands only when all went on the same one. maybe: as
    in `proof_of_mailing`.
    """
    say, last = matter.sayer("proof-of-service"), {one.to: last_sent(sendings, one.to) for one in recipients}
    mailed = [one for one in recipients if last[one.to] is None or last[one.to].how in _MAIL] or list(recipients)
    days = {found.on if found and found.how == "mail" else None for found in (last[one.to] for one in mailed)}
    day = next(iter(days)) if len(days) == 1 else None
    text = say("mailed_each") if mailed[1:] else say("mailed")
    return _proof(matter, papers, received(matter, mailed), matter.words.day(day) if day else None, text, maybe)


def received(matter: Matter, recipients: Sequence[Receiver]) -> tuple[Block, ...]:
    """Each with name and address in one table; a line to fill in for what is not known."""
    return facts([row for one in recipients for row in _rows(matter, one)], matter)


def _rows(matter: Matter, one: Receiver) -> list[tuple[str, str | None]]:
    """Who it is with name and address; a row of its own for the one of these that is not known."""
    who = matter.sayer("proof-of-service")(f"who_{one.to}")
    known = "\n".join(line.strip() for part in (one.name, one.address) for line in (part or "").splitlines() if line.strip())
    parts = (("name", one.name or one.to in _OFFICES), ("address", one.address))
    lacks = [matter.shared(label) for label, part in parts if not part]
    return [*([(who, known)] if known else []), *((f"{who}: {lack.lower()}", None) for lack in lacks)]


def _proof(matter: Matter, papers: Sequence[str], to: Sequence[Block], mailed: str | None, text: str, maybe: Sequence[str] = ()) -> Document:
    """What the adult who mails papers declares. mailed: the day in words, when it is known. Code Civ. Proc. 1013a(1), 2015.5."""
    say = matter.sayer("proof-of-service")
    blocks: list[Block] = [
        *copy_note(matter),
        *facts([(say("about"), matter.case.worker.name), (matter.shared("claim_number"), matter.case.claim.number)], matter),
        Paragraph(say("adult")),
        *(Blank(say(name)) for name in ("name", "address")),
        Paragraph(say("papers_title"), strong=True),
        Bullets(tuple(papers), numbered=True),
        *([Paragraph(say("maybe_title")), *map(Check, maybe)] if maybe else []),
        Paragraph(say("to_title"), strong=True),
        *to,
        Paragraph(text),
        *facts([(say("mailed_on"), mailed), (say("mailed_at"), None)], matter),
        Paragraph(say("declare")),
        Blank(say("signed_at")),
        Signature(say("sign"), matter.shared("date")),
    ]
    return sheet(matter, "proof-of-service", blocks, sent=True, one_page=True)


def mail_slip(matter: Matter) -> Document:
    """For the worker: what to write on each envelope, what goes in, what to ask at the post office, what to keep."""
    say = matter.sayer("mail-slip")
    blocks: list[Block] = [
        Paragraph(say("intro")),
        *_days(matter, say),
        *_sender(matter, say),
        Heading(say("request_title")),
        *(Blank(say(name)) for name in ("to_form", "to_street", "to_city")),
        Paragraph(say("own_envelope")),
        Bullets((say("request_inside"),)),
        Heading(say("copy_title")),
        *_to_administrator(matter),
        Bullets((say("copy_inside"), say("copy_without"))),
        PageBreak(),
        Heading(say("post_title")),
        Paragraph(say("post_say")),
        Paragraph(say("who_signs")),
        Heading(say("write_title")),
        *(Blank(say(name)) for name in ("mailed_on", "request_number", "copy_number")),
        Paragraph(say("keep")),
    ]
    return sheet(matter, "mail-slip", blocks, sent=False, one_page=True)


def _days(matter: Matter, say: Callable[..., str]) -> list[Block]:
    """By which day to mail it so that it is there in time; nothing while no date was counted."""
    found = counted(matter.letter, matter) if matter.letter else None
    if found is None or found.mail_by is None:
        return []
    arrive = Paragraph(say("arrive", safe=found.first.safe), strong=True)
    if matter.today and matter.today > found.mail_by:
        return [arrive, Paragraph(say("mail_passed"))]
    return [arrive, Paragraph(say("mail_by", day=found.mail_by))]


def _sender(matter: Matter, say: Callable[..., str]) -> list[Block]:
    """The worker's name and address, once for both envelopes."""
    worker = matter.case.worker
    return [Heading(say("from_title")), *party(matter, "from", worker.name, worker.address)]


def _to_administrator(matter: Matter) -> list[Block]:
    claim = matter.case.claim
    return [*party(matter, "name", claim.claims_administrator, claim.administrator_address)]
