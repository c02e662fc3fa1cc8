"""The page of the objection: the report and its findings one by one, the letter, the log; a QME's report; an attorney."""

from datetime import date

import pytest

from pages.parts.making import Made
from qme_guide.case import Case, Finding, Report, Route, Triage
from qme_guide.flow import page as sitemap_page
from qme_guide.rules.route import GOES_ON
from qme_guide.rules.triage import EXIT_ORDER
from qme_guide.words import load_words
from tests.personas import CLAIM_DENIED, NEWCOMER, OBJECTOR, PANEL_REPRESENTED, PANEL_WAIT, TODAY
from tests.sweeps import ENGLISH, SPANISH, in_turn
from tests.test_letters import text as paper_text
from tests.test_pages import go_on, healthy, opened, text


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", TODAY.isoformat())


def page(case: Case | None = OBJECTOR, language: str = "en"):
    return opened(case, "objection", language)


def press(at, label: str):
    return next(button for button in at.button if button.label == label).click().run()


def labels(at) -> list[str]:
    return [button.label for button in at.button]


def main(at) -> list[str]:
    """What stands out on the screen: its main buttons, to press or to take a file."""
    kinds = [*at.button, *at.get("download_button")]
    return [button.proto.label for button in kinds if button.proto.type == "primary"]


def page_order(at) -> list[str]:
    """The words of every button and download, from top to bottom."""
    return [one.proto.label for one in at.main if one.type in ("button", "download_button")]


def report(at) -> Report:
    return at.session_state["case"].reports[0]


def say_day(at, path: str, day: date):
    at.text_input(key=f"q.{path}.day").set_value(str(day.day))
    month = at.selectbox(key=f"q.{path}.month")
    month.set_value(month.options[day.month])
    at.text_input(key=f"q.{path}.year").set_value(str(day.year))
    return go_on(at)


def note_finding(at, number: int, about: str, **said: str):
    """The two screens about one finding, from the first."""
    at.radio(key=f"q.reports.0.findings.{number}.about").set_value(about)
    at = go_on(at)
    for name, told in said.items():
        widget = at.text_input if name == "page" else at.text_area
        widget(key=f"q.reports.0.findings.{number}.{name}").set_value(told)
    return go_on(at)


@pytest.mark.parametrize("language", ENGLISH)
def test_a_newcomer_goes_from_the_report_to_the_letter_one_question_at_a_time(language):
    words = load_words(language)
    at = page(None, language)
    assert main(at) == [words.say("objection.add")] and words.passages["pages/objection_intro"].paragraphs[0] in text(at)
    at = press(at, words.say("objection.add"))
    at.radio(key="q.reports.0.kind").set_value("treating")
    at = say_day(go_on(at), "reports.0.received_on", date(2026, 11, 10))
    at.text_input(key="q.reports.0.author").set_value("Dr. Sample")
    at = say_day(at, "reports.0.printed_on", date(2026, 11, 6))
    assert main(at) == [words.say("objection.add_finding")]
    at = note_finding(press(at, words.say("objection.add_finding")), 0, "work_status", page="3", says="Return to full work.")
    assert report(at).findings == (Finding(id="finding-1", about="work_status", page="3", says="Return to full work."),)
    assert main(at) == [words.say("objection.to_letter")]
    at = press(at, words.say("objection.to_letter"))
    assert main(at) == [words.say("records.add_details")], "whose letter it is comes before the letter"
    shown = text(at)
    assert words.say("objection.names_4062") in shown and words.say("objection.no_details") in shown
    assert words.day(date(2026, 12, 10)) in shown


def test_nothing_is_kept_of_a_report_or_a_finding_that_was_begun_and_left():
    words = load_words("en")
    at = press(press(page(None), words.say("objection.add")), words.say("ask.back"))
    assert at.session_state["case"].reports == () and main(at) == [words.say("objection.add")]
    at = press(press(page(), words.say("objection.another_finding")), words.say("ask.back"))
    assert report(at) == OBJECTOR.reports[0]
    at = press(page(), words.say("objection.another_finding")).switch_page("pages/start/home.py").run()
    assert healthy(at) and report(at) == OBJECTOR.reports[0]


def test_a_report_without_an_answer_about_its_day_is_asked_again_and_unsure_is_an_answer():
    words = load_words("en")
    at = press(page(None), words.say("objection.add"))
    at.radio(key="q.reports.0.kind").set_value("treating")
    at = go_on(go_on(at))
    assert words.say("errors.date_empty") in text(at)
    at.checkbox(key="q.reports.0.received_on.unsure").set_value(True)
    at = press(go_on(at), words.say("ask.skip_it"))
    assert report(at).received_on == "unsure"
    assert words.say("objection.no_day") in text(at)


