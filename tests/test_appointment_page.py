"""The page of the appointment: from nothing to the card, the ninety days, the letters, kind questions, undo, a lawyer."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts.making import Made
from qme_guide.case import Case, Exam
from qme_guide.documents.matter import Matter
from qme_guide.documents.exam_letters import travel_request
from qme_guide.law import load_law
from qme_guide.render import RENDERERS
from qme_guide.words import LANGUAGES, load_words
from tests.personas import BOOKED, EXAM_SOON, NEWCOMER, PANEL_HERE, PANEL_REPRESENTED, TODAY
from tests.test_letters import text as paper_text
from tests.test_pages import go_on, healthy, opened, text

CHOSEN = PANEL_HERE.answers({"panels.0.chosen": "doctor-2"})


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", TODAY.isoformat())


def page(case: Case | None, language: str = "en") -> AppTest:
    return opened(case, "appointment", language)


def press(at: AppTest, label: str) -> AppTest:
    return next(button for button in at.button if button.label == label).click().run()


def labels(at: AppTest) -> list[str]:
    return [button.label for button in at.button] + [one.label for one in at.expander]


def fill_day(at: AppTest, path: str, day: date) -> None:
    at.text_input(key=f"q.{path}.day").set_value(str(day.day))
    month = at.selectbox(key=f"q.{path}.month")
    month.set_value(month.options[day.month])
    at.text_input(key=f"q.{path}.year").set_value(str(day.year))


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_appointment_is_told_from_nothing_to_its_card(language):
    words = load_words(language)
    at = press(page(CHOSEN, language), words.say("appointment.add"))
    fill_day(at, "exams.0.on", date(2027, 1, 29))
    at.text_input(key="q.exams.0.at").set_value("9:00 a.m.")
    at = go_on(at)
    assert at.text_area(key="q.exams.0.place").value == CHOSEN.panels[0].doctors[1].address, "the chosen doctor's office, to look at"
    at = go_on(at)
    fill_day(at, "panels.0.requested_on", date(2026, 11, 20))
    fill_day(at, "panels.0.booked_on", date(2026, 11, 20))
    at = press(go_on(at), words.say("appointment.not_yet"))
    at.radio(key="q.exams.0.interpreter").set_value("yes")
    at = go_on(at)
    at.text_input(key="q.exams.0.language").set_value("Spanish")
    at = go_on(at)
    at.radio(key="q.exams.0.travel").set_value("yes")
    at.radio(key="q.exams.0.lost_wages").set_value("yes")
    at = go_on(at)
    assert healthy(at)
    (exam,) = at.session_state["case"].exams
    assert (exam.on, exam.at, exam.panel, exam.doctor, exam.language) == (date(2027, 1, 29), "9:00 a.m.", "panel-1", "doctor-2", "Spanish")
    shown = text(at)
    for day in (date(2027, 1, 29), date(2026, 12, 1), date(2026, 12, 30), date(2026, 12, 18), date(2027, 1, 21)):
        assert words.day(day) in shown
    assert words.say("appointment.window_in_time", safe=date(2027, 2, 18)) in shown
    assert {words.say(f"paper.{name}") for name in ("appointment-card", "interpreter-request", "travel-request")} <= set(labels(at))


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_kept_of_an_appointment_that_was_only_begun(language):
    words = load_words(language)
    at = press(press(page(CHOSEN, language), words.say("appointment.add")), words.say("ask.back"))
    assert at.session_state["case"].exams == () and words.say("appointment.intro") in text(at)


def test_without_a_panel_the_doctor_is_typed_and_no_question_about_a_panel_stands():
    at = press(page(NEWCOMER), "Add my appointment")
    fill_day(at, "exams.0.on", date(2027, 1, 29))
    at = go_on(at)
    at.text_input(key="q.exams.0.doctor").set_value("Dr. Sample Four")
    at = press(go_on(go_on(at)), "It has not come yet")
    assert "Do you need an interpreter" in text(at)
    at.radio(key="q.exams.0.interpreter").set_value("no")
    at = go_on(at)
    at.radio(key="q.exams.0.travel").set_value("no")
    at.radio(key="q.exams.0.lost_wages").set_value("no")
    at = go_on(at)
    assert healthy(at) and "Dr. Sample Four" in text(at)
    assert load_words("en").say("appointment.no_help") in text(at) and "Letter to ask for an interpreter" not in labels(at)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_place_has_its_label_and_an_appointment_before_or_on_the_last_day_is_told_so(language):
    words, last = load_words(language), date(2027, 2, 18)
    shown = " ".join(text(page(BOOKED, language)).split())
    assert f"{words.say('appointment.place')}5 Sample Street, Sample City, California" in shown
    for day, name in ((date(2027, 1, 29), "in_time"), (last, "last_day")):
        case = BOOKED.answers({"exams.0.on": day})
        assert words.say(f"appointment.window_{name}", safe=last) in text(page(case, language))
        assert words.letter("appointment-card", name, safe=last) in " ".join(paper_text("appointment-card", case, language).split())
    empty = " ".join(text(page(BOOKED.answers({"exams.0.place": None}), language)).split())
    assert f"{words.say('appointment.place')}{words.say('denial.empty')}" in empty


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_late_appointment_is_the_workers_choice_and_the_answer_changes_the_screen(language):
    words, late = load_words(language), BOOKED.answers({"exams.0.on": "2027-03-05"})
    at = page(late, language)
    assert words.say("appointment.window_if_accepted", safe=date(2027, 2, 18)) in text(at)
    at = press(at, words.say("appointment.say_later"))
    at.radio(key="q.panels.0.accepts_later").set_value("yes")
    at = go_on(at)
    assert at.session_state["case"].panels[0].accepts_later == "yes"
    assert words.say("appointment.window_accepted", outside=date(2027, 3, 20)) in text(at)
    assert words.clock("qme-exam-90", "title") not in text(at)


@pytest.mark.parametrize(("language", "day", "name"), [("es", date(2027, 3, 22), "exam_beyond"), ("en", date(2027, 1, 18), "exam_closed"), ("es", date(2026, 11, 20), "exam_past")])
def test_an_exam_beyond_the_last_day_on_a_holiday_and_in_the_past_is_asked_about(language, day, name):
    words, at = load_words(language), page(BOOKED.answers({"exams.0.on": day}), language)
    closed = words.say("closed_days.martin-luther-king-day") if name == "exam_closed" else ""
    assert healthy(at) and words.say(f"odd.{name}", exam=day, closed=closed) in text(at)


def test_without_the_day_of_the_request_the_question_is_offered_and_answered():
    at = page(BOOKED.answers({"panels.0.requested_on": None, "panels.0.calls": []}))
    at = press(at, "Say when I asked")
    fill_day(at, "panels.0.requested_on", date(2026, 11, 20))
    assert load_words("en").say("appointment.window_in_time", safe=date(2027, 2, 18)) in text(go_on(at))


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_answer_is_changed_and_leads_back_to_the_card(language):
    words = load_words(language)
    at = at_change(page(BOOKED, language), "exams.0.on")
    fill_day(at, "exams.0.on", date(2027, 2, 1))
    at = go_on(at)
    assert words.day(date(2027, 2, 1)) in text(at) and words.say("appointment.window_title") in text(at)


def at_change(at: AppTest, path: str) -> AppTest:
    return at.button(key=f"change.{path}").click().run()


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_appointment_that_was_removed_comes_back(language):
    words = load_words(language)
    at = page(BOOKED, language)
    at.session_state["papers"] = {"made.send.exam-1": Made("-", b"%PDF")}
    at = press(at, words.say("appointment.remove"))
    assert at.session_state["case"].exams == () and not at.session_state["papers"] and words.say("appointment.removed") in text(at)
    at = press(at, words.say("undo.undo"))
    assert at.session_state["case"].exams == BOOKED.exams


def test_a_new_appointment_is_never_taken_for_a_removed_one_that_a_report_names():
    report = {"id": "report-1", "kind": "qme", "exam": "exam-2", "received_on": "2026-11-20"}
    at = press(page(BOOKED.answers({"reports": [report]})), load_words("en").say("appointment.add_other"))
    fill_day(at, "exams.1.on", date(2027, 3, 1))
    assert [one.id for one in go_on(at).session_state["case"].exams] == ["exam-1", "exam-3"]


def test_a_second_appointment_stands_beside_the_first():
    two = BOOKED.answers({"exams": [*BOOKED.exams, Exam(id="exam-2", on=date(2027, 3, 1), panel="panel-1", doctor="doctor-2")]})
    at = page(two)
    assert load_words("en").day(date(2027, 3, 1)) in text(at)
    assert load_words("en").day(date(2027, 1, 29)) in text(press(at, "See appointment 1"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lawyer_gets_the_dates_and_no_letter_is_made(language):
    words = load_words(language)
    represented = BOOKED.answers({"triage.lawyer": "yes"})
    at = page(represented, language)
    assert words.say("appointment.attorney") in text(at) and words.day(date(2026, 12, 30)) in text(at)
    assert not {words.say("paper.interpreter-request"), words.say("paper.travel-request")} & set(labels(at))
    assert words.say("paper.appointment-card") in labels(at)
    assert represented.answers({"triage.lawyer": "no"}) == BOOKED
    assert healthy(page(PANEL_REPRESENTED, language))


def test_the_rate_of_a_year_is_told_only_for_an_exam_of_that_year_and_as_read_elsewhere():
    said = load_words("en").say("appointment.mileage", cents=72.5, year=2026)
    this = BOOKED.answers({"exams.0.on": "2026-12-21"})
    assert said in text(page(this)) and load_words("en").say("card.status_secondary") in text(page(this))
    assert said not in text(page(BOOKED))
    assert "72.5" not in paper_text("travel-request", this, "en"), "never in a letter"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_that_is_owed_at_once_stands_on_the_dates_without_a_day(language):
    words = load_words(language)
    at = opened(PANEL_HERE.answers({"panels": [], "panel_form": {}}), "dates", language)
    assert healthy(at) and words.clock("qme-form-now", "title") in text(at) and words.clock("qme-form-now", "second") in text(at)
    assert words.say("dates.later") not in text(at) or "qme-form-now" not in text(at)


def test_the_letters_ask_only_for_what_was_said():
    def letter(**answers):
        one = BOOKED.exams[0].model_copy(update=answers)
        return RENDERERS[".txt"](travel_request(Matter(BOOKED, None, load_law(), load_words("en"), TODAY), one)).decode()

    assert "temporary disability" in letter() and "Miles from my home" in letter()
    assert "temporary disability" not in letter(lost_wages="no") and "139.2" not in letter(lost_wages="no")
    assert "Miles" not in letter(travel="no") and "4062.1" not in letter(travel="no") and "139.2(h)(2)" in letter(travel="no")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_card_tells_the_ninety_days_as_they_stand(language):
    words = load_words(language)
    for day, accepts, block in (("2027-01-29", None, "in_time"), ("2027-03-05", None, "if_accepted"), ("2027-03-05", "yes", "accepted"), ("2027-04-05", None, "beyond")):
        case = BOOKED.answers({"exams.0.on": day, "panels.0.accepts_later": accepts})
        told = words.letter("appointment-card", block, safe=date(2027, 2, 18), outside=date(2027, 3, 20))
        assert told in " ".join(paper_text("appointment-card", case, language).split()), block


def test_the_card_is_of_the_next_appointment_and_of_the_last_when_all_are_past():
    two = BOOKED.answers({"exams": [Exam(id="exam-0", on=date(2026, 11, 2)), *BOOKED.exams, Exam(id="exam-2", on=date(2027, 3, 1))]})
    assert "January 29, 2027" in paper_text("appointment-card", two, "en")
    past = BOOKED.answers({"exams": [Exam(id="exam-0", on=date(2026, 11, 2))]})
    assert "November 2, 2026" in paper_text("appointment-card", past, "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_time_to_choose_shows_the_printed_day_first_and_the_day_it_came_second(language):
    words, shown = load_words(language), text(opened(PANEL_HERE, "dates", language))
    assert words.day(date(2026, 11, 25)) in shown and words.say("card.second_reading", day=date(2026, 11, 19)) in shown
    assert words.say("card.second_reading", day=date(2026, 11, 19)) not in text(opened(PANEL_HERE.answers({"panels.0.received_on": None}), "dates", language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_the_card_and_the_plan_name_the_same_two_last_days(language):
    words, told = load_words(language), {"letter": date(2026, 10, 30), "hand": date(2026, 11, 10)}
    both = words.say("plan.both_past", **told)
    assert both in text(opened(EXAM_SOON, "appointment", language)) and both in text(opened(EXAM_SOON, "plan", language))
    card = " ".join(paper_text("appointment-card", EXAM_SOON, language).split())
    for day in (*told.values(), date(2026, 11, 18)):
        assert words.letter("appointment-card", "date_over", day=words.day(day)) in card


def test_between_the_two_last_days_the_page_says_only_in_person(monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", "2026-11-05")
    words, told = load_words("en"), {"letter": date(2026, 10, 30), "hand": date(2026, 11, 10)}
    for name in ("appointment", "plan"):
        assert words.say("plan.window_hand", **told) in text(opened(EXAM_SOON, name))


def test_our_target_for_a_change_keeps_its_day_once_it_is_past():
    words, shown = load_words("en"), text(opened(EXAM_SOON, "appointment"))
    assert words.day(date(2026, 11, 18)) in shown and words.clock("exam-change-6bd", "label") in shown
    assert words.say("card.today_do") not in shown


def test_the_day_after_the_exam_the_dates_stand_under_their_heading_and_one_exam_has_no_number():
    at = opened(EXAM_SOON.answers({"exams.0.on": date(2026, 11, 20)}), "appointment")
    assert load_words("en").say("appointment.more_dates") not in text(at) and "Exam 1" not in text(at)
