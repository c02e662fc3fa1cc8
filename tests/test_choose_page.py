"""The page of the three doctors: the panel, the doctors, the calls, the choice, the notice with its log; another doctor."""

from datetime import date

import pytest

from pages.parts.markdown import typed
from qme_guide.case import Call, Case, Panel, PanelDoctor
from qme_guide.law import load_law
from qme_guide.rules.exam import doctor_name
from qme_guide.words import load_words
from tests.personas import BOOKED, CLAIM_DENIED, NEWCOMER, PANEL_HERE, PANEL_REPRESENTED, TODAY
from tests.sweeps import ENGLISH, SPANISH
from tests.test_objection_page import labels, main, press, say_day
from tests.test_pages import go_on, healthy, opened, text

CALLED = PANEL_HERE.answers({"panels.0.ia_called": "yes"})
CHOSEN = CALLED.answers({"panels.0.chosen": "doctor-2"})
SELECT = "qme-select-10"


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", TODAY.isoformat())


def page(case: Case | None = PANEL_HERE, language: str = "en"):
    return opened(case, "choose", language)


def panel(at) -> Panel:
    return at.session_state["case"].panels[0]


def at_calls(case: Case = CALLED, language: str = "en"):
    return press(page(case, language), load_words(language).say("choose.to_calls"))


@pytest.mark.parametrize("language", ENGLISH)
def test_from_the_printed_date_to_the_date_card_and_the_first_doctor(language):
    words = load_words(language)
    at = page(None, language)
    assert main(at) == [words.say("choose.add")]
    at = say_day(press(at, words.say("choose.add")), "panels.0.issued_on", date(2026, 11, 16))
    at.text_input(key="q.panels.0.number").set_value("SAMPLE-PANEL-1")
    at = go_on(at)
    assert words.day(date(2026, 11, 25)) in text(at) and main(at) == [words.say("choose.add_first")]
    at = press(at, words.say("choose.add_first"))
    at.text_input(key="q.panels.0.doctors.0.name").set_value("Dr. Sample")
    at = go_on(at)
    at.text_input(key="q.panels.0.doctors.0.distance").set_value("12 miles")
    at = go_on(at)
    assert panel(at).doctors == (PanelDoctor(id="doctor-1", name="Dr. Sample", distance="12 miles"),) and panel(at).number == "SAMPLE-PANEL-1"
    assert "12 miles" in text(at) and words.say("choose.add_second") in labels(at) and main(at) == [words.say("choose.pick")]


def test_nothing_is_kept_of_a_panel_or_a_doctor_that_was_begun_and_left():
    words = load_words("en")
    at = press(press(page(None), words.say("choose.add")), words.say("ask.back"))
    assert at.session_state["case"].panels == () and main(at) == [words.say("choose.add")]
    two = PANEL_HERE.answers({"panels.0.doctors": PANEL_HERE.panels[0].doctors[:2]})
    at = press(press(page(two), words.say("choose.add_third")), words.say("ask.back"))
    assert panel(at) == two.panels[0]


def test_a_second_panel_that_was_begun_and_left_never_writes_into_the_first():
    words = load_words("en")
    at = press(page(CHOSEN), words.say("choose.another"))
    at = press(at.switch_page("pages/panel/appointment.py").run(), words.say("appointment.add"))
    at = at.switch_page("pages/panel/choose.py").run()
    assert healthy(at) and at.session_state["case"].panels == CHOSEN.panels and main(at) == [words.say("choose.to_notice")]


def test_empty_fields_are_fine_and_a_doctor_without_a_name_can_be_chosen():
    words = load_words("en")
    at = press(page(CALLED.answers({"panels.0.doctors": ()})), words.say("choose.add_first"))
    at = go_on(go_on(at))
    assert panel(at).doctors == (PanelDoctor(id="doctor-1"),) and words.say("choose.unnamed", number=1) in text(at)
    at = press(at, words.say("choose.pick"))
    at.radio(key="pick.panel-1").set_value("doctor-1")
    at = press(at, words.say("choose.pick_this"))
    assert panel(at).chosen == "doctor-1" and words.say("choose.notice_title") in text(at)


def test_a_panel_has_three_doctors_and_no_place_for_a_fourth():
    words = load_words("en")
    assert not [label for label in labels(page()) if label in [words.say(f"choose.add_{seat}") for seat in ("first", "second", "third")]]


