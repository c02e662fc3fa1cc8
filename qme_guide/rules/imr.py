"""Independent medical review (IMR): by which day must the request be there, and what is special about it?

Lab. Code 4610.5(h). A medicine among the items, or a doubt about it, puts the whole letter on the short clock.
The date counted from the utilization review (UR) letter stands first until it is past, also when the claim is
disputed or the form is missing.
"""

from dataclasses import dataclass
from datetime import date

from qme_guide.case import Letter, Sending
from qme_guide.law import Law, NotInForce
from qme_guide.rules import logs
from qme_guide.rules.deadline import Deadline, Missing, count
from qme_guide.rules.start import Start, earliest, exact, service

ORDINARY, DRUG, AFTER_LIABILITY = "imr-request-30", "imr-request-10-drug", "imr-request-30-liability"
REVIEWER = "reviewer"
RULES = (ORDINARY, DRUG, AFTER_LIABILITY)


@dataclass(frozen=True)
class Request:
    """The dates of one IMR request. `first` is shown first; `others` are told beside it; `fax_by` and `mail_by`
    are our own advice for getting it there by the SAFE date of `first`."""

    letter: Letter
    start: Start
    first: Deadline
    others: tuple[Deadline, ...]
    fax_by: date | None
    mail_by: date | None


def medicine(letter: Letter) -> str:
    """Is a medicine among the items: "yes", "no" or "unsure". One yes or one doubt in the letter counts for all."""
    said = {letter.drug or "unsure", *(treatment.drug or "no" for treatment in letter.treatments)}
    return "yes" if "yes" in said else "unsure" if "unsure" in said else "no"


def unnamed_medicine(letter: Letter) -> bool:
    """The letter is said to deny a medicine, and none of the treatments told is one."""
    told = {treatment.drug for treatment in letter.treatments}
    return letter.drug == "yes" and bool(told) and not told & {"yes", "unsure"}


def request(letter: Letter, law: Law, today: date | None) -> Request | Missing:
    """The dates of the IMR request for one letter, or the answers still needed. Raises NotInForce."""
    start = served(letter)
    if isinstance(start, Missing):
        return start
    found = _possible(letter, law, start)
    first = _shown_first(found, today)
    fax_by, mail_by = sending_days(first, law)
    return Request(letter, start, first, tuple(other for other in found if other is not first), fax_by, mail_by)


def served(letter: Letter) -> Start | Missing:
    """The day the UR decision was served; a proof of service counts unless the person said there is none."""
    return service(letter, trust_proof=letter.proof_of_service in (None, "yes"))


def sending_days(deadline: Deadline, law: Law) -> tuple[date | None, date | None]:
    """Fax on the SAFE day itself (before noon); post it some open days earlier (DESIGN). None without SAFE."""
    if not isinstance(deadline.safe, date):
        return None, None
    return deadline.safe, law.calendar.open_days_before(deadline.safe, law.practice.mail_open_days)


def _possible(letter: Letter, law: Law, start: Start) -> tuple[Deadline, ...]:
    """Every clock that may run for this letter, the ordinary ones first."""
    drug = medicine(letter)
    rules = {"yes": (DRUG,), "no": (ORDINARY,), "unsure": (DRUG, ORDINARY)}[drug]
    found = [_count(law, rule, start.day, letter) for rule in rules]
    notice = earliest(letter.liability_notice_on)
    if letter.liability_disputed == "yes" and notice:
        after = (DRUG, AFTER_LIABILITY) if drug != "no" else (AFTER_LIABILITY,)
        found += [_count(law, rule, notice, letter) for rule in after]
    return tuple(found)


def _count(law: Law, rule: str, day: date, letter: Letter) -> Deadline:
    said = {"served": day, "method": _known(letter.served_how), "address": _known(letter.served_where)}
    return count(law, rule, said, in_force=True)


def _known(answer: str | None) -> str:
    return "unknown" if answer in (None, "unsure") else answer


def _shown_first(found: tuple[Deadline, ...], today: date | None) -> Deadline:
    """The earliest SAFE that is still to come; when all are past or refused, the first one."""
    ordinary = found[0]
    coming = [deadline for deadline in found if today and deadline.safe and deadline.safe >= today]
    if ordinary in coming or not coming:
        return ordinary
    return min(coming, key=lambda deadline: deadline.safe) if _restarted(coming) else ordinary


def _restarted(coming: list[Deadline]) -> bool:
    """Only a notice that ended a dispute about the claim moves the date shown first."""
    return any(deadline.rule == AFTER_LIABILITY for deadline in coming)


def request_sent(letter: Letter) -> Sending | None:
    """The first sending of the request that did not fail and whose day, or month, was said; None keeps the clock running."""
    went = [one for one in logs.went(letter.sendings) if one.to == REVIEWER]
    return min(went, key=lambda one: earliest(one.on), default=None)


def sent(letter: Letter) -> bool:
    """The request is on its way."""
    return request_sent(letter) is not None


def parked(letter: Letter) -> tuple[str, ...]:
    """Why the clock may not be running: "liability", "form". The date from the letter still stands first.

    Lab. Code 4610.5(h)(2), (h)(3).
    """
    reasons = []
    if letter.liability_disputed == "yes" and earliest(letter.liability_notice_on) is None:
        reasons.append("liability")
    if not_enclosed(letter):
        reasons.append("form")
    return tuple(reasons)


def not_enclosed(letter: Letter) -> str:
    """What did not come with the letter: "form", "envelope", "both", or nothing."""
    lacks = letter.form_enclosed == "no", letter.envelope_enclosed == "no"
    return {(True, False): "form", (False, True): "envelope", (True, True): "both"}.get(lacks, "")


def decided(letter: Letter) -> date | None:
    """The day of the decision as the careful reading has it: the later of its own and that of the letter. Lab. Code 4610.5(j)."""
    return max(filter(None, (exact(letter.decided_on), exact(letter.printed_on))), default=None)


def ur_was_late(letter: Letter, law: Law) -> Deadline | None:
    """The UR clock that had passed when the decision was made, or None. Lab. Code 4610(i)(1)-(2).

    Late means after the late-after date, and only when every day is exact and the law of today held on the first.
    """
    asked, decided = exact(letter.rfa_received_on), exact(letter.decided_on) or exact(letter.printed_on)
    if not (asked and decided) or "yes" in (letter.liability_disputed, letter.conditional):
        return None
    rule = "ur-drug-5nbd" if medicine(letter) == "yes" else "ur-decision-5nbd"
    said = {"received": asked} | ({"recommended": letter.recommended_on} if exact(letter.recommended_on) else {})
    try:
        clock = count(law, rule, said, in_force=True)
    except NotInForce:
        return None
    if isinstance(clock, Missing) or clock.outside is None:
        return None
    return clock if decided > clock.outside else None
