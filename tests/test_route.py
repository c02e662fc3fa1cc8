"""The roads of a medical dispute: every combination of answers leads somewhere, every road is reached, none is the wrong one."""

from datetime import date
from itertools import combinations, product
from typing import get_args

import pytest

from qme_guide import flow
from qme_guide.answers import ClaimStand, Dispute, Exit, YesNo
from qme_guide.case import Case, Claim, Exam, Panel, PanelForm, Report, Route, Sending, Triage
from qme_guide.law import load_law
from qme_guide.rules import route, route_questions
from qme_guide.rules.dates import dates
from qme_guide.rules.dispute import panel_road
from qme_guide.words import LANGUAGES, load_words
from tests.personas import FARM_WORKER, TODAY

LAW = load_law()
WAIT = route.WAIT_RULE
DISPUTES = get_args(Dispute)
FILED = (None, date(2026, 11, 2), date(2026, 8, 3), "unsure")
EXITS = [(one,) for one in get_args(Exit)]


def case(*about: str, lawyer="no", stands=None, form="yes", network="yes", exits=("none",), filed=None, denied=None) -> Case:
    return Case(
        triage=Triage(danger="no", lawyer=lawyer, exits=exits, denied=denied),
        route=Route(about=about or None, claim_stands=stands, claim_form=form, network=network),
        claim=Claim(form_filed_on=filed),
    )


def names(one: Case) -> list[str]:
    return [found.name for found in route.routes(one, LAW, TODAY)]


def sweep(disputes, lawyers=get_args(YesNo), forms=get_args(YesNo), filings=FILED) -> set[str]:
    """Every combination of the other answers with these disputes; what is reached. Each must lead somewhere, and not wrongly."""
    reached: set[str] = set()
    for about, lawyer, stands, form, network, exits, filed in product(
        disputes, lawyers, get_args(ClaimStand), forms, get_args(YesNo), EXITS, filings
    ):
        one = case(*about, lawyer=lawyer, stands=stands, form=form, network=network, exits=exits, filed=filed)
        if route_questions.next_question(one) == "claim.form_filed_on":
            one = one.model_copy(update={"claim": Claim(form_filed_on="unsure")})
        found = route.routes(one, LAW, TODAY)
        assert found, one
        fits(one, found)
        reached |= {each.name for each in found}
    return reached


def fits(one: Case, found: tuple[route.Found, ...]) -> None:
    """What holds for every road of these answers."""
    reached = [each.name for each in found]
    assert len(reached) == len(set(reached))
    if one.triage.lawyer == "yes":
        assert reached == [route.REPRESENTED]
    if one.route.claim_stands in ("accepted", "part"):
        assert not {route.CAUSE, route.WAIT} & set(reached)
    if one.route.claim_stands == "denied":
        assert route.WAIT not in reached
    assert len({route.PERMANENT, route.OTHER, route.BOTH} & set(reached)) <= 1
    if set(reached) & set(route.PANEL) and route_questions.claim_form(one) != "yes":
        assert reached.index(route.CLAIM_FORM) < min(reached.index(name) for name in reached if name in route.PANEL)
    if route.IMR in reached:
        assert reached.index(route.IMR) == min(number for number, name in enumerate(reached) if name not in route.EXIT_ORDER)


def test_every_kind_of_dispute_leads_somewhere_and_every_road_but_that_of_two_is_reached():
    kinds = [(dispute,) for dispute in ("claim", "network_doctor", "treatment", "permanent", "restrictions")]
    assert sweep(kinds, ("no", "yes"), ("yes", "no"), FILED[:2]) == set(route.OUTCOMES) - {route.BOTH}


