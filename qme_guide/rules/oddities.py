"""Days of a panel, its request and an appointment that are worth a second look: kind questions, which never stop anybody.

Two papers can really carry odd dates, so nothing here changes an answer or a clock.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from qme_guide.case import Case, Exam, Panel, PanelForm
from qme_guide.days import add_years
from qme_guide.law import BeyondTable, Law
from qme_guide.rules.exam import BEYOND, standing
from qme_guide.rules.panel import UNIT, exam_of, is_over, panel_of, sent_to
from qme_guide.rules.start import earliest, exact


@dataclass(frozen=True)
class Oddity:
    """One thing to look at again: its name, and the facts of its sentence. closed: the id of a closed day."""

    name: str
    facts: Mapping[str, date] = field(default_factory=dict)
    closed: str = ""


def about_form(form: PanelForm) -> Iterator[Oddity]:
    """It reached the Medical Unit before it was sent."""
    came = exact(form.medical_unit_on)
    sent = min((earliest(one.on) for one in sent_to(UNIT, form.sendings)), default=None)
    if came and sent and came < sent:
        yield Oddity("unit_before_sent", {"came": came, "sent": sent})


def about_panel(case: Case, panel: Panel, law: Law, today: date | None) -> Iterator[Oddity]:
    """Issued before it was asked for, after it came, or years ago; an appointment asked for or booked before that."""
    day = exact(panel.issued_on)
    if day is None:
        return
    asked = [earliest(one.on) for one in sent_to(UNIT, case.panel_form.sendings)] or [exact(case.panel_form.medical_unit_on)]
    first = min(filter(None, asked), default=None)
    if today and day < today and add_years(day, law.practice.old_panel_years) < today:
        yield Oddity("panel_old", {"issued": day})
    elif first and day < first:
        yield Oddity("panel_before_request", {"issued": day, "asked": first})
    here = exact(panel.received_on)
    if here and here < day:
        yield Oddity("panel_came_before", {"issued": day, "came": here})
    before = [exact(one) for one in (panel.requested_on, panel.booked_on) if exact(one) and one < day]
    if before:
        yield Oddity("booked_before_panel", {"issued": day, "booked": min(before)})


def about_exam(case: Case, exam: Exam, law: Law, today: date | None) -> Iterator[Oddity]:
    """In the past, on a closed day, before its panel, beyond the last day, or with another doctor than the chosen one."""
    day, panel = exact(exam.on), panel_of(case, exam)
    if day is None:
        return
    if is_over(exam, today):
        yield Oddity("exam_past", {"exam": day})
    if closed := _closed(day, law):
        yield Oddity("exam_closed", {"exam": day}, closed)
    if panel:
        yield from _against(case, exam, panel, law)


def _against(case: Case, exam: Exam, panel: Panel, law: Law) -> Iterator[Oddity]:
    """An appointment beside its panel."""
    issued = exact(panel.issued_on)
    if issued and exam.on < issued:
        yield Oddity("exam_before_panel", {"exam": exam.on, "issued": issued})
    if exam_of(case, panel) == exam and standing(case, panel, law) == BEYOND:
        yield Oddity("exam_beyond", {"exam": exam.on})
    if panel.chosen and exam.doctor in {one.id for one in panel.doctors} - {panel.chosen}:
        yield Oddity("exam_other_doctor")


def _closed(day: date, law: Law) -> str:
    """Why offices are closed on this day, as its id; nothing on an open day, or beyond the table of closed days."""
    try:
        return law.calendar.why_closed(day) if law.calendar.is_office_closed(day) else ""
    except BeyondTable:
        return ""
