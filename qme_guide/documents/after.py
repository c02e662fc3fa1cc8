"""The papers after the request was sent: to ask for what the review approved, for records, and to answer the State.

Facts only, and no threat. Each sentence stands only when its answer was given.
"""

from collections.abc import Callable, Sequence

from qme_guide.case import UNSURE, Letter, Record, Review, Treatment
from qme_guide.documents.document import Blank, Block, Bullets, Document, Heading, Paragraph
from qme_guide.documents.matter import Matter, case_facts, copy_note, facts, item, joined, letter_head, sheet, sign
from qme_guide.documents.record_names import listed_name
from qme_guide.rules import imr, review
from qme_guide.rules.start import exact

QUESTIONS = ("first", "second", "third")
Say = Callable[..., str]


def imr_authorize(matter: Matter) -> Document:
    """Please authorize what the review approved. Lab. Code 4610.6(j)."""
    return _claim(matter, "imr-authorize", review.AUTHORIZE, review.to_authorize(matter.letter) if matter.letter else ())


def imr_reimburse(matter: Matter) -> Document:
    """Please pay for what the review approved and what was already given. Lab. Code 4610.6(j)."""
    return _claim(matter, "imr-reimburse", review.REIMBURSE, review.to_pay(matter.letter) if matter.letter else ())


def _claim(matter: Matter, name: str, rule: str, treatments: Sequence[Treatment]) -> Document:
    say, came = matter.sayer(name), _review(matter)
    decided, received = exact(came.decided_on), exact(came.administrator_received_on)
    about = [*_about(matter, say), *([say("decided", decided=decided)] if decided else [])]
    law = [*([say("received", received=received)] if received else []), say("law", n=matter.law.clock(rule).newest.n)]
    blocks: list[Block] = [*copy_note(matter), *letter_head(matter), Paragraph(say("subject"), strong=True), *joined(about)]
    blocks += [*approved_items(say, treatments), *joined(law), *joined([say(block) for block in ("status", "ask", "reason", "enclosed")])]
    return sheet(matter, name, [*blocks, Paragraph(say("closing")), sign(matter)], sent=True, one_page=True)


def approved_items(say: Say, treatments: Sequence[Treatment]) -> list[Block]:
    """Each treatment as it was named, a part of one as such; a line to fill in when none is known by name."""
    named = tuple(say("partly", name=item(one)) if one.result == "partly" else item(one) for one in treatments if one.name)
    return [Paragraph(say("items")), Bullets(named) if named else Blank(say("blank"))]


def _review(matter: Matter) -> Review:
    return matter.letter.review if matter.letter else Review()


def _about(matter: Matter, say: Say) -> list[str]:
    printed = exact(matter.letter.printed_on) if matter.letter else None
    return [say("about", printed=printed)] if printed else []


def records_missing(matter: Matter) -> Document:
    """Records that are not on the claims administrator's list; or, with nothing compared, a letter that asks for the list."""
    records = review.missing(matter.case, matter.letter) if matter.letter else ()
    blocks = _missing(matter, records) if records else _no_list(matter)
    return sheet(matter, "records-missing", [*copy_note(matter), *blocks, sign(matter)], sent=True, one_page=True)


def _missing(matter: Matter, records: Sequence[Record]) -> list[Block]:
    """To the reviewers. Lab. Code 4610.5(f)(3), (l), (m)."""
    say, assigned = matter.sayer("records-missing"), exact(_review(matter).assigned_on)
    here = tuple(listed_name(one, matter.words) for one in records if one.state == "have")
    elsewhere = tuple(_held(matter, one) for one in records if one.state != "have")
    blocks: list[Block] = [Blank(say("to_reviewer")), *facts(case_facts(matter), matter), Blank(say("case_number"))]
    about = [*_about(matter, say), *([say("assigned", assigned=assigned)] if assigned else [])]
    blocks += [Paragraph(say("subject"), strong=True), *joined(about)]
    for block, names in (("sent_here", here), ("not_here", elsewhere)):
        blocks += [Paragraph(say(block)), Bullets(names, numbered=True)] if names else []
    return [*blocks, Paragraph(say("law")), *joined([say("please" if here else "please_later"), say("copy")]), Paragraph(say("closing"))]


def _no_list(matter: Matter) -> list[Block]:
    """To the claims administrator. Lab. Code 4610.5(o)."""
    say = matter.sayer("records-missing")
    blocks: list[Block] = [*letter_head(matter), Paragraph(say("list_subject"), strong=True), Paragraph(say("greeting"))]
    blocks += joined(_about(matter, say))
    return [*blocks, *(Paragraph(say(block)) for block in ("list_law", "list_status", "list_ask", "closing"))]


def _held(matter: Matter, record: Record) -> str:
    name, holder = listed_name(record, matter.words), record.holder_name
    return matter.sayer("records-missing")("held", name=name, holder=holder) if holder else name


def more_facts(matter: Matter) -> Document:
    """The answer to the State's questions about eligibility: the facts that were told, then lines for the answers."""
    say, more = matter.sayer("more-facts"), exact(_review(matter).more_on)
    blocks: list[Block] = [*copy_note(matter), Blank(say("to")), *facts(case_facts(matter), matter)]
    if more:
        blocks.append(Paragraph(say("received", received=more)))
    if known := _known(matter, say):
        blocks += [Heading(say("facts_title")), *facts(known, matter)]
    blocks += [Heading(say("answers_title")), *(Blank(say(name)) for name in QUESTIONS), Blank(say("enclosed"))]
    return sheet(matter, "more-facts", [*blocks, sign(matter)], sent=True, one_page=True)


def _known(matter: Matter, say: Say) -> list[tuple[str, str | None]]:
    """What was answered about the letter, and nothing that was not."""
    if not matter.letter:
        return []
    told = [(say(name), answer) for name, answer in _answers(matter, matter.letter)]
    return [(label, say(answer) if answer in ("yes", "no") else answer) for label, answer in told if answer and answer != UNSURE]


def _answers(matter: Matter, letter: Letter) -> list[tuple[str, str | None]]:
    went = imr.request_sent(letter)
    served = letter.served_on if letter.proof_of_service in (None, "yes") else None
    return [
        ("printed", matter.told(letter.printed_on)),
        ("served", matter.told(served)),
        ("arrived", matter.told(letter.received_on)),
        ("form", letter.form_enclosed),
        ("sent", matter.told(went.on) if went else None),
        ("earlier", letter.asked_before),
        ("liability", letter.liability_disputed),
    ]
