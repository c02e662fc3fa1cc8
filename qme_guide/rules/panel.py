"""The road of a QME panel (list of three doctors): what went out, and what is there. The clocks are in `panel_clocks`.

Lab. Code 139.2(h), 4062(a), 4062.1(b)-(c). A paper that failed to go out did not go out, and a day that nobody is sure
of does not end a clock. This module counts nothing.
"""

from collections.abc import Iterable
from datetime import date

from qme_guide.case import Case, Exam, Panel, PanelDoctor, PanelForm, Report, Sending
from qme_guide.rules import logs
from qme_guide.rules.start import Start, earliest, exact

FORM_NOW, FORM_FIRST, EMPLOYER_MAY = "qme-form-now", "form105-first-10", "employer-may-file-105"
PANEL_DUE, ANY_QME, WAIT_60 = "qme-panel-5wd", "any-qme-after-20wd", "medlegal-60-wait"
SELECT, NOTICE, WINDOW = "qme-select-10", "qme-appt-notice-5bd", "qme-exam-90"
FORM, CLAIM = "panel_form", "claim"
"""What the dates of the form and of the claim belong to; those of a panel belong to its id."""
ADMINISTRATOR, UNIT = "claims_administrator", "medical_unit"


def sent_to(to: str, sendings: Iterable[Sending], wrote: str | None = None) -> tuple[Sending, ...]:
    """The sendings to somebody that did not fail and whose day, or month, was said; the first one first.

    wrote: of which letter; None: of the paper that the log is for.
    """
    went = (one for one in logs.went(sendings, wrote) if one.to == to)
    return tuple(sorted(went, key=lambda one: earliest(one.on)))


def objected(report: Report) -> Sending | None:
    """The objection to a treating doctor's report that reached, or is on its way to, the claims administrator."""
    return next(iter(sent_to(ADMINISTRATOR, report.sendings)), None)


def told(panel: Panel) -> Sending | None:
    """The selection notice to the claims administrator: it alone ends the time to choose (Lab. Code 4062.1(c)).

    A notice that named another doctor than the one chosen now told nothing of this choice.
    """
    return None if other_named(panel) else next(iter(sent_to(ADMINISTRATOR, panel.sendings)), None)


def other_named(panel: Panel) -> Sending | None:
    """The last selection notice that went out, when it names another doctor than the one chosen now."""
    last = next((one for one in reversed(sent_to(ADMINISTRATOR, panel.sendings)) if one.doctor), None)
    return last if last and panel.chosen and last.doctor != panel.chosen else None


def form_sent(form: PanelForm) -> bool:
    """QME Form 105 is on its way to the Medical Unit, or there; a form that came back must go out again."""
    if received(form):
        return True
    went, back = sent_to(UNIT, form.sendings), earliest(form.returned_on)
    if form.returned_on is None:
        return bool(went)
    again = went if exact(form.returned_on) else went[1:]
    return any(back is None or earliest(one.on) >= back for one in again)


def received(form: PanelForm) -> Start | None:
    """The day the Medical Unit received a request that it did not send back afterwards. Lab. Code 139.2(h)(1)."""
    day, back = earliest(form.medical_unit_on), form.returned_on
    sent_back = back is not None and not (exact(form.medical_unit_on) and exact(back) and form.medical_unit_on > back)
    return None if day is None or sent_back else Start(day, "panel_form.medical_unit_on", exact(form.medical_unit_on) is not None)


def chosen(panel: Panel) -> PanelDoctor | None:
    """The chosen doctor, when it is still one of the three."""
    return next((one for one in panel.doctors if one.id == panel.chosen), None)


def panel_of(case: Case, exam: Exam) -> Panel | None:
    """The panel of an appointment; with one panel alone it is that one."""
    if exam.panel is None and not case.panels[1:]:
        return next(iter(case.panels), None)
    return next((one for one in case.panels if one.id == exam.panel), None)


def exam_of(case: Case, panel: Panel) -> Exam | None:
    """The last appointment from this panel."""
    return next((one for one in reversed(case.exams) if panel_of(case, one) == panel), None)


def panel_came(case: Case) -> bool:
    """A panel answered this form: one issued before the form was given belongs to another dispute."""
    form = case.panel_form
    days = [earliest(day) for day in (form.furnished_on, form.asked_on, form.medical_unit_on, *(one.on for one in sent_to(UNIT, form.sendings)))]
    first = min(filter(None, days), default=None)
    told_about = (one for one in case.panels if one.issued_on or one.received_on or one.number or one.doctors)
    return any(not (first and exact(one.issued_on) and one.issued_on < first) for one in told_about)


def is_over(exam: Exam, today: date | None) -> bool:
    """The day of the exam is past."""
    return bool(today and exact(exam.on) and exam.on < today)
