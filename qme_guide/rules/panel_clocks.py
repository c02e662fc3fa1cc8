"""Which clocks of the QME panel road run, and which day starts each.

Lab. Code 139.2(h), 4061(c), 4062(a), 4062.1(b)-(c), 4621(b)-(c); 8 CCR 31.3, 34. Two clocks of ten days run here and are
never merged: to send QME Form 105 first, and to choose from the panel. A clock of the worker starts on the earliest day
an answer can mean, a wait on the latest and only from whole days; nobody else is called late from a day that is not
sure. A clock ends when its answer is there. Whether somebody is represented decides which clocks run, never how.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from qme_guide.case import UNSURE, Case, Panel, PanelForm, Report
from qme_guide.rules.deadline import Missing
from qme_guide.rules.panel import (
    ANY_QME, CLAIM, EMPLOYER_MAY, FORM, FORM_FIRST, FORM_NOW, NOTICE, PANEL_DUE, SELECT, WAIT_60, WINDOW,
    exam_of, form_sent, is_over, objected, panel_came, received, told,
)  # fmt: skip
from qme_guide.rules.route_questions import ABOUT_PERMANENT
from qme_guide.rules.start import Start, earliest, exact
from qme_guide.rules.table import alone, stands

OBJECT, OBJECT_REPRESENTED, OBJECT_TARGET = "objection-4062-30", "objection-4062-20", "objection-4061-target"
_NOT_THEIRS = ("downloaded", "medical_unit")


@dataclass(frozen=True)
class Running:
    """A clock that runs: what it belongs to, the rule, and the day that starts it."""

    about: str
    rule: str
    start: Start


def running(case: Case, today: date | None) -> Iterator[Running]:
    """Every clock of the panel road that the answers start and nothing has ended; not those of a report or an exam."""
    if start := _filed(case):
        yield Running(CLAIM, WAIT_60, start)
    if alone(case) and not panel_came(case):
        yield from _form_clocks(case)
    for panel in case.panels:
        yield from _panel_clocks(case, panel, today)


def objection_rules(case: Case, report: Report) -> tuple[str, ...]:
    """The clocks of the objection to a treating doctor's report; none once it was sent.

    Permanent disability and future care have no number of days in the law: our target. With any other finding beside
    them, or in doubt, the date of Lab. Code 4062(a) counts. Who is not sure about an attorney sees the shorter count too.
    """
    if objected(report):
        return ()
    if not alone(case):
        return (OBJECT_REPRESENTED,)
    about = {one.about for one in report.findings}
    if about and about <= set(ABOUT_PERMANENT):
        return (OBJECT_TARGET,)
    doubt = (OBJECT_REPRESENTED,) if case.triage.lawyer == UNSURE else ()
    return (*doubt, OBJECT) if about else (*doubt, OBJECT, OBJECT_TARGET)


def _form_clocks(case: Case) -> Iterator[Running]:
    form, start = case.panel_form, received(case.panel_form)
    if start:
        yield from (Running(FORM, rule, start) for rule in (PANEL_DUE, ANY_QME))
    elif not form_sent(form):
        first, theirs = form_given(form), employer_start(form)
        if isinstance(first, Start):
            yield Running(FORM, FORM_FIRST, first)
        if theirs:
            yield Running(FORM, EMPLOYER_MAY, theirs)
        if form.furnished_on is None:
            yield from _form_owed(case)


def _form_owed(case: Case) -> Iterator[Running]:
    """After an objection the form is owed at once; the law gives no number of days."""
    for report in case.reports:
        if report.kind == "treating" and (one := objected(report)):
            yield Running(report.id, FORM_NOW, Start(earliest(one.on), "report.objected_on", exact(one.on) is not None))


def _panel_clocks(case: Case, panel: Panel, today: date | None) -> Iterator[Running]:
    exam = exam_of(case, panel)
    if _replaced(case, panel) or (exam and is_over(exam, today)):
        return
    first, asked, booked = issued(panel), requested(panel), earliest(panel.booked_on)
    if alone(case) and not told(panel) and isinstance(first, Start):
        yield Running(panel.id, SELECT, first)
    if booked and not (exam and exam.notice_on):
        yield Running(panel.id, NOTICE, Start(booked, "panel.booked_on", exact(panel.booked_on) is not None))
    if isinstance(asked, Start):
        yield Running(panel.id, WINDOW, asked)


def _replaced(case: Case, panel: Panel) -> bool:
    """A ground to replace it was named, and a later panel is there."""
    return bool(panel.grounds) and panel != case.panels[-1]


def form_given(form: PanelForm) -> Start | Missing:
    """The ten days to send the form first: the EARLIER of given and asked to submit it. Lab. Code 4062.1(b).

    The law needs both; the earlier day is the careful one. A form that the worker found was given by nobody.
    """
    return min(_given(form), key=lambda start: start.day, default=Missing(("panel_form.furnished_on",)))


def employer_start(form: PanelForm) -> Start | None:
    """The employer's ten days: the LATER of given and asked, both whole days, and both done by its side."""
    starts, whole = _given(form), exact(form.furnished_on) and exact(form.asked_on)
    if not whole or form.asked_to_submit == "no" or form.furnished_by in _NOT_THEIRS:
        return None
    return max(starts, key=lambda start: start.day)


def _given(form: PanelForm) -> list[Start]:
    """The day it was given and the day they asked, as far as they were said; exact when no said day leaves a doubt."""
    days = {"furnished_on": None if form.furnished_by == "downloaded" else form.furnished_on}
    days["asked_on"] = None if form.asked_to_submit == "no" else form.asked_on
    sure = all(day is None or exact(day) for day in days.values())
    return [Start(earliest(day), f"panel_form.{name}", sure) for name, day in days.items() if earliest(day)]


def issued(panel: Panel) -> Start | Missing:
    """The ten days to choose: the date printed on the panel, not the day it came. Lab. Code 4062.1(c).

    8 CCR 31.3(a) counts from the day the form was furnished; that is later and never stands in for it. A panel that
    is said to have come sooner than its date was issued by then, so that day counts.
    """
    day, here = earliest(panel.issued_on), exact(panel.received_on)
    if day and here and here < day:
        return Start(here, "panel.came", exact=True)
    return Start(day, "panel.issued_on", exact(panel.issued_on) is not None) if day else Missing(("issued_on",))


def came(panel: Panel) -> Start | None:
    """The day the panel came, for the second reading (8 CCR 31.3(a)): only beside a known, earlier issue date."""
    first, day = issued(panel), exact(panel.received_on)
    later = isinstance(first, Start) and first.exact and day and day > first.day
    return Start(day, "panel.received_on", exact=True) if later else None


def requested(panel: Panel) -> Start | Missing:
    """The ninety days for the exam: the first request for an appointment. 8 CCR 31.3(e).

    Not said, the first call in the log to the chosen doctor's office stands in for it.
    """
    day = earliest(panel.requested_on)
    if day:
        return Start(day, "panel.requested_on", exact(panel.requested_on) is not None)
    calls = [earliest(call.on) for call in panel.calls if call.doctor and call.doctor == panel.chosen and earliest(call.on)]
    return Start(min(calls), "panel.called", exact=False) if calls else Missing(("requested_on",))


def _filed(case: Case) -> Start | None:
    """The sixty days without an exam on the cause: the claim form was filed, and nobody has decided. Lab. Code 4621(b)-(c)."""
    day = earliest(case.claim.form_filed_on)
    if day is None or case.claim.denied_on is not None or stands(case) not in ("undecided", UNSURE):
        return None
    return Start(day, "claim.form_filed_on", exact(case.claim.form_filed_on) is not None)