def test_a_finding_is_changed_removed_and_comes_back():
    words, at = load_words("en"), page()
    at = press(at, words.say("objection.edit_finding", number=1))
    at = note_finding(at, 0, "restrictions", mine="I cannot lift.")
    assert (report(at).findings[0].about, report(at).findings[0].mine, report(at).findings[0].page) == ("restrictions", "I cannot lift.", "3")
    before = report(at).findings
    at = press(at, words.say("objection.remove_finding", number=1))
    assert report(at).findings == () and words.say("objection.finding_removed", number=1) in text(at)
    at = press(at, words.say("undo.undo"))
    assert report(at).findings == before


@pytest.mark.parametrize(("about", "language"), [("treatment", "es"), ("claim", "en"), ("network_doctor", "es")])
def test_a_finding_with_another_road_asks_no_words_and_leads_there(about, language):
    words = load_words(language)
    bare = OBJECTOR.answers({"reports.0.findings": [], "route.network": "yes"})
    at = press(page(bare, language), words.say("objection.add_finding"))
    at.radio(key="q.reports.0.findings.0.about").set_value(about)
    at = go_on(at)
    assert words.say("objection.elsewhere_help") in text(at)
    assert words.say("objection.to_letter") not in labels(at)
    at = press(at, words.say("objection.to_route"))
    assert healthy(at) and [title.value for title in at.title] != [words.say("objection.title")]
    assert at.session_state["case"].route.about == ("work_status", about)


@pytest.mark.parametrize("language", SPANISH)
def test_a_report_of_a_qme_has_no_letter_but_free_help_and_its_own_date(language):
    words = load_words(language)
    at = page(OBJECTOR.answers({"reports.0.kind": "qme"}), language)
    shown = text(at)
    assert words.fill(words.passages["pages/objection_qme"].paragraphs[1], call=words.say("card.call_open")) in shown
    assert words.passages["pages/objection_qme"].title in shown and words.clock("factual-correction-30", "title") in shown
    assert words.say("objection.to_letter") not in labels(at) and main(at) == [words.say("objection.to_report")]
    assert words.say("outcome.call", phone="1-800-736-7401") in shown


def test_not_knowing_whose_report_it_is_keeps_the_date_and_says_how_to_tell():
    words = load_words("es")
    at = page(OBJECTOR.answers({"reports.0.kind": "unsure"}), "es")
    assert words.say("objection.kind_unsure", phone="1-800-736-7401").replace("*", "") in text(at).replace("*", "")
    assert words.day(date(2026, 12, 10)) in text(at) and main(at) == [words.say("objection.to_letter")]


@pytest.mark.parametrize("language", ENGLISH)
def test_with_an_attorney_there_is_no_letter_and_the_answers_stay(language):
    words, case = load_words(language), OBJECTOR.answers({"triage.lawyer": "yes"})
    at = page(case, language)
    assert words.passages["routes/represented"].title in text(at) and not main(at)
    assert words.say("objection.to_letter") not in labels(at)
    assert words.say("paper.hand-off") in [expander.label for expander in at.expander]
    at.session_state["case"] = case.answers({"triage.lawyer": "no"})
    at = at.run()
    assert main(at) == [words.say("objection.to_letter")] and report(at) == OBJECTOR.reports[0]


def test_an_attorney_who_comes_while_the_letter_is_open_ends_it_at_once():
    words, at = load_words("en"), press(page(), load_words("en").say("objection.to_letter"))
    at.session_state["case"] = OBJECTOR.answers({"triage.lawyer": "yes"})
    at = at.run()
    assert not main(at) and words.say("paper.objection") not in [expander.label for expander in at.expander]


def test_the_details_of_the_letter_are_asked_for_here_and_lead_back_to_it():
    words = load_words("es")
    bare = OBJECTOR.answers({"worker": {}, "claim": {}})
    at = press(page(bare, "es"), words.say("objection.to_letter"))
    at = press(at, words.say("records.add_details"))
    at.text_input(key="q.worker.name").set_value("Sample Worker")
    at = go_on(at)
    at.text_input(key="q.claim.number").set_value("SAMPLE-001")
    at = go_on(go_on(at))
    assert at.session_state["case"].worker.name == "Sample Worker" and words.say("objection.letter_title") in text(at)
    assert main(at) == [words.say("offer.send", title=words.say("paper.objection"))]
    assert words.say("records.add_details") in labels(at), "an address is missing still"