@pytest.mark.parametrize("language", SPANISH)
def test_free_help_comes_right_before_the_choice_and_stops_nobody(language):
    words = load_words(language)
    at = press(page(PANEL_HERE, language), words.say("choose.pick"))
    shown = text(at)
    assert words.passages["pages/choose_before"].paragraphs[1].replace("**", "") in shown and "1-800-736-7401" in shown
    at.radio(key="q.panels.0.ia_called").set_value("no")
    at = go_on(at)
    assert words.say("choose.pick_title") in text(at) and panel(at).ia_called == "no"
    at = press(at, words.say("choose.pick_this"))
    assert words.say("choose.pick_none") in text(at) and panel(at).chosen is None
    at.radio(key="pick.panel-1").set_value("doctor-2")
    at = press(at, words.say("choose.pick_this"))
    assert panel(at).chosen == "doctor-2" and main(at) == [words.say("offer.send", title=words.say("paper.selection-notice"))]


def test_two_doctors_of_one_name_stay_apart():
    twins = CALLED.answers({"panels.0.doctors.0.name": "Dr. Sample", "panels.0.doctors.1.name": "Dr. Sample"})
    at = press(page(twins), load_words("en").say("choose.pick"))
    assert at.radio(key="pick.panel-1").options[:2] == [typed("1. Dr. Sample"), typed("2. Dr. Sample")]
    at.radio(key="pick.panel-1").set_value("doctor-2")
    assert panel(press(at, load_words("en").say("choose.pick_this"))).chosen == "doctor-2"


def test_who_removes_the_chosen_doctor_chooses_again_and_the_next_one_never_takes_its_place():
    words = load_words("en")
    at = press(page(CHOSEN), words.say("choose.remove_doctor", name=typed("2. Dr. Sample Two")))
    assert panel(at).chosen is None and [one.id for one in panel(at).doctors] == ["doctor-1", "doctor-3"]
    back = press(at, words.say("undo.undo"))
    assert panel(back) == CHOSEN.panels[0]
    called = BOOKED.answers({"panels.0.doctors": BOOKED.panels[0].doctors[::2], "panels.0.chosen": None})
    at = go_on(press(page(called), words.say("choose.add_third")))
    assert panel(at).doctors[-1].id == "doctor-4", "a call and an appointment name doctor-2"


@pytest.mark.parametrize("language", ENGLISH)
def test_the_notice_alone_ends_the_time_to_choose_also_before_the_appointment(language):
    words = load_words(language)
    at = press(page(CHOSEN, language), words.say("choose.to_notice"))
    assert words.say("choose.notice_open") in text(at) and words.day(date(2026, 11, 25)) in text(at)
    at = press(at, words.say("choose.to_send"))
    assert main(at) == [words.say("imr.add_line")] and words.say("paper.proof-of-service") in [one.label for one in at.expander]
    at = press(at, words.say("imr.add_line"))
    at.radio(key="q.panels.0.sendings.0.how").set_value("fax")
    at = go_on(say_day(at, "panels.0.sendings.0.on", TODAY))
    assert [(line.to, line.on) for line in panel(at).sendings] == [("claims_administrator", TODAY)]
    assert words.clock(SELECT, "title") not in text(at) and main(at) == [words.say("choose.to_appointment")]
    at = press(at, words.say("choose.to_appointment"))
    assert [title.value for title in at.title] == [words.say("appointment.title")]


@pytest.mark.parametrize("language", SPANISH)
def test_the_log_keeps_whom_the_notice_named_and_another_choice_needs_a_new_one(language):
    words = load_words(language)
    at = press(press(page(CHOSEN, language), words.say("choose.to_notice")), words.say("choose.to_send"))
    at = press(at, words.say("imr.add_line"))
    at.radio(key="q.panels.0.sendings.0.how").set_value("fax")
    at = go_on(say_day(at, "panels.0.sendings.0.on", TODAY))
    (line,) = panel(at).sendings
    assert (line.doctor, line.named) == ("doctor-2", "Dr. Sample Two") and words.say("choose.named", name="Dr. Sample Two") in text(at)
    renamed = at.session_state["case"].answers({"panels.0.chosen": "doctor-1", "panels.0.doctors.1.name": "Dr. Sample Twice"})
    at = page(renamed, language)
    told = words.say("choose.named_other", day=words.day(TODAY), name="Dr. Sample Two", chosen="Dr. Sample One")
    assert told in text(at) and words.say("choose.tag_named") in text(at)
    assert words.clock(SELECT, "title") in text(at) and main(at) == [words.say("choose.to_notice")]
    at = press(at, words.say("choose.to_notice"))
    assert told in text(at), "the new notice is made with this in sight"
    at = press(at, words.say("choose.to_send"))
    assert told in text(at) and words.say("imr.add_line_more") in labels(at) and words.say("imr.add_line") not in labels(at)