@pytest.mark.slow
def test_every_combination_of_disputes_leads_somewhere_and_every_road_is_reached():
    singles = [(dispute,) for dispute in DISPUTES]
    assert sweep([*singles, *combinations(DISPUTES, 2), DISPUTES], ("no", "yes"), filings=FILED[:3]) == set(route.OUTCOMES)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (case("treatment"), ["imr"]),
        (case("network_doctor"), ["mpn_opinion"]),
        (case("network_doctor", network="no"), ["other_4062"]),
        (case("network_doctor", network="unsure"), ["unsure"]),
        (case("claim", stands="denied"), ["compensability_4060"]),
        (case("body_part", stands="denied"), ["compensability_4060"]),
        (case("body_part", stands="part"), ["other_4062"]),
        (case("claim", stands="accepted"), ["other_4062"]),
        (case("claim", stands="unsure"), ["unsure"]),
        (case("permanent"), ["permanent_4061"]),
        (case("future_care"), ["permanent_4061"]),
        (case("work_status"), ["other_4062"]),
        (case("permanent_date"), ["other_4062"]),
        (case("restrictions"), ["other_4062"]),
        (case("other_finding"), ["other_4062"]),
        (case("permanent", "work_status"), ["both"]),
        (case("unsure"), ["unsure"]),
        (case("work_status", form="no"), ["claim_form_first", "other_4062"]),
        (case("work_status", form="unsure"), ["claim_form_first", "other_4062"]),
        (case("work_status", form="no", filed=TODAY), ["other_4062"]),
        (case("restrictions", "treatment", "claim", stands="denied", form="no"), ["imr", "claim_form_first", "compensability_4060", "other_4062"]),
        (case("work_status", stands="denied"), ["compensability_4060", "other_4062"]),
        (case("network_doctor", "work_status"), ["other_4062", "mpn_opinion"]),
        (case("treatment", "permanent", exits=("health_plan",)), ["health_plan", "permanent_4061"]),
        (case("permanent", exits=("health_plan",)), ["permanent_4061"]),
        (case("permanent", exits=("public_safety",)), ["public_safety", "permanent_4061"]),
        (case("permanent", exits=("union", "public_safety")), ["union"]),
        (case("permanent", exits=("old_injury",)), ["old_injury"]),
        (case("permanent", lawyer="yes", exits=("union",)), ["represented"]),
        (case("permanent", lawyer="unsure"), ["permanent_4061"]),
    ],
)
def test_a_dispute_takes_its_own_road_and_what_comes_first_stands_first(answers, expected):
    assert names(answers) == expected


def test_a_claim_that_is_not_decided_waits_for_the_first_days_and_no_longer():
    waits = case("claim", stands="undecided", filed=date(2026, 9, 23))
    (found,) = route.routes(waits, LAW, date(2026, 11, 22))
    assert (found.name, found.wait.safe) == ("wait_60", date(2026, 11, 23))
    assert names(waits.answers({"claim.form_filed_on": date(2026, 9, 21)})) == ["compensability_4060"]
    assert [one.name for one in route.routes(waits, LAW, date(2026, 11, 23))] == ["compensability_4060"]
    assert [one.name for one in route.routes(waits, LAW, None)] == ["wait_60"]


def test_of_a_month_the_last_day_starts_the_wait_and_of_an_unknown_day_nothing_does():
    month = case("claim", stands="undecided", filed="2026-09")
    assert route.waiting(month, LAW).safe == date(2026, 11, 30)
    (unknown,) = route.routes(case("claim", stands="undecided", filed="unsure"), LAW, TODAY)
    assert (unknown.name, unknown.wait) == ("wait_60", None)


def test_the_statute_is_named_on_each_road_that_has_one():
    told = {name: route.SECTIONS.get(name) for name in (*route.PANEL, route.REPRESENTED, route.IMR)}
    assert told == {
        "compensability_4060": ("4060",), "wait_60": ("4060", "4621"), "permanent_4061": ("4061",), "other_4062": ("4062",),
        "both": ("4061", "4062"), "represented": ("4062.2",), "imr": ("4610.5",),
    }  # fmt: skip
    assert route.sections(("permanent", "work_status")) == ("4061", "4062")
    assert route.sections(("future_care",)) == ("4061",)
    assert route.sections(("body_part",)) == ("4062",)
    assert route.sections(("treatment", None)) == ()


