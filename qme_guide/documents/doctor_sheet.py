"""The one page for the treating doctor: what was denied, what the reviewer said, what is asked for, and the worker's date.

It goes to the doctor, so it is written in English. It predicts nothing and holds no medicine: each question comes from
a reason that the worker found in the letter, and the letter's words stand as the worker typed them.
"""


from qme_guide.case import Letter
from qme_guide.documents.counted import counted
from qme_guide.documents.document import Blank, Block, Check, Document, Heading, PageBreak, Paragraph, Table
from qme_guide.documents.matter import Matter, copy_note, facts, item, own_words, sheet
from qme_guide.law_models import Fact
from qme_guide.rules import imr, reasons

NAME, COLUMNS = "doctor-sheet", (32, 68)
AGAIN = "repeat-rfa-12m"
# More of the letter's own words than this (characters) stand on a page of their own, so that the first page stays whole.
ROOM = 350


def doctor_sheet(matter: Matter) -> Document:
    """One page for the doctor; the letter's own words follow on a second page when they are long."""
    say, letter = matter.sayer(NAME), matter.letter
    blocks: list[Block] = [
        *copy_note(matter),
        *([] if _doctor(matter) else [Blank(say("to"))]),
        *facts(_head(matter), matter),
        Heading(say("please_title")),
        *(Check(text) for text in _please(matter)),
        Paragraph(_date(matter), strong=True),
        Heading(say("reviewer_title")),
        *_reviewer(matter),
        Blank(say("answer")),
        Paragraph(_sources(matter)),
    ]
    if letter and _long(letter):
        blocks += [PageBreak(), Paragraph(say("quoted")), *own_words(letter.reason)]
    return sheet(matter, NAME, blocks, sent=True, one_page=True)


def asked_for(matter: Matter) -> str:
    """The papers that answer this letter's reasons and are still to come, named one after the other."""
    kinds = reasons.wanted((matter.letter,)) if matter.letter else ()
    open_ones = (kind for kind in kinds if reasons.standing(matter.case, kind) in (None, "asked") and kind not in reasons.OWN)
    return "; ".join(matter.words.choice("records.kind", kind) for kind in open_ones)


def _head(matter: Matter) -> list[tuple[str, str | None]]:
    """To whom, and which decision. What stands at the head of the page already is only asked for when it is not known."""
    say, case, to = matter.sayer(NAME), matter.case, _doctor(matter)
    day = matter.told(matter.letter.printed_on) if matter.letter else None
    rows = [
        *([(say("to"), to)] if to else []),
        (say("decision"), ", ".join(filter(None, (day, case.claim.claims_administrator))) or None),
        (say("denied"), _denied(matter)),
    ]
    known = {"name": case.worker.name, "claim_number": case.claim.number, "date_of_injury": matter.told(case.claim.injured_on)}
    return [*rows, *((matter.shared(name), None) for name, value in known.items() if not value)]


def _doctor(matter: Matter) -> str:
    """Name, clinic and fax, as far as they are known."""
    doctor = matter.case.doctor
    fax = doctor.fax and matter.sayer(NAME)("fax", number=doctor.fax)
    return ", ".join(filter(None, (doctor.name, doctor.clinic, fax)))


def _denied(matter: Matter) -> str | None:
    """Each item as it was named, one a line; what was only changed says so."""
    say, letter = matter.sayer(NAME), matter.letter
    named = [one for one in letter.treatments if one.name] if letter else []
    return "\n".join(say("changed", item=item(one)) if one.decision == "changed" else item(one) for one in named) or None


def _reviewer(matter: Matter) -> list[Block]:
    """Each reason beside its question, and the letter's own words when they are short."""
    say, words, letter = matter.sayer(NAME), matter.words, matter.letter
    found = reasons.chosen(letter, reasons.DOCTOR, reasons.ASK) if letter else ()
    rows = tuple((words.say(f"reasons.{reason}.name"), words.say(f"reasons.{reason}.ask")) for reason in found)
    blocks: list[Block] = [Table((say("column_reason"), say("column_question")), rows, COLUMNS)] if rows else [Paragraph(say("no_reasons"))]
    if letter and letter.reason:
        blocks += [Paragraph(say("quoted_below"))] if _long(letter) else [Paragraph(say("quoted")), *own_words(letter.reason)]
    return blocks


def _long(letter: Letter) -> bool:
    return bool(letter.reason) and len(letter.reason) > ROOM


def _please(matter: Matter) -> list[str]:
    """What the doctor is asked to do, each a box to tick."""
    say, law = matter.sayer(NAME), matter.law
    papers, form = asked_for(matter), law.facts["rfa-form-2026"]
    return [
        *([say("please_missing")] if _missing(matter) else []),
        *([say("please_urgent")] if _urgent(matter) else []),
        say("please_rfa", since=form.applies_from, days=form.values["papers_days"]),
        say("please_changed", months=law.clock(AGAIN).newest.n),
        say("please_call"),
        *([say("please_copies", papers=papers)] if papers else []),
    ]


def _missing(matter: Matter) -> bool:
    """The letter says that information is missing; once it arrives, the decision is due. Lab. Code 4610(j)(2)."""
    return bool(matter.letter) and matter.letter.conditional == "yes"


def _urgent(matter: Matter) -> bool:
    """The doctor says that waiting is dangerous, and some of it was not given yet. Lab. Code 4610.6(d)(1)(C)."""
    letter = matter.letter
    given = bool(letter and letter.treatments) and all(one.given == "yes" for one in letter.treatments)
    return bool(letter) and letter.urgent == "yes" and not given


def _date(matter: Matter) -> str:
    """The worker's own date: to come, past, or no longer needed because the request is on its way."""
    say, letter = matter.sayer(NAME), matter.letter
    went = imr.request_sent(letter) if letter else None
    if went:
        return say("date_sent", sent=matter.told(went.on))
    found = counted(letter, matter) if letter else None
    if not found or not found.first.safe:
        return say("date_unknown")
    late = matter.today and found.first.safe < matter.today
    return say("date_late") if late else say("date_open", safe=found.first.safe)


def _sources(matter: Matter) -> str:
    """Where what the page says about the law stands, and how old the oldest of the texts is."""
    told = {"rfa-form-2026": True, "denial-stays": True, "doctor-to-doctor": True}
    told |= {"missing-information": _missing(matter), "urgent-certified": _urgent(matter)}
    found: list[Fact] = [matter.law.facts[name] for name, stands in told.items() if stands]
    return matter.sayer(NAME)("sources", citations="; ".join(fact.citation for fact in found), as_of=min(fact.as_of for fact in found))