def test_a_notice_that_failed_to_go_out_leaves_the_date_open():
    words = load_words("en")
    line = {"id": "sending-1", "to": "claims_administrator", "on": TODAY, "how": "fax", "result": "failed"}
    assert words.clock(SELECT, "title") in text(page(CHOSEN.answers({"panels.0.sendings": [line]})))


def test_the_details_of_the_letter_are_asked_for_here_and_lead_back_to_it():
    words = load_words("en")
    at = press(page(CHOSEN.answers({"worker": {}, "claim": {}})), words.say("choose.to_notice"))
    assert main(at) == [words.say("records.add_details")]
    at = press(at, words.say("records.add_details"))
    at.text_input(key="q.worker.name").set_value("Sample Worker")
    at = go_on(go_on(go_on(at)))
    assert at.session_state["case"].worker.name == "Sample Worker" and words.say("choose.notice_title") in text(at)


def test_who_chooses_again_after_the_notice_is_told_to_ask_first():
    words = load_words("en")
    at = press(page(BOOKED), words.say("choose.pick_other"))
    assert words.say("choose.pick_again") in text(at)


@pytest.mark.parametrize("language", ENGLISH)
def test_a_call_is_noted_changed_removed_and_comes_back(language):
    words = load_words(language)
    at = press(at_calls(CALLED, language), words.say("choose.add_call", name=typed("2. Dr. Sample Two")))
    at.text_input(key="q.panels.0.calls.0.who").set_value("Front desk")
    at = say_day(at, "panels.0.calls.0.on", date(2026, 11, 20))
    at.text_area(key="q.panels.0.calls.0.said").set_value("January 29 at 9.")
    at = say_day(at, "panels.0.calls.0.offered_on", date(2027, 1, 29))
    noted = (Call(id="call-1", doctor="doctor-2", on=date(2026, 11, 20), who="Front desk", said="January 29 at 9.", offered_on=date(2027, 1, 29)),)
    assert panel(at).calls == noted and words.say("choose.fits_in_time") in text(at)
    at = press(at, words.say("choose.remove_call", number=1))
    assert panel(at).calls == ()
    at = press(at, words.say("undo.undo"))
    assert panel(at).calls == noted
    at = press(press(at, words.say("choose.edit_call", number=1)), words.say("ask.back"))
    assert panel(at).calls == noted and healthy(at)


def test_each_offered_day_is_told_against_the_two_limits():
    days = {"2027-02-18": "in_time", "2027-02-19": "if_accepted", "2027-03-20": "if_accepted", "2027-03-21": "beyond"}
    calls = [Call(id=f"call-{number}", doctor="doctor-2", on=date(2026, 11, 20), offered_on=day) for number, day in enumerate(days, start=1)]
    shown = text(at_calls(BOOKED.answers({"panels.0.calls": calls})))
    told = [load_words("en").say(f"choose.fits_{fits}") for fits in days.values()]
    places = [shown.index(load_words("en").day(call.offered_on)) for call in calls]
    assert all(sentence in shown[place:].split(" 2027 ", 1)[-1][:160] for sentence, place in zip(told, places, strict=True))


def test_a_call_to_a_doctor_who_was_removed_stays_in_the_log():
    at = at_calls(BOOKED.answers({"panels.0.doctors": BOOKED.panels[0].doctors[:1]}))
    assert load_words("en").say("choose.gone") in text(at)


ODD = {
    "panel_old": ({"panels.0.issued_on": "2023-05-02"}, {"issued": date(2023, 5, 2)}),
    "panel_before_request": ({"panels.0.issued_on": "2026-11-02"}, {"issued": date(2026, 11, 2), "asked": date(2026, 11, 12)}),
    "booked_before_panel": ({"panels.0.booked_on": "2026-11-10"}, {"issued": date(2026, 11, 16), "booked": date(2026, 11, 10)}),
}


@pytest.mark.parametrize("name", ODD)
def test_an_odd_day_is_asked_about_and_stops_nobody(name):
    words, (change, facts) = load_words("en"), ODD[name]
    at = page(PANEL_HERE.answers(change))
    assert words.say("odd.title") in text(at) and words.say(f"odd.{name}", **facts) in text(at)
    assert main(at) == [words.say("choose.pick")]


