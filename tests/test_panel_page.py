"""The page of QME Form 105: the form that did not come, the specialty, the own PDF, sending it, the wait; an attorney."""

from datetime import date

import pytest

from qme_guide.case import Case, Sending
from qme_guide.words import LANGUAGES, load_words
from tests.hostile import locked, paper
from tests.personas import NEWCOMER, OBJECTOR, PANEL_HERE, PANEL_REPRESENTED, PANEL_WAIT, TODAY
from tests.test_acroform import TEXT, blank
from tests.test_form105 import GIVEN
from tests.test_objection_page import labels, main, page_order, press, say_day
from tests.test_pages import choose, go_on, healthy, opened, text

ASK_DOCTOR = GIVEN.answers({"panel_form.doctor_asked": None})


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", TODAY.isoformat())


def page(case: Case | None, language: str = "en", step: str | None = None):
    at = opened(case, "panel", language)
    if step:
        at.session_state["place.form105"] = step
        at = at.run()
    assert healthy(at)
    return at


def form(at):
    return at.session_state["case"].panel_form


def heading(at) -> str:
    first, *_ = at.header
    return first.value


def said(shown: str) -> str:
    return shown.replace("*", "")


@pytest.mark.parametrize("language", ["en", pytest.param("es", marks=pytest.mark.slow)])
def test_a_newcomer_reads_what_it_is_for_and_can_ask_for_the_form(language):
    words, at = load_words(language), page(None, language)
    shown = text(at)
    assert words.fill(words.passages["pages/panel_intro"].paragraphs[1], days=10) in shown
    assert main(at) == [words.say("panel.have")] and words.passages["pages/panel_ask"].title in shown
    assert words.say("outcome.call", phone="1-800-736-7401") in shown
    assert 'class="call quiet"' in " ".join(one.proto.body for one in at.get("html")), "one button alone is filled"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_came_its_days_are_noted_one_by_one_and_both_clocks_are_named(language):
    words = load_words(language)
    at = press(page(OBJECTOR, language), words.say("panel.have"))
    at.radio(key="q.panel_form.furnished_by").set_value("claims_administrator")
    at = say_day(at, "panel_form.furnished_on", date(2026, 11, 18))
    at = choose(at, "panel_form.asked_to_submit", "yes")
    at = say_day(at, "panel_form.asked_on", date(2026, 11, 19))
    assert heading(at) == words.say("panel.specialty_title")
    at = press(at, words.say("ask.back"))
    shown = text(at)
    for rule, day in (("form105-first-10", date(2026, 11, 25)), ("employer-may-file-105", date(2026, 11, 30))):
        assert words.clock(rule, "title") in shown and words.day(day) in shown
    assert words.clock("qme-select-10", "title") not in shown


def test_nobody_asked_to_send_it_asks_no_day_and_the_other_side_has_no_date():
    at = press(page(OBJECTOR), load_words("en").say("panel.have"))
    at.radio(key="q.panel_form.furnished_by").set_value("claims_administrator")
    at = choose(say_day(at, "panel_form.furnished_on", date(2026, 11, 18)), "panel_form.asked_to_submit", "no")
    at = press(at, load_words("en").say("ask.back"))
    assert load_words("en").clock("employer-may-file-105", "title") not in text(at)


@pytest.mark.parametrize("language", ["es", pytest.param("en", marks=pytest.mark.slow)])
def test_a_form_the_worker_found_or_a_day_nobody_knows_is_told_kindly(language):
    words = load_words(language)
    for new, key in (({"furnished_by": "downloaded", "furnished_on": TODAY}, "found"), ({"furnished_by": "unsure", "furnished_on": "unsure"}, "no_day")):
        case = OBJECTOR.answers({f"panel_form.{name}": value for name, value in new.items()})
        assert words.say(f"panel.{key}") in text(page(case, language))


@pytest.mark.parametrize("language", ["es", pytest.param("en", marks=pytest.mark.slow)])
def test_after_an_objection_the_form_is_owed_and_asking_for_it_is_noted(language):
    words = load_words(language)
    objected = PANEL_WAIT.answers({"panel_form": {}})
    at = page(objected, language)
    assert words.clock("qme-form-now", "title") in text(at)
    at = say_day(press(at, words.say("panel.asked")), "panel_form.asked_for_on", date(2026, 11, 20))
    assert form(at).asked_for_on == date(2026, 11, 20)
    assert words.say("panel.asked_day", day=date(2026, 11, 20)) in text(at)


@pytest.mark.parametrize("language", ["es", pytest.param("en", marks=pytest.mark.slow)])
def test_the_specialty_is_a_question_for_the_doctor(language):
    words = load_words(language)
    at = page(ASK_DOCTOR, language)
    assert heading(at) == words.say("panel.specialty_title")
    assert main(at) == [words.say("offer.send", title=words.say("paper.specialty-sheet"))]
    at = choose(press(at, words.say("panel.note_specialty")), "panel_form.doctor_asked", "yes")
    at.text_input(key="q.panel_form.specialty").set_value("Sample field")
    at = go_on(at)
    assert (form(at).specialty, form(at).code) == ("Sample field", None) and heading(at) == words.say("panel.fill_title")


