"""The answers about one utilization review decision (ur_decision): the letter, its treatments, what was sent and what came back."""

from qme_guide.answers import (
    Answer, Arrival, Day, Decision, Id, Line, Method, Part, Place, Proof, Reason, Recipient, Result, Signer, Text, Wrote, YesNo,
)  # fmt: skip


class Paper(Part):
    """A paper that came: the date on it, when and how it was served, and when it arrived."""

    id: Id
    printed_on: Day = None
    served_on: Day = None
    served_how: Method | None = None
    served_where: Place | None = None
    postmarked_on: Day = None
    received_on: Day = None


class Treatment(Part):
    """One thing the doctor asked for and the ur_decision refused or changed; later, what the reviewer decided about it.

    `given`: it was already given. `authorized_on`, `paid_on`: when the claims administrator did its part after the review.
    """

    name: Line | None = None
    body_part: Line | None = None
    drug: YesNo | None = None
    decision: Decision | None = None
    given: YesNo | None = None
    result: Result | None = None
    authorized_on: Day = None
    paid_on: Day = None


class Sending(Part):
    """One line of the log: to whom a paper went, on which day, how, and what proves it. `number`: of the tracking or the fax.

    doctor, named: whom a selection notice named: the id of a doctor of its panel, and the name as it stood then.
    papers: ids of the records that went along, when they went for an evaluator. wrote: which letter it was, where one log
    holds several. answered_on: the day an answer came.
    """

    id: Id
    to: Recipient = "reviewer"
    on: Day = None
    how: Method | None = None
    proof: Proof | None = None
    number: Line | None = None
    result: Arrival | None = None
    doctor: Id | None = None
    named: Line | None = None
    papers: tuple[Id, ...] = ()
    wrote: Wrote | None = None
    answered_on: Day = None


class Review(Part):
    """What came back after the request was sent.

    answer, answered_on: is the request eligible, and the date of that notice. more_on: receipt of a question for more facts.
    assigned_on: the date of the notice that names the reviewer. list_received: the insurer's list of records came;
    listed: ids of the records of this case that stand on it. complete_on: the day a letter says all papers were there.
    decided_on: the date (mailing) of the final determination; received_on: its receipt by the worker;
    administrator_received_on: its receipt by the claims administrator.
    """

    answer: Answer | None = None
    answered_on: Day = None
    more_on: Day = None
    assigned_on: Day = None
    list_received: YesNo | None = None
    listed: tuple[Id, ...] | None = None
    complete_on: Day = None
    decided_on: Day = None
    received_on: Day = None
    administrator_received_on: Day = None


class Letter(Paper):
    """A utilization review decision. `drug`: any medicine among the items.

    reasons: what it gives as reason. asked_before: an earlier request for review of the same treatment. signer,
    designated_on: who signs the form, and the date of the paper that names another person. form_revised_on: the date
    that is printed on the form itself. pages_said: how many pages the decision itself says it has, in digits, as it was
    typed. doctor_told_on: when the doctor got the sheet about this letter.
    """

    drug: YesNo | None = None
    proof_of_service: YesNo | None = None
    treatments: tuple[Treatment, ...] = ()
    reason: Text | None = None
    reasons: tuple[Reason, ...] | None = None
    urgent: YesNo | None = None
    conditional: YesNo | None = None
    liability_disputed: YesNo | None = None
    liability_notice_on: Day = None
    asked_before: YesNo | None = None
    form_enclosed: YesNo | None = None
    envelope_enclosed: YesNo | None = None
    form_revised_on: Day = None
    pages_said: Line | None = None
    signer: Signer | None = None
    designated_on: Day = None
    recommended_on: Day = None
    rfa_received_on: Day = None
    decided_on: Day = None
    late_reason: Text | None = None
    doctor_told_on: Day = None
    sendings: tuple[Sending, ...] = ()
    review: Review = Review()
