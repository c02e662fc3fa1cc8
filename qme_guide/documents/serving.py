"""The papers around an envelope: the proof of mailing that another adult signs, and what to write on each envelope.

The address of the review organization is never ours: it is copied from the worker's own form. This module must not
know how anything is sent, or count a day.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from qme_guide.case import Sending
from qme_guide.documents.counted import counted
from qme_guide.documents.document import Blank, Block, Bullets, Document, Heading, PageBreak, Paragraph, Signature
from qme_guide.documents.matter import SENT_LANGUAGE, Matter, copy_note, facts, party, sheet
from qme_guide.documents.packet_papers import last_sent, sent_to
from qme_guide.words import load_words

ADMINISTRATOR = "claims_administrator"


def by_mail(matter: Matter) -> bool:
    """The copy for the claims administrator went by mail, or nobody said yet how."""
    sending = sent_to(matter, ADMINISTRATOR)
    return sending is None or sending.how in (None, "unsure", "mail")


def proof_of_service(matter: Matter) -> Document:
    """The proof that the copy of the IMR request for the claims administrator was mailed."""
    say = matter.sayer("proof-of-service")
    return proof_of_mailing(matter, (titled(matter, "claims-copy"), say("form")), matter.letter.sendings if matter.letter else ())


def titled(matter: Matter, paper: str) -> str:
    """One of our letters in a list of papers, by the English title under which it goes out."""
    return matter.sayer("proof-of-service")("letter_titled", title=load_words(SENT_LANGUAGE).letter(paper, "title"))


def proof_of_mailing(matter: Matter, papers: Sequence[str], sendings: Sequence[Sending]) -> Document:
    """The proof that papers were mailed to the claims administrator, for the adult who mails them.

    papers: each in a few words (`titled` for a letter of ours), in order. sendings: the log of these papers; the day of
    the last one by mail is printed. What it must say: Code Civ. Proc. 1013a(1), 2015.5.
    """
    say, sending = matter.sayer("proof-of-service"), last_sent(sendings, ADMINISTRATOR)
    mailed = matter.words.day(sending.on) if sending and sending.how == "mail" else None
    blocks: list[Block] = [
        *copy_note(matter),
        *facts([(say("about"), matter.case.worker.name), (matter.shared("claim_number"), matter.case.claim.number)], matter),
        Paragraph(say("adult")),
        *(Blank(say(name)) for name in ("name", "address")),
        Paragraph(say("papers_title"), strong=True),
        Bullets(tuple(papers), numbered=True),
        Paragraph(say("to_title"), strong=True),
        *_to_administrator(matter),
        Paragraph(say("mailed")),
        *facts([(say("mailed_on"), mailed), (say("mailed_at"), None)], matter),
        Paragraph(say("declare")),
        Blank(say("signed_at")),
        Signature(say("sign"), matter.shared("date")),
    ]
    return replace(sheet(matter, "proof-of-service", blocks, sent=True), one_page=True)


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
    return replace(sheet(matter, "mail-slip", blocks, sent=False), one_page=True)


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