@pytest.mark.parametrize(("without", "first"), [("worker.name", "add"), ("claim.number", "add"), ("worker.address", "get")])
def test_what_says_whose_letter_it_is_comes_before_the_file(without, first):
    words = load_words("en")
    at = press(page(OBJECTOR.answers({without: None})), words.say("objection.to_letter"))
    known = [one for one in page_order(at) if one in (words.say("records.add_details"), words.say("offer.send", title=words.say("paper.objection")))]
    add, get = words.say("records.add_details"), words.say("offer.send", title=words.say("paper.objection"))
    assert known[:2] == ([add, get] if first == "add" else [get, add]) and main(at) == [add if first == "add" else get]


@pytest.mark.parametrize("language", SPANISH)
def test_the_objection_that_went_out_ends_its_date_and_leads_to_the_panel_form(language):
    words = load_words(language)
    at = press(page(language=language), words.say("objection.to_letter"))
    at = press(at, words.say("objection.to_send"))
    assert main(at) == [words.say("imr.add_line")] and words.say("paper.proof-of-service") in [expander.label for expander in at.expander]
    at = press(at, words.say("imr.add_line"))
    assert at.radio(key="q.reports.0.sendings.0.to").options == [words.choice("reports.sendings.to", one) for one in ("claims_administrator", "doctor")]
    at.radio(key="q.reports.0.sendings.0.how").set_value("fax")
    at = go_on(say_day(at, "reports.0.sendings.0.on", TODAY))
    assert [(line.to, line.on) for line in report(at).sendings] == [("claims_administrator", TODAY)]
    assert words.clock("objection-4062-30", "title") not in text(at)
    assert main(at) == [words.say("objection.to_panel")]
    at = press(at, words.say("objection.to_panel"))
    assert [title.value for title in at.title] == [words.say("panel.title")]


def test_once_it_went_out_the_page_leads_on_to_the_form_and_keeps_the_letter():
    words, at = load_words("es"), page(PANEL_WAIT, "es")
    assert main(at) == [words.say("objection.to_panel")] and words.say("objection.to_letter") in labels(at)
    assert words.say("objection.sent") in text(at) and words.say("objection.sent") not in text(page(OBJECTOR, "es"))


def test_a_copy_to_the_doctor_alone_does_not_end_the_date():
    words = load_words("en")
    line = {"id": "sending-1", "to": "doctor", "on": TODAY, "how": "mail"}
    at = page(OBJECTOR.answers({"reports.0.sendings": [line]}))
    assert words.clock("objection-4062-30", "title") in text(at)


def test_a_line_of_the_log_is_removed_and_comes_back_and_no_other_page_offers_it():
    words = load_words("en")
    at = press(press(page(PANEL_WAIT), words.say("review.to_log")), words.say("imr.remove_line", number=1))
    assert report(at).sendings == ()
    elsewhere = at.switch_page("pages/treatment/imr.py").run()
    assert words.say("undo.undo") not in labels(elsewhere)
    at = press(at.switch_page("pages/panel/objection.py").run(), words.say("undo.undo"))
    assert report(at).sendings == PANEL_WAIT.reports[0].sendings


def test_after_its_date_the_letter_goes_today_and_the_worker_may_say_why():
    words = load_words("es")
    late = OBJECTOR.answers({"reports.0.printed_on": "2026-09-28", "reports.0.received_on": "2026-10-01"})
    at = press(page(late, "es"), words.say("objection.to_letter"))
    assert words.say("card.today_do") in text(at)
    at = press(at, words.say("objection.add_late"))
    at.text_area(key="q.reports.0.late_reason").set_value("It went to my old address.")
    at = go_on(at)
    assert report(at).late_reason == "It went to my old address." and words.say("objection.change_late") in labels(at)


def test_two_reports_stay_apart_and_a_removed_one_comes_back_whole():
    words = load_words("es")
    second = OBJECTOR.reports[0].model_copy(update={"id": "report-2", "author": "Dr. Sample Two"})
    two = OBJECTOR.model_copy(update={"reports": (*OBJECTOR.reports, second)})
    at = page(two, "es")
    at = at.radio[0].set_value(1).run()
    at = press(at, words.say("objection.remove_finding", number=1))
    first, other = at.session_state["case"].reports
    assert first == OBJECTOR.reports[0] and other.findings == ()
    at = press(at, words.say("objection.remove"))
    assert [one.id for one in at.session_state["case"].reports] == ["report-1"]
    at = press(at, words.say("undo.undo"))
    assert [one.id for one in at.session_state["case"].reports] == ["report-1", "report-2"]


def test_the_files_that_were_made_about_a_report_go_with_it_and_those_of_another_stay():
    second = OBJECTOR.reports[0].model_copy(update={"id": "report-11"})
    at = opened(OBJECTOR.model_copy(update={"reports": (*OBJECTOR.reports, second)}), "home")
    at.session_state["papers"] = {name: Made("-", b"%PDF") for name in ("made.correction.report-1", "made.dispute.report-1", "made.dispute.report-11")}
    at = press(at.switch_page(sitemap_page("objection")).run(), load_words("en").say("objection.remove"))
    assert at.session_state["papers"].keys() == {"made.dispute.report-11"}