def test_the_questions_come_one_by_one_and_only_those_that_are_needed():
    one, asked = Case(), []
    answers = {
        "triage.danger": "no", "triage.lawyer": "no", "route.about": ("body_part", "network_doctor"), "route.claim_stands": "undecided",
        "route.network": "yes", "route.claim_form": "yes", "claim.form_filed_on": "unsure", "triage.exits": ("none",),
    }  # fmt: skip
    while path := route_questions.next_question(one):
        asked.append(path)
        assert route.routes(one, LAW, TODAY) == ()
        one = one.answers({path: answers[path]})
    assert tuple(asked) == route_questions.ORDER == route_questions.answered(one)
    assert [route_questions.before(one, path) for path in asked] == [None, *asked[:-1]]
    assert route_questions.answered(case("treatment")) == ("triage.danger", "triage.lawyer", "route.about", "triage.exits")


def test_a_lawyer_needs_no_more_questions_and_switching_back_and_forth_loses_nothing():
    without = case("permanent", "work_status", form="no")
    with_one = without.answers({"triage.lawyer": "yes"})
    assert names(with_one) == ["represented"]
    (found,) = route.ways(with_one)
    assert found.statutes == ("4062.2", "4061", "4062") and found.about == ("permanent", "work_status")
    assert with_one.answers({"triage.lawyer": "no"}) == without
    assert names(Case(triage=Triage(danger="no", lawyer="yes"))) == ["represented"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", route.OUTCOMES)
def test_every_road_says_who_what_to_say_which_number_and_which_date(language, name):
    passage = load_words(language).passages[f"routes/{name}"]
    for part in ("title", "who", "say", "number", "date"):
        assert str(passage.front[part]).strip(), part
    assert passage.paragraphs


def test_the_folder_holds_a_passage_for_every_road_and_no_other():
    written = {name.removeprefix("routes/") for name in load_words("es").passages if name.startswith("routes/")}
    assert written == set(route.OUTCOMES)


# The road on Home.

OBJECTING = case("work_status", denied="other").answers({"reports": (Report(id="report-1", kind="treating", received_on=date(2026, 11, 10)),)})
WENT = Sending(id="sending-1", to="claims_administrator", on=date(2026, 11, 12), how="fax", result="sent")
FORM = PanelForm(furnished_on=date(2026, 11, 16), furnished_by="claims_administrator", asked_to_submit="yes", asked_on=date(2026, 11, 16))
STATIONS = ["dispute", "objection", "panel", "choose", "appointment"]


def standings(one: Case) -> dict[str, flow.Standing]:
    return {standing.task.name: standing for standing in flow.road(one, LAW, TODAY).standings}


def test_the_road_of_a_dispute_runs_from_the_question_to_the_appointment():
    steps = standings(OBJECTING)
    assert [name for name in steps if name in STATIONS] == STATIONS
    assert (steps["dispute"].state, steps["objection"].state) == (flow.DONE, flow.NEXT)
    assert steps["objection"].row.deadline.safe == date(2026, 12, 10)
    assert "talk" not in steps


def test_a_claim_dispute_has_no_objection_and_a_treatment_dispute_no_panel():
    assert [name for name in standings(case("claim", stands="denied", denied="claim")) if name in STATIONS] == ["dispute", "panel", "choose", "appointment"]
    assert [name for name in standings(case("treatment", denied="treatment")) if name in STATIONS] == ["dispute"]


def test_each_step_is_done_by_its_own_paper():
    sent = OBJECTING.answers({"reports.0.sendings": (WENT,), "panel_form": FORM})
    assert (standings(sent)["objection"].state, standings(sent)["panel"].state) == (flow.DONE, flow.NEXT)
    came = sent.answers({"panels": (Panel(id="panel-1", issued_on=date(2026, 11, 19)),)})
    assert (standings(came)["panel"].state, standings(came)["choose"].state) == (flow.DONE, flow.NEXT)
    told = came.answers({"panels.0.sendings": (WENT,)})
    assert (standings(told)["choose"].state, standings(told)["appointment"].state) == (flow.DONE, flow.NEXT)
    booked = told.answers({"exams": (Exam(id="exam-1", on=date(2027, 1, 29), panel="panel-1"),)})
    assert (standings(booked)["appointment"].state, standings(booked)["exam_plan"].state) == (flow.DONE, flow.NEXT)


def test_the_two_clocks_of_ten_days_stand_on_two_steps_and_are_never_one():
    rules = {task.name: task.rules for task in flow.PANEL}
    assert "form105-first-10" in rules["panel"] and "qme-select-10" in rules["choose"]
    assert [name for name, carried in rules.items() if {"form105-first-10", "qme-select-10"} <= set(carried)] == []
    form = standings(OBJECTING.answers({"reports.0.sendings": (WENT,), "panel_form": FORM}))
    panel = standings(OBJECTING.answers({"panel_form": FORM, "panels": (Panel(id="panel-1", issued_on=date(2026, 11, 19)),)}))
    assert form["panel"].row.deadline.rule == "form105-first-10" and form["choose"].row is None
    assert panel["choose"].row.deadline.rule == "qme-select-10" and panel["panel"].row is None


def test_switching_the_lawyer_changes_the_road_at_once_and_loses_nothing():
    alone = OBJECTING.answers({"panel_form": FORM, "panels": (Panel(id="panel-1", issued_on=date(2026, 11, 19)),)})
    with_one = alone.answers({"triage.lawyer": "yes"})
    assert [name for name in standings(with_one) if name in STATIONS] == ["dispute"]
    assert standings(with_one)["attorney_dispute"].state == flow.NEXT
    assert not panel_road(with_one) and panel_road(alone)
    assert standings(with_one.answers({"triage.lawyer": "no"})) == standings(alone)


def test_a_request_that_still_has_to_go_out_comes_before_the_dispute_and_the_dispute_before_a_call():
    mixed = FARM_WORKER.answers({"route": Route(about=("work_status", "treatment"), claim_form="yes")})
    order = list(standings(mixed))
    assert order.index("send") < order.index("objection")
    claim = list(standings(case("claim", stands="denied", denied="claim")))
    assert claim.index("panel") < claim.index("call")


def test_a_panel_that_came_before_the_questions_has_its_road_but_not_at_an_exit():
    early = Case(triage=Triage(danger="no", lawyer="no"), panels=(Panel(id="panel-1", issued_on=date(2026, 11, 19)),))
    assert standings(early)["choose"].row.deadline.rule == "qme-select-10"
    closed = early.answers({"triage.exits": ("union",), "route": Route(about=("work_status",), claim_form="yes")})
    assert not panel_road(closed)


def test_a_denial_with_its_day_ends_the_wait_whatever_was_said_before_it_came():
    before = case("claim", stands="undecided", filed=date(2026, 10, 20))
    assert names(before) == ["wait_60"] and WAIT in clocks(before)
    denied = before.answers({"claim.denied_on": "2026-11-10"})
    assert names(denied) == ["compensability_4060"] and WAIT not in clocks(denied)


def test_the_clocks_of_the_claim_run_also_when_only_the_questions_of_the_dispute_were_answered():
    straight = case("claim", stands="undecided", filed=date(2026, 10, 20)).answers({"triage.denied": None})
    assert {WAIT, "claim-decision-90", "claim-presumed-after-90", "treat-authorize-1wd"} <= clocks(straight)


def test_a_denied_claim_has_no_treatment_to_authorize_while_it_is_decided():
    denied = case("claim", stands="denied", filed=date(2026, 10, 20)).answers({"triage.denied": "other"})
    assert clocks(denied) & {WAIT, "claim-decision-90", "treat-authorize-1wd"} == {"claim-decision-90"}


def clocks(one: Case) -> set[str]:
    return {row.deadline.rule for row in dates(one, LAW, TODAY)}
