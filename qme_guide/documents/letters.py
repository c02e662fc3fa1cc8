"""The letters that go out: the copy for the claims administrator, the letter that asks for a missing form, and the
note on the date. Each sentence stands only when its answer was given.
"""

from collections.abc import Callable

from qme_guide.case import Letter
from qme_guide.documents.document import Document, Paragraph
from qme_guide.documents.matter import Matter, case_facts, copy_note, facts, greeting, joined, letter_head, own_words, sheet, sign
from qme_guide.rules import imr
from qme_guide.rules.start import exact


def claims_copy(matter: Matter) -> Document:
    """The letter that takes a copy of the signed form, without the decision, to the claims administrator."""
    say, letter = matter.sayer("claims-copy"), matter.letter
    blocks = [*copy_note(matter), *letter_head(matter), Paragraph(say("subject"), strong=True), greeting(say, matter.case.claim.adjuster)]
    about = [say("about", printed=letter.printed_on)] if letter and exact(letter.printed_on) else []
    blocks += joined([*about, *_sent(say, letter)])
    blocks += [*joined([say("enclosed"), say("not_enclosed")]), Paragraph(say("keep")), Paragraph(say("closing")), sign(matter)]
    return sheet(matter, "claims-copy", blocks, sent=True, one_page=True)


def form_missing(matter: Matter) -> Document:
    """The letter that asks for the form or the envelope that did not come. Lab. Code 4610.5(f), (h)(3)."""
    say, letter = matter.sayer("form-missing"), matter.letter
    lack = _lacks(letter)
    subject = Paragraph(say(f"subject_{lack or 'both'}"), strong=True)
    blocks = [*copy_note(matter), *letter_head(matter), subject, greeting(say, matter.case.claim.adjuster)]
    printed = exact(letter.printed_on) if letter else None
    about = [say("about", printed=printed) if printed else say("about_undated")]
    if letter and exact(letter.received_on):
        about.append(say("received", received=letter.received_on))
    blocks += joined(about)
    blocks += joined([*([say(f"missing_{lack}")] if lack else []), say("ask")])
    blocks += [Paragraph(say(name)) for name in ("law", "answer_by_contact", "closing")]
    return sheet(matter, "form-missing", [*blocks, sign(matter)], sent=True, one_page=True)


def late_note(matter: Matter) -> Document:
    """A page of facts for a request that goes in after its first date. It never says that the request is late."""
    say, letter = matter.sayer("late-note"), matter.letter
    blocks = [*copy_note(matter), *facts(case_facts(matter), matter), Paragraph(say("intro"))]
    for name in ("printed", "received"):
        day = exact(getattr(letter, f"{name}_on")) if letter else None
        if day:
            blocks.append(Paragraph(say(name, **{name: day})))
    lack = _lacks(letter)
    blocks += [Paragraph(say(name)) for name in _late_lacks(lack)]
    notice = exact(letter.liability_notice_on) if letter else None
    if notice and letter.liability_disputed == "yes":
        blocks += [Paragraph(say("liability", notice=notice)), Paragraph(say("liability_law"))]
    if letter and letter.late_reason:
        blocks += [Paragraph(say("own_words")), *own_words(letter.late_reason)]
    return sheet(matter, "late-note", [*blocks, Paragraph(say("ask")), Paragraph(say("closing")), sign(matter)], sent=True)


def _sent(say: Callable[..., str], letter: Letter | None) -> list[str]:
    """When and how the request went out; nothing while no day was said."""
    went = imr.request_sent(letter) if letter else None
    if not went or not exact(went.on):
        return []
    if went.how in (None, "unsure"):
        return [say("body_sent_date", sent=went.on)]
    return [say("body_sent", sent=went.on, how=say(f"how_{went.how}"))]


def _lacks(letter: Letter | None) -> str:
    """What did not come, as the last part of a block's name; empty when both came or nobody said."""
    return imr.not_enclosed(letter) if letter else ""


def _late_lacks(lack: str) -> tuple[str, ...]:
    said = {"both": ("form_missing", "envelope_missing"), "form": ("form_missing",), "envelope": ("envelope_missing",)}
    return (*said[lack], "form_law") if lack else ()
