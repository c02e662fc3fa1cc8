"""Reading a report on its page: part by part, the errors one by one, what is not there yet, hostile input, an attorney."""

from datetime import date

import pytest

from pages.parts import error_row
from qme_guide.case import Case, Report, ReportError
from qme_guide.rules import reading
from qme_guide.words import load_words
from tests.personas import NEWCOMER, REPRESENTED, TODAY, WRONG_REPORT
from tests.sweeps import ENGLISH, SPANISH
from tests.test_objection_page import say_day
from tests.test_pages import go_on, healthy, labels, opened, press, text, type_day

HOSTILE = "<b>García “López” Ñ</b> {x} שלום **"


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", TODAY.isoformat())


def page(case: Case | None = WRONG_REPORT, language: str = "en"):
    """The page; of several reports it is about the newest one of a QME."""
    return opened(case, "report", language)


def report(at) -> Report:
    return at.session_state["case"].reports[-1]


def part(at, topic: str):
    """The page on this part of the report."""
    at.session_state[f"place.reading.{report(at).id}"] = topic
    return at.run()


def type_error(at, number: int, at_report: int = 1, **said: str):
    """The words of an error, and on."""
    for name, told in said.items():
        widget = at.text_input if name in ("page", "place") else at.text_area
        widget(key=f"q.reports.{at_report}.errors.{number}.{name}").set_value(told)
    return go_on(at)


def error(at, number: int) -> ReportError:
    return report(at).errors[number]


@pytest.mark.parametrize("language", SPANISH)
def test_a_newcomer_goes_from_the_report_to_a_sorted_error_one_question_at_a_time(language):
    words, at = load_words(language), page(None, language)
    assert words.passages["pages/report_intro"].paragraphs[1] in text(at)
    at = press(at, words.say("objection.add"))
    at.radio(key="q.reports.0.kind").set_value("qme")
    at = say_day(go_on(at), "reports.0.received_on", date(2026, 11, 9))
    at.text_input(key="q.reports.0.author").set_value("Dr. Sample One")
    at = say_day(at, "reports.0.printed_on", date(2026, 11, 5))
    at.text_input(key="q.reports.0.pages").set_value("41")
    at = go_on(at)
    assert words.say("report.start") not in labels(at), "an attorney would do all of this: that is asked first"
    at.radio(key="q.triage.lawyer").set_value("no")
    at = go_on(at)
    assert words.day(date(2026, 12, 9)) in text(at), "the date to ask for a correction stands first"
    at = press(at, words.say("report.start"))
    assert words.passages["pages/report_who"].title in text(at)
    at = press(at, words.choice("reports.looked.state", "right"))
    at = press(at, words.choice("reports.looked.state", "wrong"))
    at = type_error(at, 0, 0, page="2", place="line 14", says="Date of injury: February 12.", true="January 12, 2026.")
    at.radio(key="q.reports.0.errors.0.checkable").set_value("yes")
    at = go_on(at)
    at.text_input(key="q.reports.0.errors.0.proof_named").set_value("Claim form")
    at = go_on(at)
    assert [(one.id, one.state) for one in report(at).looked] == [("who", "right"), ("dates", "wrong")]
    assert error(at, 0) == ReportError(
        id="error-1", topic="dates", page="2", place="line 14", says="Date of injury: February 12.", true="January 12, 2026.", proof_named="Claim form", checkable="yes"
    )
    assert words.say("report.next_part") in labels(at) and words.say("report.sort_fact") in text(at)
    at = press(at, words.say("report.next_part"))
    assert words.passages["pages/report_body_parts"].title in text(at)


def test_beside_each_part_stands_what_the_person_said():
    at = part(page(), "times")
    shown = text(at)
    assert "10:20" in shown and "10:50" in shown and load_words("en").say("report.known_seen") in shown
    assert load_words("en").say("report.beside_empty") in text(part(page(), "conclusions"))