def test_without_the_printed_date_the_page_asks_for_it_and_goes_on():
    words = load_words("en")
    at = page(PANEL_HERE.answers({"panels.0.issued_on": "unsure"}))
    assert words.say("choose.no_day") in text(at) and main(at) == [words.say("choose.pick")]


@pytest.mark.parametrize("gone", ["doctor", "panel"])
def test_an_appointment_keeps_the_name_of_its_doctor_when_the_doctor_or_the_panel_is_removed(gone):
    words = load_words("en")
    remove = words.say("choose.remove_doctor", name=typed("2. Dr. Sample Two")) if gone == "doctor" else words.say("choose.remove")
    at = press(page(BOOKED), remove)
    case = at.session_state["case"]
    assert (case.exams[0].doctor, doctor_name(case, case.exams[0])) == ("Dr. Sample Two", "Dr. Sample Two")
    assert press(at, words.say("undo.undo")).session_state["case"] == BOOKED


def test_two_panels_stay_apart_and_a_removed_one_comes_back_whole():
    words = load_words("en")
    second = Panel(id="panel-2", issued_on=date(2026, 11, 18))
    two = CHOSEN.model_copy(update={"panels": (*CHOSEN.panels, second)})
    at = page(two)
    assert main(at) == [words.say("choose.add_first")], "the newest one opens"
    at = press(at.radio[0].set_value(0).run(), words.say("choose.remove"))
    assert [one.id for one in at.session_state["case"].panels] == ["panel-2"]
    assert at.session_state["case"].panels == (second,)
    assert press(at, words.say("undo.undo")).session_state["case"].panels == two.panels


@pytest.mark.parametrize("language", SPANISH)
def test_another_doctor_begins_with_free_help_and_the_reasons(language):
    words = load_words(language)
    at = press(page(BOOKED, language), words.say("choose.to_replace"))
    assert words.passages["pages/replace_intro"].paragraphs[0].replace("**", "") in text(at) and main(at) == [words.say("choose.say_grounds")]
    at = press(at, words.say("choose.say_grounds"))
    at.checkbox(key="q.panels.0.grounds.work_area").set_value(True)
    at = go_on(at)
    assert panel(at).grounds == ("work_area",) and load_law().facts["replacement-more"].citation in text(at)
    assert words.letter("replacement-sheet", "proof_work_area") in text(at)


@pytest.mark.parametrize("language", ENGLISH)
def test_with_an_attorney_there_is_no_notice_and_switching_back_loses_nothing(language):
    words = load_words(language)
    at = page(PANEL_REPRESENTED, language)
    assert words.passages["routes/represented"].title in text(at) and not main(at)
    at.session_state["case"] = at.session_state["case"].answers({"triage.lawyer": "no"})
    at = at.run()
    assert main(at) == [words.say("choose.pick")] and panel(at) == PANEL_HERE.panels[0]


@pytest.mark.parametrize("case", [NEWCOMER, CLAIM_DENIED, PANEL_HERE.answers({"triage.exits": ["old_injury"]})])
def test_the_page_makes_sense_for_somebody_elsewhere_on_the_road(case):
    assert healthy(page(case))


@pytest.mark.parametrize("language", SPANISH)
def test_free_help_asks_first_and_one_button_alone_is_filled(language):
    words = load_words(language)
    at = press(page(PANEL_HERE, language), words.say("choose.pick"))
    assert at.header[0].value == str(words.question("panels.ia_called")["label"])
    calls = [one.proto.body for one in at.get("html") if 'class="call' in one.proto.body]
    assert calls and all('class="call quiet"' in body for body in calls)
    kinds = [one.proto.body if one.type == "html" else one.type for one in at.main]
    assert kinds.index("radio") < next(place for place, one in enumerate(kinds) if 'class="call' in one)


def test_before_any_doctor_nothing_stands_empty_and_no_other_doctor_is_asked_for():
    words = load_words("en")
    bare = PANEL_HERE.answers({"panels.0.doctors": []})
    at = page(bare)
    assert words.say("choose.doctors_title") not in [one.value for one in at.header] and words.say("choose.to_replace") not in labels(at)
    assert words.say("choose.doctors_title") in [one.value for one in page().header] and words.say("choose.to_replace") in labels(page())