@pytest.mark.parametrize("language", ["en", pytest.param("es", marks=pytest.mark.slow)])
def test_without_a_doctor_the_page_names_free_help(language):
    words = load_words(language)
    at = page(GIVEN.answers({"panel_form.doctor_asked": "unsure"}), language, "specialty")
    assert words.say("panel.no_doctor", phone="1-800-736-7401") in text(at)


LATE = GIVEN.answers({"panel_form.furnished_on": date(2026, 11, 2), "panel_form.asked_on": None, "panel_form.doctor_asked": None})
MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(("step", "language"), [("specialty", "es"), ("fill", "en")])
def test_once_its_date_is_past_the_task_comes_first_under_one_line(step, language):
    words, shown = load_words(language), text(page(LATE, language, step))
    assert words.say("panel.send_today") in shown and words.say("card.today_do") not in shown
    whole = text(page(LATE, language, "send"))
    assert words.say("card.today_do") in whole and words.say("panel.send_today") not in whole
    assert words.say("panel.send_today") not in text(page(ASK_DOCTOR, language, step))


@pytest.mark.parametrize("step", ["form", "specialty", "fill", "send"])
def test_who_has_not_said_whose_papers_these_are_is_asked_first_and_comes_back_to_the_step(step):
    not_given = {"panel_form.furnished_by": None, "panel_form.furnished_on": None} if step == "form" else {}
    words, nobody = load_words("en"), ASK_DOCTOR.answers({"worker": {}, "claim.number": None, **not_given})
    at = page(nobody, step=step)
    order = page_order(at)
    title = heading(at)
    at = press(at, words.say("records.add_details"))
    at.text_input(key="q.worker.name").set_value("Sample Worker")
    at = go_on(at)
    at.text_input(key="q.claim.number").set_value("SAMPLE-001")
    at = go_on(go_on(at))
    assert heading(at) == title and at.session_state["case"].worker.name == "Sample Worker"
    assert words.say("records.add_details") not in labels(at) or step == "specialty"
    papers = {"form": "form105-request", "specialty": "specialty-sheet", "fill": "form105-sheet", "send": "panel-copy"}
    name = words.say(f"paper.{papers[step]}")
    assert [name in label for label in order].index(True) > order.index(words.say("records.add_details"))


