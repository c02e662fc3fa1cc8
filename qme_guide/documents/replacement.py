"""The worker's own sheet for asking for another doctor (QME Form 31.5): the reasons, what to attach, what stays open.

It is no look-alike of the form, which was not seen. It promises no other doctor: not having an appointment in time does
not bring one by itself (Vazquez v. Inocensio Renteria, 2025). What rests on a source only says so.
"""

from collections.abc import Callable, Iterator

from qme_guide.case import Panel
from qme_guide.documents.document import Blank, Block, Bullets, Check, Document, Heading, Paragraph
from qme_guide.documents.matter import Matter, case_facts, facts, sheet
from qme_guide.documents.selection_notice import newest
from qme_guide.rules import panel as rules
from qme_guide.rules import replacement as grounds

NAME = "replacement-sheet"
NOTES = {"not_in_time": "judge", "late_report": "late", "other_contact": "contact"}
Say = Callable[..., str]


def replacement(matter: Matter, panel: Panel | None = None) -> Document:
    """The sheet for one panel; without one, for the newest. Without a reason it lists all to tick."""
    say, about = matter.sayer(NAME), panel or newest(matter)
    doctor = rules.chosen(about)
    told = [(say("issued"), matter.told(about.issued_on)), (say("number"), about.number), (say("doctor"), doctor and doctor.name)]
    blocks: list[Block] = [
        Paragraph(say("intro"), strong=True),
        Heading(say("what_title")),
        Bullets(tuple(say(name) for name in ("what_form", "what_one", "what_time", "what_copy"))),
        Heading(say("facts_title")),
        *facts([*case_facts(matter), *told], matter),
        Heading(say("reasons_title")),
        *_reasons(matter, about, say),
        Heading(say("calls_title")),
        *_calls(matter, about, say),
        Heading(say("additional_title")),
        Paragraph(say("additional_text")),
        *_sources(matter, (grounds.ADDITIONAL,), say),
    ]
    return sheet(matter, NAME, blocks, sent=False)


def _reasons(matter: Matter, panel: Panel, say: Say) -> Iterator[Block]:
    """Each marked reason with what to attach; with none, all of them to tick."""
    if not panel.grounds:
        yield Paragraph(say("reasons_tick"))
    for one in panel.grounds or grounds.FACTS:
        lines = [matter.words.choice("panels.grounds", one), f"{say('attach')} {say(f'proof_{one}')}"]
        lines += [say(f"note_{NOTES[one]}")] if one in NOTES else []
        yield Check("\n".join(lines), checked=bool(panel.grounds))
    listed = panel.grounds or grounds.FACTS
    yield from _sources(matter, (*grounds.facts(listed), *([grounds.JUDGE] if "not_in_time" in listed else ())), say)


def _sources(matter: Matter, names: tuple[str, ...], say: Say) -> Iterator[Block]:
    """Where each is written, its date, and that we did not read the text itself where that is so."""
    found = [matter.law.facts[name] for name in names]
    kinds = ("source" if fact.status == "PRIMARY" else "source_second" for fact in found)
    yield Bullets(tuple(say(kind, citation=fact.citation, as_of=fact.as_of) for kind, fact in zip(kinds, found, strict=True)))


def _calls(matter: Matter, panel: Panel, say: Say) -> Iterator[Block]:
    """The calls that were noted, as proof that an appointment was asked for; lines without any."""
    names = {one.id: one.name for one in panel.doctors}
    told = [(names.get(call.doctor or "") or say("office"), matter.told(call.on), matter.told(call.offered_on)) for call in panel.calls]
    lines = tuple(say("call_offered", office=office, day=day, offered=offered) if offered else say("call", office=office, day=day) for office, day, offered in told if day)
    if lines:
        yield Bullets(lines)
    else:
        yield from (Blank(say("call_blank")) for _ in NOTES)