def test_the_boxes_of_the_papers_say_what_the_report_leaves_out_and_how_to_note_it():
    words = load_words("en")
    at = part(page(WRONG_REPORT.answers({"reports.1.listed": None})), "records")
    assert words.say("report.missing_title") not in text(at)
    at.checkbox(key="tick.listed.report-2.record-1").set_value(True)
    at = press(at, words.say("report.listed_keep"))
    assert report(at).listed == ("record-1",) and words.say("report.missing_title") in text(at)
    at = at.button(key="missing.record-4").click().run()
    at = type_error(at, 5, true="My work notes are not listed.")
    assert (error(at, 5).topic, error(at, 5).proof, error(at, 5).left_out) == ("records", ("record-4",), "yes")
    assert error_row.OMITTED not in at.session_state["place.error"], "the boxes said it already"


def test_an_error_is_changed_removed_and_comes_back():
    words, at = load_words("en"), page()
    at = at.button(key="change.words.error-2").click().run()
    at = type_error(at, 1, true="I load trucks.")
    assert error(at, 1).true == "I load trucks." and error(at, 1).page == "3"
    before = report(at).errors
    at = at.button(key="remove.error-1").click().run()
    assert len(report(at).errors) == len(before[1:]) and words.say("report.removed", number=1) in text(at)
    at = press(at, words.say("undo.undo"))
    assert report(at).errors == before


@pytest.mark.parametrize("language", SPANISH)
def test_without_words_of_the_report_it_is_asked_once_whether_it_leaves_them_out_and_never_taken_for_a_fact(language):
    words = load_words(language)
    at = press(part(page(language=language), "tests"), words.choice("reports.looked.state", "wrong"))
    at = type_error(at, 5, page="9", true="Nobody measured my grip.")
    assert str(words.question("reports.errors.left_out")["label"]) in text(at)
    at = press(at, words.say("ask.skip_it"))
    assert str(words.question("reports.errors.checkable")["label"]) in text(at)
    at = press(press(at, words.say("ask.skip_it")), words.say("ask.continue"))
    assert words.say("report.left_out") not in text(at) and words.say("report.lacks_says") in text(at)
    at = at.button(key="change.omitted.error-6").click().run()
    at.radio(key="q.reports.1.errors.5.left_out").set_value("yes")
    at = go_on(at)
    assert words.say("report.left_out") in text(at) and words.say("report.lacks_says") not in text(at)
    at = at.button(key="change.words.error-6").click().run()
    at = type_error(at, 5, true="Nobody measured my grip or my reach.")
    assert not at.radio, "it was said once"


@pytest.mark.parametrize("language", SPANISH)
def test_every_part_and_every_question_says_once_that_the_page_forgets_until_it_is_saved(language):
    words, told = load_words(language), load_words(language).say("offer.unsaved")
    at = page(language=language)
    for shown in (at, part(at, "who"), press(part(page(language=language), "tests"), words.choice("reports.looked.state", "wrong"))):
        assert healthy(shown) and text(shown).count(told) == 1
    for name in ("correct", "write"):
        assert text(opened(WRONG_REPORT, name, language)).count(told) == 1
    assert told not in text(opened(NEWCOMER, "report", language))


@pytest.mark.parametrize("language", SPANISH)
def test_who_has_told_no_paper_is_asked_which_one_shows_it_and_not_which_other(language):
    words = load_words(language)
    for case, other in ((WRONG_REPORT.answers({"records": ()}), False), (WRONG_REPORT, True)):
        at = page(case, language).button(key="change.paper.error-2").click().run()
        assert (str(words.question("reports.errors.proof_named")["label"]) in text(at)) == other
        named = at.text_input(key="q.reports.1.errors.1.proof_named").label
        assert named == str(words.question(f"reports.errors.{'proof_named' if other else 'proof'}")["label"])


def test_what_is_still_open_is_decided_with_one_press():
    words, at = load_words("en"), page()
    at = press(at, words.say("report.decide"))
    at.radio(key="q.reports.1.errors.4.checkable").set_value("no")
    at = go_on(at)
    assert error(at, 4).checkable == "no" and words.say("report.decide") not in labels(at)


def test_papers_that_show_an_error_are_ticked_and_kept():
    at = page().button(key="change.paper.error-1").click().run()
    at.checkbox(key="tick.proof.error-1.record-1").set_value(True)
    at = go_on(at)
    assert error(at, 0).proof == ("record-1", "record-4")


