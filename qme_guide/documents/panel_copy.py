"""The letters to the claims administrator around QME Form 105: to ask for it, and with its copy; and the proof of mailing.

A sentence stands only when its answer was given. After an objection the form is owed at once (Lab. Code 4061(c),
4062(a)); with the notice about a claim that nobody accepted it comes along (4060(d), (e)).
"""

from collections.abc import Callable, Iterator, Sequence

from qme_guide.case import Report
from qme_guide.documents.document import Block, Document, Paragraph
from qme_guide.documents.matter import Matter, copy_note, greeting, letter_head, sheet, sign
from qme_guide.documents.serving import proof_of_mailing, titled
from qme_guide.rules import objection, route
from qme_guide.rules.panel import UNIT, objected, sent_to
from qme_guide.rules.start import exact

COPY, REQUEST = "panel-copy", "form105-request"
Say = Callable[..., str]


def form105_request(matter: Matter) -> Document:
    """Please send the form: after which objection, and by which section."""
    say, asked = matter.sayer(REQUEST), exact(matter.case.panel_form.asked_for_on)
    again = [Paragraph(say("before", day=asked))] if asked and asked != matter.today else []
    return _letter(matter, REQUEST, [*_objected(matter, say), Paragraph(say("ask")), *_law(matter, say), *again, Paragraph(say("day"))])


def panel_copy(matter: Matter) -> Document:
    """A copy of the form as it went to the Medical Unit."""
    say, went = matter.sayer(COPY), [one for one in sent_to(UNIT, matter.case.panel_form.sendings) if exact(one.on)]
    told = [say("sent", day=one.on) for one in went[-1:]] or [say("sends")]
    return _letter(matter, COPY, [Paragraph(" ".join((*told, say("enclosed")))), Paragraph(say("keep"))])


def panel_copy_proof(matter: Matter) -> Document:
    """The proof that the letter and the copy of the form were mailed to the claims administrator."""
    return proof_of_mailing(matter, (titled(matter, COPY), matter.sayer(COPY)("form")), matter.case.panel_form.sendings)


def _letter(matter: Matter, name: str, body: Sequence[Block]) -> Document:
    """Head, that there is no attorney, the body, the signature."""
    say, adjuster = matter.sayer(name), matter.case.claim.adjuster
    blocks: list[Block] = [
        *copy_note(matter),
        *letter_head(matter),
        Paragraph(say("subject"), strong=True),
        greeting(say, adjuster),
        *([Paragraph(say("alone"))] if matter.case.triage.lawyer == "no" else []),
    ]
    return sheet(matter, name, [*blocks, *body, Paragraph(say("closing")), sign(matter)], sent=True, one_page=True)


def _sent_reports(matter: Matter) -> list[Report]:
    """The treating doctors' reports to which an objection went out."""
    return [one for one in matter.case.reports if one.kind == objection.TREATING and objected(one)]


def _objected(matter: Matter, say: Say) -> Iterator[Block]:
    """Each objection with a whole day."""
    for report in _sent_reports(matter):
        day = exact(objected(report).on)
        if day:
            yield Paragraph(say("objected_named", author=report.author, day=day) if report.author else say("objected", day=day))


def _law(matter: Matter, say: Say) -> Iterator[Block]:
    """The sections that make the form owed: after an objection, or with the notice about the claim."""
    named = {section for one in _sent_reports(matter) for section in objection.sections(matter.case, one)}
    if named:
        yield Paragraph(say(f"law_{'both' if len(named) > 1 else min(named)}"))
    if any(one.name in (route.CAUSE, route.WAIT) for one in route.ways(matter.case)):
        yield Paragraph(say("law_4060"))
