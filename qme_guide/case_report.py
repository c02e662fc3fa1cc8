"""The answers about a medical report: how it was read, what is wrong in it, the letters about it, and the rating after it."""

from qme_guide.answers import Answered, Day, Dispute, Id, Line, Part, RatingGround, ReadState, ReportKind, Text, Topic, YesNo
from qme_guide.case_letter import Paper, Sending


class Finding(Part):
    """One thing a report says that the worker disagrees with: where it stands, what it says, what it is about."""

    id: Id
    about: Dispute | None = None
    page: Line | None = None
    says: Text | None = None
    mine: Text | None = None


class Looked(Part):
    """One step of reading a report: its topic, and how that part of the report reads. The id is the topic."""

    id: Topic
    state: ReadState | None = None


class ReportError(Part):
    """One error of a report: where it stands, what it says, what is true, and which paper shows it.

    page, place: the page as it was typed, and the line or paragraph. left_out: the report says nothing of it, so there are
    no words to copy. proof: ids of records of this case; proof_named: any other paper. checkable: could a stranger check
    this against a paper? (a fact, not an opinion)
    """

    id: Id
    topic: Topic | None = None
    page: Line | None = None
    place: Line | None = None
    says: Text | None = None
    left_out: YesNo | None = None
    true: Text | None = None
    proof: tuple[Id, ...] = ()
    proof_named: Line | None = None
    checkable: YesNo | None = None


class Correction(Part):
    """The one request to correct facts, and what followed (Lab. Code 4061(d)).

    deu_office: the office of the Disability Evaluation Unit (DEU) that got the report, as the report names it.
    theirs_served_on: the claims administrator's own request was served on the worker; answer, reply: what the worker
    says to it. decided_on: the QME's answer to the worker's request came.
    """

    deu_office: Text | None = None
    theirs_served_on: Day = None
    answer: Answered | None = None
    reply: Text | None = None
    decided_on: Day = None


class Disputing(Part):
    """The letter to the claims administrator about a report: what it asks, by which day a reply is asked for (a wish, no
    duty), and who else gets a copy."""

    asks: Text | None = None
    reply_by: Day = None
    copy_doctor: YesNo | None = None


class Report(Paper):
    """A medical report: from the treating doctor, or from a Qualified Medical Evaluator (QME).

    findings: what the worker objects to. late_reason: why the objection goes out after its date. sendings: its log.
    exam: the exam it is about. pages: how many it has, in digits, as typed. looked: how far it was read. listed: ids of
    the records it lists. correction, disputing, question: for the letters about it. question_rating: the question to the
    QME is about how much permanent disability there is, or how much of it comes from other causes.
    """

    kind: ReportKind | None = None
    author: Line | None = None
    specialty: Line | None = None
    author_address: Text | None = None
    exam: Id | None = None
    pages: Line | None = None
    findings: tuple[Finding, ...] = ()
    late_reason: Text | None = None
    looked: tuple[Looked, ...] = ()
    errors: tuple[ReportError, ...] = ()
    listed: tuple[Id, ...] | None = None
    correction: Correction = Correction()
    disputing: Disputing = Disputing()
    question: Text | None = None
    question_rating: YesNo | None = None
    sendings: tuple[Sending, ...] = ()


class Rating(Part):
    """The summary rating and what follows.

    evaluation_on: the Disability Evaluation Unit (DEU) received the evaluation. judge_sent_on, judge_back_on: it went to a
    judge because it divides the cause, and came back to the QME. grounds, issue, why: of the request to look at it again;
    issue: what the report does not address, or not completely.
    decision_served_on: a judge's decision was served.
    """

    printed_on: Day = None
    received_on: Day = None
    apportions: YesNo | None = None
    evaluation_on: Day = None
    judge_sent_on: Day = None
    judge_back_on: Day = None
    grounds: tuple[RatingGround, ...] | None = None
    issue: Text | None = None
    why: Text | None = None
    sendings: tuple[Sending, ...] = ()
    decision_served_on: Day = None
