"""No question is asked twice: each answer of the case has one screen that asks for it, on the whole way of a request.

The screens are walked with full cases; a question is known by the key of its widget. What the walk asks is held against
every question that content has words for, so that a screen that the walk does not reach is noticed.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts import helping_steps, record, second_track, sendlog
from qme_guide import interview
from qme_guide.case import Case
from qme_guide.fields import field
from qme_guide.flow import PAGES, page
from qme_guide.paths import plain_path
from qme_guide.rules import came, triage
from qme_guide.words import load_words
from tests.personas import CLAIM_DENIED, EVERYBODY, LIABILITY, NEWCOMER, OVERTURNED, SENT, TODAY
from tests.test_pages import healthy, opened

pytestmark = pytest.mark.slow
PARTS = ("triage", "letters", "records", "worker", "claim", "doctor", "helper")
# A medical dispute is another road; its screens are walked by their own tests.
OTHERS = ("route", "reports", "panel_form", "panels", "exams", "events")
# Asked by boxes of their own, with no widget of a question: a list in a list, and what its own page asks for.
# `pages_said` stands beside the pages of a decision that was handed in (test_leafing_page), the day of an answer on the page
# of everything that was sent (test_sent_page). That somebody helps is said with the first question about who.
OWN = {"helper.helping", "letters.treatments", "letters.pages_said", "letters.sendings.answered_on", "claim.form_filed_on", "claim.denied_on"}
# The letter of a denied treatment and the dates of a denied claim both need the day of the injury. On the page of the
# dates it stands in a fold, with what was said before.
# Danger comes first on each road, and is asked only while nobody answered it. A helper names the person before any letter.
ON_TWO_ROADS = {
    "claim.injured_on": {("dates", "form.claim-dates"), ("denial", "form.claim")},
    "worker.name": {("denial", "form.worker"), ("helping", "form.helping.for")},
    "triage.danger": {("dispute", "form.triage.danger"), ("triage", "form.triage.danger")},
}
# People whose answers open the screens that depend on an answer.
URGENT = OVERTURNED.answers({"letters.0.signer": "other", "letters.0.liability_disputed": "yes", "letters.0.drug": "yes", "letters.0.urgent": "yes"})
SERVED = SENT.answers({"letters.0.proof_of_service": "yes", "letters.0.review.answer": "more"})
LATE = EVERYBODY["late-drug"]
PEOPLE = {"newcomer": NEWCOMER, "sent": SENT, "overturned": OVERTURNED, "urgent": URGENT, "served": SERVED, "late": LATE, "liability": LIABILITY, "claim-denied": CLAIM_DENIED}
GIVEN = OVERTURNED.answers({"letters.0.treatments.0.given": "yes"})


def places(case: Case) -> Iterator[tuple[str, dict[str, object]]]:
    """Every screen of the walk: its page, and what is put into its places."""
    yield from ((one.name, {}) for one in PAGES)
    yield from (("triage", {"triage": path}) for path in triage.ORDER)
    yield "timeline", {"timeline": "worker.born_on"}
    yield from (("helping", {helping_steps.PLACE: step}) for step in helping_steps.STEPS)
    for at, letter in enumerate(case.letters):
        yield from (("denial", {"letter": at, "denial": screen.name}) for screen in interview.screens(case, at) if screen.fields)
        yield from (("denial", {"letter": at, "denial": "treatments", "treatment": number}) for number, _ in enumerate(letter.treatments))
        yield from (("imr", {"letter": at, "imr": step}) for step in ("sign", "add", "check", "get", "send"))
        yield from (("imr", {"letter": at, "imr": "send", "line": (letter.id, 0, part)}) for part in sendlog.FIELDS if letter.sendings)
        tracks = (second_track.REASONS, second_track.WHO, second_track.SHEET, second_track.TOLD)
        yield from (("doctor", {"letter": at, f"doctor.{letter.id}": track}) for track in tracks)
        yield from (("review", {"letter": at, f"review.{letter.id}": (paper, path)}) for paper in came.PAPERS for path in came.questions(paper, letter))
    for one in case.records[:2]:
        yield from (("records", {"record": (one.id, step.name)}) for step in record.STEPS)


def asked(at: AppTest) -> set[tuple[str, str]]:
    """The questions on the screen, each by its path without indexes, and the form it stands in without ids."""
    widgets = (one for kind in (at.radio, at.checkbox, at.text_input, at.text_area, at.selectbox) for one in kind)
    return {(_path(one.key), re.sub(r"\.?[a-z]+-\d+|\.\d+", "", one.proto.form_id)) for one in widgets if (one.key or "").startswith("q.")}


def _path(key: str) -> str:
    """The path in a widget's key: "q.letters.0.drug", "q.claim.injured_on.day", "q.letter-1.letters.0.reasons.few_facts"."""
    names = key.split(".")
    start = next(number for number, name in enumerate(names) if name in PARTS + OTHERS)
    for end in range(len(names), start + 1, -1):
        path = ".".join(names[start:end])
        try:
            field(path)
        except (KeyError, AttributeError):
            continue
        return plain_path(path)
    raise AssertionError(f"no answer of the case belongs to {key}")


@pytest.fixture(scope="module")
def screens() -> dict[str, set[tuple[str, str]]]:
    """Which screens ask for each answer. A screen is its page and its form."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QME_GUIDE_TODAY", TODAY.isoformat())
        for case in (*PEOPLE.values(), GIVEN):
            seen, opened_before = opened(case), {"treatment"}
            for name, put in places(case):
                for place, value in (dict.fromkeys(opened_before) | {"letter": 0} | put).items():
                    seen.session_state[f"place.{place}"] = value
                opened_before |= put.keys()
                seen = seen.switch_page(page(name)).run()
                assert healthy(seen), (name, put)
                for path, form in asked(seen):
                    if path.partition(".")[0] in PARTS:
                        found[path].add((name, form))
    return dict(found)


def test_each_answer_is_asked_for_by_one_screen(screens):
    several = {path: places for path, places in screens.items() if len(places) > 1}
    assert several == ON_TWO_ROADS


def test_every_question_that_has_words_is_asked_somewhere(screens):
    written = {path for path in load_words("en").questions if path.partition(".")[0] in PARTS}
    assert written - OWN == set(screens) - OWN