CLOSING = [name for name in EXIT_ORDER if name not in GOES_ON]


@pytest.mark.parametrize(("exit_name", "language"), in_turn(CLOSING))
def test_an_exit_of_the_first_questions_has_the_own_road_of_a_dispute_on_every_page(exit_name, language):
    words = load_words(language)
    told, other = words.passages[f"routes/{exit_name}"], words.passages[f"outcomes/{exit_name}"]
    at = opened(PANEL_WAIT.answers({"triage.exits": [exit_name]}), language=language)
    for name in ("objection", "panel", "choose"):
        at = at.switch_page(sitemap_page(name)).run()
        shown = text(at)
        assert healthy(at) and told.title in shown and str(told.front["say"]) in shown and told.paragraphs[0] in shown
        assert str(other.front["say"]) not in shown
        assert [fold.label for fold in at.expander] == [words.say("paper.hand-off")] and not main(at)
        assert words.say("objection.to_route") in labels(at)


@pytest.mark.parametrize("exit_name", GOES_ON)
def test_an_exit_that_leaves_the_road_open_closes_no_page_of_it(exit_name):
    at = page(OBJECTOR.answers({"triage.exits": [exit_name]}))
    assert main(at) == [load_words("en").say("objection.to_letter")]


def test_an_exit_that_comes_while_a_question_is_open_ends_it_and_an_attorney_comes_first():
    words = load_words("en")
    at = press(page(), words.say("objection.another_finding"))
    at.session_state["case"] = OBJECTOR.answers({"triage.exits": ["union"]})
    at = at.run()
    assert words.passages["routes/union"].title in text(at) and not at.radio
    shown = text(page(OBJECTOR.answers({"triage.exits": ["union"], "triage.lawyer": "yes"})))
    assert words.passages["routes/represented"].title in shown and words.passages["routes/union"].title not in shown


def test_a_claim_that_nobody_accepted_is_told_about_its_own_road():
    words = load_words("es")
    at = page(OBJECTOR.answers({"route.claim_stands": "denied"}), "es")
    assert words.say("objection.other_claim") in text(at) and words.say("objection.to_route") in labels(at)


@pytest.mark.parametrize("case", [NEWCOMER, CLAIM_DENIED, PANEL_REPRESENTED])
def test_the_page_makes_sense_for_somebody_elsewhere_on_the_road(case):
    assert healthy(page(case))


@pytest.mark.parametrize(("start", "language"), in_turn(["dispute", "panel", "choose", "objection"]))
def test_who_has_an_attorney_and_told_nothing_notes_the_report_that_the_sheet_then_carries(start, language):
    words = load_words(language)
    known = Case(triage=Triage(danger="no", lawyer="yes", denied="other", exits=("none",)), route=Route(about=("work_status",)))
    at = press(opened(known, start, language), words.say("objection.for_attorney"))
    if start != "objection":
        assert [title.value for title in at.title] == [words.say("objection.title")]
        at = press(at.switch_page(sitemap_page("objection")).run(), words.say("objection.for_attorney"))
    at.radio(key="q.reports.0.kind").set_value("treating")
    at = say_day(go_on(at), "reports.0.received_on", date(2026, 11, 10))
    at.text_input(key="q.reports.0.author").set_value("Dr. Sample")
    at = go_on(at)
    assert words.passages["routes/represented"].title in text(at) and words.say("objection.for_attorney") not in labels(at)
    told = " ".join(paper_text("hand-off-full", at.session_state["case"], language).split())
    assert words.say("objection.named", author="Dr. Sample") in told and words.day(date(2026, 11, 10)) in told


@pytest.mark.parametrize("language", ENGLISH)
@pytest.mark.parametrize("name", ["objection", "panel", "choose"])
def test_with_an_attorney_the_answer_can_be_changed_and_the_main_button_comes_after_the_first_paragraph(name, language):
    words = load_words(language)
    at = opened(NEWCOMER.answers({"triage.lawyer": "yes"}), name, language)
    first, second, *_ = words.passages["routes/represented"].paragraphs
    order = [one.proto.body if one.type == "html" else one.proto.label for one in at.main if one.type in ("html", "button")]
    place = order.index(words.say("objection.for_attorney"))
    if name != "objection":
        assert any(first[:30] in one for one in order[:place]) and any(second[:30] in one for one in order[place:])
    at = press(at, words.say("dispute.change_answer"))
    assert healthy(at) and at.radio(key="q.triage.lawyer").value == "yes"