def test_nothing_is_kept_of_an_error_that_was_begun_and_left_or_stayed_empty():
    words = load_words("en")
    at = press(part(page(), "tests"), words.choice("reports.looked.state", "wrong"))
    at = go_on(at)
    assert report(at).errors == WRONG_REPORT.reports[-1].errors and words.say("report.nothing_noted") in text(at)
    at = press(press(at, words.say("report.note_here")), words.say("ask.back"))
    assert report(at).errors == WRONG_REPORT.reports[-1].errors and words.say("report.fix") in labels(at)


def test_the_list_of_questions_is_given_to_somebody_and_not_called_a_paper_to_send():
    words = load_words("en")
    for name in ("report", "correct"):
        names = [one.proto.label for one in opened(WRONG_REPORT, name, "en").get("download_button")]
        title = words.say("paper.question-list")
        assert words.say("offer.give", title=title) in names and words.say("offer.send", title=title) not in names


def test_a_part_whose_error_is_noted_already_is_only_said_to_be_wrong():
    words = load_words("en")
    noted = WRONG_REPORT.answers({"reports.1.looked": ()})
    at = press(part(page(noted), "dates"), words.choice("reports.looked.state", "wrong"))
    assert [(one.id, one.state) for one in report(at).looked] == [("dates", "wrong")] and len(report(at).errors) == len(WRONG_REPORT.reports[-1].errors)
    assert not at.text_area and words.say("report.next_part") in labels(at) and words.say("report.another_here") in labels(at)


@pytest.mark.parametrize(("page_typed", "problem"), [("0", "page_zero"), ("42", "page_beyond")])
def test_a_page_that_cannot_be_is_asked_about_once_and_kept_when_it_is_said_again(page_typed, problem):
    words = load_words("es")
    at = page(language="es").button(key="change.words.error-1").click().run()
    at = type_error(at, 0, page=page_typed)
    assert words.say(f"errors.{problem}", pages=41) in text(at)
    assert at.text_area(key="q.reports.1.errors.0.says").value == "Date of injury: February 12, 2026.", "nothing that was entered is lost"
    at = go_on(at)
    assert error(at, 0).page == page_typed and words.say(f"report.{problem}", pages=41) in text(at)


@pytest.mark.parametrize(("pages", "problem", "facts"), [pytest.param("many", "pages_no_number", {}, marks=pytest.mark.slow), ("0", "pages_no_number", {}), ("3", "pages_fewer", {"number": 30})])
def test_a_number_of_pages_that_cannot_be_is_asked_about(pages, problem, facts):
    at = page().button(key="change.pages").click().run()
    at.text_input(key="q.reports.1.pages").set_value(pages)
    at = go_on(at)
    assert load_words("en").say(f"errors.{problem}", **facts) in text(at)
    assert report(go_on(at)).pages == pages


def test_a_report_dated_after_it_came_is_asked_about_from_both_sides():
    words = load_words("en")
    at = page().button(key="change.received_on").click().run()
    at = type_day(at, "reports.1.received_on", "2", 11, "2026")
    assert words.say("errors.date_received_before_printed", printed=date(2026, 11, 5)) in text(at)
    assert report(go_on(at)).received_on == date(2026, 11, 2)
    at = page().button(key="change.printed_on").click().run()
    at = type_day(at, "reports.1.printed_on", "20", 11, "2026")
    assert words.say("errors.date_printed_after_received", received=date(2026, 11, 9)) in text(at)


def test_a_whole_report_pasted_into_a_field_is_told_kindly_and_stays_there():
    words, at = load_words("en"), page().button(key="change.words.error-1").click().run()
    pasted = "Report. " * 12_500
    at = type_error(at, 0, says=pasted)
    assert words.say("errors.text_too_long", limit=20_000, count=len(pasted.strip())) in text(at)
    assert at.text_area(key="q.reports.1.errors.0.says").value == pasted
    assert error(at, 0) == WRONG_REPORT.reports[-1].errors[0]


