"""What the next step of a client needs and nobody has given yet: keys only, in the order in which they are asked.

An answer "I'm not sure" was given: it is not missing. Papers are missing when nobody added their pages.
"""

from collections.abc import Callable, Collection, Iterable

from qme_guide import interview
from qme_guide.case import Case, Letter, Report
from qme_guide.rules import correction, imr, panel, triage
from qme_guide.rules.dispute import qme_reports

MISSING = (
    "first_questions", "letter_date", "medicine", "how_served", "treatments", "letter_questions", "form_enclosed", "name", "address", "claim_number",
    "injured_on", "administrator", "administrator_address", "form_paper", "form_asked", "decision_paper", "designation_paper", "certification_paper",
    "doctor", "dispute_about", "report_date", "findings", "panel_form", "panel_date", "panel_doctors", "exam_date", "undecided_errors", "deu_office",
)  # fmt: skip
_WHO = ("name", "address", "claim_number", "injured_on", "administrator", "administrator_address")
_NEEDS: dict[str, tuple[str, ...]] = {
    "triage": ("first_questions",),
    "denial": ("letter_date", "medicine", "how_served", "treatments", "letter_questions", "form_enclosed"),
    "form": ("form_paper", "form_asked", "decision_paper", "designation_paper", "certification_paper", "name", "claim_number"),
    "send": ("form_paper", "form_asked", "decision_paper", "designation_paper", "certification_paper", "name", "claim_number"),
    "doctor": ("doctor", "name", "claim_number"),
    "dispute": ("dispute_about",),
    "attorney_dispute": ("report_date",),
    "objection": (*_WHO, "report_date", "findings"),
    "panel": (*_WHO, "panel_form"),
    "choose": (*_WHO, "panel_date", "panel_doctors"),
    "appointment": ("exam_date",),
    "exam_plan": ("exam_date",),
    "timeline": ("exam_date",),
    "function": ("exam_date",),
    "report": ("report_date",),
    "correct": (*_WHO, "report_date", "undecided_errors", "deu_office"),
    "rating": _WHO,
}
_SCREENS = {
    "letter_date": ("printed_on",), "medicine": ("drug",), "how_served": ("served_how", "proof_of_service", "served_on", "postmarked_on", "served_where", "received_on"),
    "letter_questions": ("urgent", "conditional", "liability_disputed"), "form_enclosed": ("form_enclosed", "envelope_enclosed"),
}  # fmt: skip


def missing(case: Case, step: str, papers: Collection[str] | None) -> tuple[str, ...]:
    """The keys of what this step (`tasks`) needs. papers: those that lie there with pages ("form.letter-1"); None: that is not known,
    and no paper is called missing."""
    lacks = {**_who(case), **_letters(case), **({} if papers is None else _papers(case, papers)), **_dispute(case)}
    needs = set(_NEEDS.get(step, ()))
    return tuple(name for name in MISSING if name in needs and lacks.get(name))


def _who(case: Case) -> dict[str, bool]:
    worker, claim = case.worker, case.claim
    return {
        "first_questions": triage.outcome(case.triage) is None,
        "name": not worker.name,
        "address": not worker.address,
        "claim_number": not claim.number,
        "injured_on": claim.injured_on is None,
        "administrator": not claim.claims_administrator,
        "administrator_address": not claim.administrator_address,
        "doctor": not (case.doctor.name or case.doctor.clinic),
    }


def _letters(case: Case) -> dict[str, bool]:
    """The questions about each letter that are open; without a letter its date and its medicine are."""
    if not case.letters:
        return {**dict.fromkeys(_SCREENS, False), "letter_date": True, "medicine": True, "treatments": False}
    found = {name: any(_open(case, at, names) for at, _ in enumerate(case.letters)) for name, names in _SCREENS.items()}
    return {**found, "treatments": any(not letter.treatments for letter in case.letters)}


def _open(case: Case, at: int, names: Collection[str]) -> bool:
    """One of these questions about a letter is asked of this person, and has no answer."""
    asked = [screen for screen in interview.screens(case, at) if screen.name in names and not screen.optional]
    return any(interview.unanswered(case, path) for screen in asked for path in screen.fields)


def _papers(case: Case, papers: Collection[str]) -> dict[str, bool]:
    """The papers of each request that still has to go out."""
    waiting = [letter for letter in case.letters if not imr.sent(letter)]

    def lacks(name: str, needed: Callable[[Letter], bool]) -> bool:
        return any(needed(letter) and f"{name}.{letter.id}" not in papers for letter in waiting)

    return {
        "form_paper": lacks("form", lambda letter: letter.form_enclosed != "no"),
        "form_asked": lacks("form", lambda letter: letter.form_enclosed == "no"),
        "decision_paper": lacks("decision", lambda letter: True),
        "designation_paper": lacks("designation", lambda letter: letter.signer == "other"),
        "certification_paper": lacks("certification", lambda letter: letter.urgent == "yes"),
    }


def _dispute(case: Case) -> dict[str, bool]:
    reports, form = [one for one in case.reports if not panel.objected(one)], case.panel_form
    return {
        "dispute_about": not case.route.about,
        "report_date": not case.reports or any(_undated(one) for one in case.reports),
        "findings": not any(one.findings for one in reports),
        "panel_form": form.furnished_on is None,
        "panel_date": not any(one.issued_on for one in case.panels),
        "panel_doctors": not any(one.doctors for one in case.panels),
        "exam_date": not any(one.on for one in case.exams),
        "undecided_errors": any(_undecided(qme_reports(case))),
        "deu_office": any(not one.correction.deu_office for one in qme_reports(case) if not correction.lines(one)),
    }


def _undated(report: Report) -> bool:
    return not (report.received_on or report.printed_on)


def _undecided(reports: Iterable[Report]) -> list[bool]:
    """For each error whether nobody said yet if it is a fact or an opinion."""
    return [error.checkable is None for one in reports for error in one.errors]