@pytest.mark.parametrize(("today", "when", "other"), [(TODAY, "call_open", "call_today"), (MONDAY, "call_today", "call_open")])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_call_is_for_a_day_on_which_the_office_is_open(language, today, when, other, monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", today.isoformat())
    words, shown = load_words(language), text(page(LATE, language, "send"))
    said, otherwise = (words.clock("form105-first-10", "missed", call=words.say(f"card.{key}")) for key in (when, other))
    assert said in shown and otherwise not in shown
    assert (words.say("card.closed_today", day=MONDAY) in shown) == (today == TODAY)


def test_the_claim_form_comes_first_when_it_was_not_handed_over():
    words = load_words("en")
    assert words.say("panel.claim_form") not in text(page(OBJECTOR))
    at = page(OBJECTOR.answers({"claim.form_filed_on": None, "route.claim_form": "no"}))
    assert words.say("panel.claim_form") in text(at)


@pytest.mark.parametrize("language", ["es", pytest.param("en", marks=pytest.mark.slow)])
def test_the_own_pdf_is_filled_shown_and_let_go_of(language):
    words, at = load_words(language), page(GIVEN, language, "fill")
    at.get("file_uploader")[0].upload("own.pdf", blank(("Claim Number", TEXT), ("Something else", TEXT)), "application/pdf").run()
    shown = text(at)
    assert healthy(at) and "Claim Number: SAMPLE-001" in shown and words.say("panel.own_left", count=1) in shown and "Something else" in shown
    assert words.say("panel.own_get") in [one.proto.label for one in at.get("download_button")]
    at = press(at, words.say("panel.own_drop"))
    assert words.say("panel.own_help") in text(at) and "Something else" not in text(at)


@pytest.mark.parametrize(("data", "key", "language"), [(locked("secret"), "upload_locked", "es"), (paper(), "form_flat", "en")])
def test_an_own_pdf_that_cannot_be_filled_gets_a_kind_word(data, key, language):
    words, at = load_words(language), page(GIVEN, language, "fill")
    at.get("file_uploader")[0].upload("own.pdf", data, "application/pdf").run()
    assert healthy(at) and words.say(f"errors.{key}") in text(at) and words.say("panel.own_help") in text(at)


@pytest.mark.parametrize("language", ["es", pytest.param("en", marks=pytest.mark.slow)])
def test_sending_is_noted_in_its_own_log_and_ends_the_time_to_be_first(language):
    words, at = load_words(language), page(GIVEN, language, "send")
    assert words.day(date(2026, 11, 25)) in text(at) and main(at) == [words.say("imr.add_line")]
    at = press(at, words.say("imr.add_line"))
    at.radio(key="q.panel_form.sendings.0.to").set_value("medical_unit")
    at.radio(key="q.panel_form.sendings.0.how").set_value("mail")
    at = go_on(say_day(at, "panel_form.sendings.0.on", date(2026, 11, 20)))
    assert [(line.to, line.on, line.how) for line in form(at).sendings] == [("medical_unit", date(2026, 11, 20), "mail")]
    assert words.day(date(2026, 11, 25)) not in text(at)
    assert not at.session_state["case"].reports[0].sendings[1:]


@pytest.mark.parametrize("language", ["es", pytest.param("en", marks=pytest.mark.slow)])
def test_the_wait_shows_both_dates_and_a_return_starts_the_form_again(language):
    words, at = load_words(language), page(PANEL_WAIT, language)
    assert heading(at) == words.say("panel.wait_title")
    shown = text(at)
    for rule, day in (("qme-panel-5wd", date(2026, 11, 24)), ("any-qme-after-20wd", date(2026, 12, 18))):
        assert words.clock(rule, "title") in shown and words.day(day) in shown
    at = say_day(press(at, words.say("panel.note_returned")), "panel_form.returned_on", date(2026, 11, 20))
    shown = text(at)
    assert said(words.passages["pages/panel_returned"].paragraphs[0]) in said(shown)
    assert words.clock("any-qme-after-20wd", "title") not in shown and words.clock("form105-first-10", "title") in shown
    assert main(at) == [words.say("panel.to_send")]
    at = press(at, words.say("panel.to_send"))
    assert heading(at) == words.say("panel.send_title")


@pytest.mark.parametrize("language", ["en", pytest.param("es", marks=pytest.mark.slow)])
def test_without_the_day_of_arrival_the_wait_is_not_counted_and_the_page_asks_for_it(language):
    words = load_words(language)
    at = page(PANEL_WAIT.answers({"panel_form.medical_unit_on": None}), language)
    assert words.say("panel.no_receipt") in text(at) and main(at) == [words.say("panel.is_here")] and words.clock("qme-panel-5wd", "title") not in text(at)
    at = say_day(press(at, words.say("panel.note_there")), "panel_form.medical_unit_on", date(2026, 11, 17))
    assert words.clock("qme-panel-5wd", "title") in text(at)


@pytest.mark.parametrize("language", ["es", pytest.param("en", marks=pytest.mark.slow)])
def test_a_panel_that_came_leads_to_the_three_doctors(language):
    words = load_words(language)
    assert main(page(PANEL_WAIT, language)) == [words.say("panel.is_here")]
    at = page(PANEL_HERE, language)
    assert main(at) == [words.say("panel.to_choose")] and words.say("panel.came") in text(at)
    at = press(at, words.say("panel.to_choose"))
    assert [title.value for title in at.title] == [words.say("choose.title")]


@pytest.mark.parametrize("language", ["es", pytest.param("en", marks=pytest.mark.slow)])
def test_with_an_attorney_there_is_no_form_and_switching_back_loses_nothing(language):
    words, at = load_words(language), page(PANEL_REPRESENTED, language)
    shown = text(at)
    assert words.passages["routes/represented"].title in shown and words.say("panel.wait_title") not in shown
    assert words.say("panel.is_here") not in labels(at)
    at.session_state["case"] = at.session_state["case"].answers({"triage.lawyer": "no"})
    at = at.run()
    assert heading(at) == words.say("panel.wait_title") and form(at) == PANEL_HERE.panel_form


@pytest.mark.slow
def test_every_step_opens_for_a_newcomer_and_after_everything():
    failed = PANEL_WAIT.answers({"panel_form.sendings": (Sending(id="sending-1", to="medical_unit", on=TODAY, result="failed"),), "panel_form.medical_unit_on": None})
    for case in (NEWCOMER, failed, PANEL_HERE):
        for step in ("form", "specialty", "fill", "send", "wait"):
            page(case, step=step)


@pytest.mark.parametrize("language", ["en", pytest.param("es", marks=pytest.mark.slow)])
def test_a_request_that_came_before_it_was_sent_is_asked_about_on_the_page_of_the_wait(language):
    words, sent = load_words(language), PANEL_WAIT.panel_form.sendings[0].on
    odd = PANEL_WAIT.answers({"panel_form.medical_unit_on": sent.replace(day=1)})
    asked = words.say("odd.unit_before_sent", came=sent.replace(day=1), sent=sent)
    assert asked in text(page(odd, language, "wait"))
    assert asked not in text(page(PANEL_WAIT.answers({"panel_form.medical_unit_on": sent}), language, "wait"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_once_it_went_out_the_step_begins_with_what_was_sent(language):
    words, told = load_words(language), load_words(language).passages["pages/panel_send"].paragraphs[0][:40]
    bodies = [one.proto.body for one in page(GIVEN, language, "send").get("html")]
    assert any(told in body and "<details>" not in body for body in bodies)
    at = page(PANEL_WAIT, language, "send")
    bodies = [one.proto.body for one in at.get("html")]
    assert all("<details>" in body for body in bodies if told in body) and any(told in body for body in bodies)
    assert words.say("imr.proof_of", proof=f"{words.choice('panel_form.sendings.proof', 'tracking')}, SAMPLE-MAIL-2") in text(at)