def test_one_word_alone_is_asked_for_more_and_names_and_signs_stay_as_typed():
    words = load_words("en")
    named = dict.fromkeys(("page", "place", "says", "true", "proof_named"), HOSTILE)
    rows = (ReportError(id="error-1", says="wrong"), ReportError(id="error-2", topic="who", checkable="yes", **named))
    at = page(WRONG_REPORT.answers({"reports.1.errors": rows, "reports.1.author": HOSTILE}))
    assert healthy(at) and words.say("report.lacks_words") in text(at)
    bodies = " ".join(element.proto.body for element in at.get("html"))
    assert "<b>García" not in bodies and "&lt;b&gt;García “López” Ñ&lt;/b&gt; {x} שלום **" in bodies


def test_two_hundred_errors_are_shown_a_part_at_a_time_each_with_its_number():
    words = load_words("en")
    rows = tuple(ReportError(id=f"error-{number}", page=str(number), says="He is.", true="I am not.", checkable="yes") for number in range(1, 201))
    at = page(WRONG_REPORT.answers({"reports.1.errors": rows}))
    shown = [button.key for button in at.button if (button.key or "").startswith("remove.")]
    assert len(shown) == 20 and words.say("report.shown_part", first=1, last=20, count=200) in text(at)
    at = at.button(key="later").click().run()
    assert [button.key for button in at.button if button.key in ("earlier", "later")] == ["earlier", "later"]
    at.session_state["place.errors.report-2.from"] = 180
    at = at.run()
    assert words.say("report.shown_part", first=181, last=200, count=200) in text(at) and words.say("report.later") not in labels(at)
    at = at.button(key="remove.error-200").click().run()
    assert len(report(at).errors) == 199 and words.say("report.change", number=199) in " ".join(one.label for one in at.expander)


@pytest.mark.parametrize("language", ENGLISH)
def test_an_attorneys_client_reads_and_notes_and_hands_it_over(language):
    words = load_words(language)
    at = page(WRONG_REPORT.answers({"triage.lawyer": "yes"}), language)
    assert healthy(at) and words.say("report.to_correct") not in labels(at) and words.say("report.to_write") not in labels(at)
    assert words.say("report.add_error") in labels(at) and words.say("paper.hand-off") in " ".join(one.label for one in at.expander)
    assert words.day(date(2026, 12, 9)) not in text(at), "the office counts its own dates"


def test_a_treating_report_leads_to_the_objection_and_not_to_a_correction():
    words = load_words("en")
    at = page(WRONG_REPORT.answers({"reports": [WRONG_REPORT.reports[-1].model_copy(update={"kind": "treating"})]}))
    assert words.say("report.to_objection") in labels(at) and words.say("report.to_correct") not in labels(at)
    assert words.choice("reports.errors.topic", "times") not in text(at)


def test_which_exam_is_asked_only_when_there_are_several():
    words = load_words("en")
    two = WRONG_REPORT.answers({"exams": (*WRONG_REPORT.exams, WRONG_REPORT.exams[0].model_copy(update={"id": "exam-9"})), "reports.1.exam": None})
    at = page(two)
    at = at.radio(key="which_exam.report-2").set_value("exam-9").run()
    assert report(at).exam == "exam-9"
    assert str(words.question("reports.exam")["label"]) not in text(page())


@pytest.mark.parametrize("language", SPANISH)
def test_reading_every_part_ends_with_the_ways_onward(language):
    words = load_words(language)
    at = page(WRONG_REPORT, language)
    at = press(at, words.say("report.go_on", name=words.choice("reports.errors.topic", "body_parts")))
    for _ in reading.left(WRONG_REPORT.reports[-1]):
        at = press(at, words.choice("reports.looked.state", "right"))
    assert words.say("report.all_read") in text(at)
    assert [one.label for one in at.button if one.proto.type == "primary"] == [words.say("report.to_correct")]


@pytest.mark.parametrize("case", [pytest.param(NEWCOMER, marks=pytest.mark.slow), REPRESENTED])
def test_somebody_without_a_report_is_offered_to_note_one(case):
    at = page(case, "es")
    assert healthy(at) and len([one for one in at.button if one.key == "add_report"]) == 1


def test_own_words_stand_in_quotation_marks_and_days_and_choices_do_not():
    words = load_words("en")
    at = part(page(), "dates")
    bodies = " ".join(element.proto.body for element in at.get("html"))
    assert f"<p>{words.day(date(2026, 1, 12))}</p>" in bodies
    assert "“10:20”" in text(part(page(), "times"))
