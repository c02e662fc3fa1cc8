"""The answers about a medical dispute: what it is about, the panel form, the three doctors, the appointment."""

from qme_guide.answers import (
    ClaimStand, Day, Dispute, FormFrom, Ground, Id, Line, Part, Text, YesNo,
)  # fmt: skip
from qme_guide.case_exam import Evening, PlanMark
from qme_guide.case_letter import Sending


class Route(Part):
    """Which road a medical dispute takes. claim_stands: is the claim, or a part of the body, accepted."""

    about: tuple[Dispute, ...] | None = None
    claim_stands: ClaimStand | None = None
    claim_form: YesNo | None = None
    network: YesNo | None = None


class PanelForm(Part):
    """QME Form 105: how it came, and the request made with it.

    furnished_on: the form was given. asked_to_submit, asked_on: the claims administrator asked the worker to submit it.
    specialty, code: what the treating doctor said, and the code from the list on the worker's own form.
    medical_unit_on: the Medical Unit received the request. returned_on: it sent the request back.
    """

    asked_for_on: Day = None
    furnished_on: Day = None
    furnished_by: FormFrom | None = None
    asked_to_submit: YesNo | None = None
    asked_on: Day = None
    doctor_asked: YesNo | None = None
    specialty: Line | None = None
    code: Line | None = None
    sendings: tuple[Sending, ...] = ()
    medical_unit_on: Day = None
    returned_on: Day = None


class PanelDoctor(Part):
    """One of the three doctors of a panel, as the panel names them and as the worker found out."""

    id: Id
    name: Line | None = None
    specialty: Line | None = None
    address: Text | None = None
    phone: Line | None = None
    distance: Line | None = None
    earliest_on: Day = None
    languages: Line | None = None
    note: Text | None = None


class Call(Part):
    """One call in the log: which doctor's office (id of a PanelDoctor) or whom, the day, who answered, what was said."""

    id: Id
    doctor: Id | None = None
    on: Day = None
    who: Line | None = None
    said: Text | None = None
    offered_on: Day = None


class Panel(Part):
    """A panel of three QMEs. issued_on: the date printed on it. chosen: id of the chosen doctor.

    told_on is not kept: the log of the selection notice (sendings) says it. requested_on: the first request for an
    appointment. booked_on: the day of booking.
    accepts_later: the worker accepts a date between the two limits (8 CCR 31.3(e)).
    """

    id: Id
    number: Line | None = None
    issued_on: Day = None
    received_on: Day = None
    requested_on: Day = None
    doctors: tuple[PanelDoctor, ...] = ()
    ia_called: YesNo | None = None
    chosen: Id | None = None
    calls: tuple[Call, ...] = ()
    booked_on: Day = None
    accepts_later: YesNo | None = None
    sendings: tuple[Sending, ...] = ()
    grounds: tuple[Ground, ...] | None = None


class Exam(Part):
    """An appointment with a QME. panel: its id. doctor: the id of a panel doctor, or a name as it was typed.

    at: the time as the notice says it. notice_on: QME Form 110 came. plan: how the tasks stand. for_qme: ids of the records
    meant for the evaluator; sendings: the log of serving and sending them. nonmedical_on: the claims administrator served
    papers that are not medical. evening: what was written down after the exam. report_came: its report is there.
    """

    id: Id
    on: Day = None
    at: Line | None = None
    place: Text | None = None
    panel: Id | None = None
    doctor: Line | None = None
    notice_on: Day = None
    interpreter: YesNo | None = None
    language: Line | None = None
    travel: YesNo | None = None
    lost_wages: YesNo | None = None
    plan: tuple[PlanMark, ...] = ()
    for_qme: tuple[Id, ...] = ()
    sendings: tuple[Sending, ...] = ()
    nonmedical_on: Day = None
    evening: Evening = Evening()
    report_came: YesNo | None = None
