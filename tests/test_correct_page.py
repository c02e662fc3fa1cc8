"""The page of the one request to correct facts: what goes in, the letter for all three, the log, their request, an attorney."""

import io
from datetime import date

import pytest
from pypdf import PdfReader

from qme_guide.case import Case, Report
from qme_guide.law import load_law
from qme_guide.rules import correction, errors, reading
from qme_guide.words import load_words
from tests.personas import EXAM_SOON, NEWCOMER, OBJECTOR, RATED, TODAY, WRONG_REPORT
from tests.sweeps import ENGLISH, SPANISH
from tests.test_correction_reply import ASKED
from tests.browser.journey import paper
from tests.test_leaves import upload
from tests.test_objection_page import main, say_day
from tests.test_pages import go_on, healthy, labels, opened, press, text
from tests.test_report_road import ALL_READ

LAW = load_law()
LAST_DAY = date(2026, 12, 9)


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", TODAY.isoformat())


def page(case: Case | None = ALL_READ, language: str = "es"):
    return opened(case, "correct", language)


def folds(at) -> list[str]:
    return [one.label for one in at.expander]


def downloads(at) -> list[str]:
    return [one.proto.label for one in at.get("download_button")]


def report(at) -> Report:
    return at.session_state["case"].reports[1]


def many(count: int) -> Case:
    """So many facts, each with awkward words."""
    row = {"says": "<b>dice</b> “mal”", "true": "تاريخ Núñez", "checkable": "yes"}
    rows = [{"id": f"error-{number}", "page": str(number), **row} for number in range(1, count + 1)]
    return ALL_READ.answers({"reports.1.errors": rows})


@pytest.mark.parametrize("language", SPANISH)
def test_the_page_of_persona_three_shows_its_date_what_goes_in_and_what_does_not_and_why(language):
    words, at = load_words(language), page(language=language)
    shown = text(at)
    assert healthy(at) and words.day(LAST_DAY) in shown and main(at) == [words.say("correct.to_letter")]
    facts, opinions = (errors.rows(WRONG_REPORT.reports[1], sort) for sort in (errors.FACT, errors.OPINION))
    assert all(one.says in shown and one.true in shown for _, one in facts)
    quoted = " ".join(one.proto.body for one in at.get("html") if "<blockquote" in one.proto.body)
    assert all(one.says in quoted for _, one in facts) and not any(one.says in quoted for _, one in opinions)
    for name, sort in (("opinion", errors.OPINION), ("open", errors.OPEN)):
        (number,) = [number for number, _ in errors.rows(WRONG_REPORT.reports[1], sort)]
        assert words.say(f"correct.out_{name}", rows=words.say("correct.row", numbers=number)).replace("**", "") in shown
    assert words.say("paper.question-list") in folds(at)


def test_reading_all_of_it_comes_first_for_there_is_one_request():
    words, at = load_words("es"), page(WRONG_REPORT)
    count = len(reading.left(WRONG_REPORT.reports[1]))
    assert words.say("correct.unread", count=count) in text(at) and main(at) == [words.say("correct.to_reading")]
    assert words.say("correct.to_letter") in labels(at), "nobody is held up"


@pytest.mark.parametrize("language", SPANISH)
def test_the_letter_has_the_form_sheet_the_table_one_file_and_lacks_nothing(language):
    words, at = load_words(language), page(language=language)
    at = press(at, words.say("correct.to_letter"))
    assert healthy(at) and [words.say(f"paper.{name}") for name in ("form37-sheet", "factual-correction", "error-table")] == folds(at)
    assert main(at) == [words.say("imr.make_correction")], "the one file is the main way to send"
    assert words.say("correct.letter_alone") not in downloads(at) and words.say("correct.in_letter") in text(at)
    assert words.say("evaluator.add_pages", name=words.say("correct.form_name")) in labels(at)
    assert words.say("correct.no_author") not in text(at) and words.say("correct.no_deu") not in text(at)
    at = press(at, words.say("imr.make_correction"))
    assert healthy(at) and any(words.say("imr.made_correction", size="").split("(")[0] in one.proto.label for one in at.get("download_button"))


@pytest.mark.parametrize(
    ("without", "key", "fields"),
    [("reports.1.correction.deu_office", "deu", 1), pytest.param("reports.1.author_address", "author", 2, marks=pytest.mark.slow)],
)
def test_an_address_that_is_missing_is_asked_for_and_leads_back_to_the_letter(without, key, fields):
    words = load_words("es")
    at = press(page(ALL_READ.answers({without: None})), words.say("correct.to_letter"))
    at = press(at, words.say(f"correct.say_{key}"))
    assert len([*at.text_area, *at.text_input]) == fields
    at.text_area[0].set_value("9 Sample Street\nSample City, California")
    at = go_on(at)
    assert at.session_state["case"].answer(without) and words.say("correct.letter_title") in text(at)


def test_whether_there_is_an_attorney_is_asked_before_the_first_letter_and_a_yes_ends_it():
    words = load_words("es")
    at = press(page(ALL_READ.answers({"triage.lawyer": None})), words.say("correct.to_letter"))
    at.radio(key="q.triage.lawyer").set_value("no")
    assert words.say("correct.letter_title") in text(go_on(at))
    at = press(page(ALL_READ.answers({"triage.lawyer": None})), words.say("correct.to_letter"))
    at.radio(key="q.triage.lawyer").set_value("yes")
    at = go_on(at)
    assert words.passages["pages/attorney_report"].title in text(at) and words.say("paper.factual-correction") not in folds(at)


def test_with_an_attorney_there_is_no_letter_and_the_table_goes_to_that_office():
    words = load_words("es")
    at = page(ALL_READ.answers({"triage.lawyer": "yes"}))
    assert healthy(at) and words.say("correct.attorney") in text(at) and words.say("correct.to_rows") in labels(at)
    assert folds(at) == [words.say(f"paper.{name}") for name in ("hand-off", "error-table", "question-list")]
    assert not {words.say("correct.to_letter"), words.say("correct.to_send")} & set(labels(at))


@pytest.mark.slow
def test_on_another_road_the_page_is_closed_kindly():
    words = load_words("es")
    at = page(ALL_READ.answers({"triage.exits": ("union",)}))
    assert healthy(at) and words.passages["routes/union"].title in text(at) and folds(at) == [words.say("paper.hand-off")]


@pytest.mark.slow
def test_an_attorney_who_comes_while_a_question_is_open_ends_it():
    words = load_words("es")
    at = press(page(ALL_READ.answers({"reports.1.correction.deu_office": None})), words.say("correct.to_letter"))
    at = press(at, words.say("correct.say_deu"))
    at.session_state["case"] = ALL_READ.answers({"triage.lawyer": "yes"})
    at = at.run()
    assert not at.text_area and words.passages["pages/attorney_report"].title in text(at)


@pytest.mark.parametrize("case", [None, pytest.param(NEWCOMER, marks=pytest.mark.slow), OBJECTOR])
def test_without_a_qmes_report_the_page_says_what_it_is_for(case):
    words, at = load_words("es"), page(case)
    assert healthy(at) and main(at) == [words.say("correct.to_report")]
    assert (words.say("correct.to_objection") in labels(at)) == bool(case and case.reports)


def test_without_a_day_the_letter_stands_and_the_day_is_asked_for():
    words = load_words("es")
    at = page(ALL_READ.answers({"reports.1.received_on": None, "reports.1.printed_on": None}))
    assert words.say("correct.no_day") in text(at) and words.say("correct.to_letter") in labels(at)
    at = press(at, words.say("correct.say_received"))
    assert words.day(LAST_DAY) in text(say_day(at, "reports.1.received_on", date(2026, 11, 9)))


def test_who_does_not_know_when_it_came_is_asked_for_the_date_on_it():
    words = load_words("es")
    at = page(ALL_READ.answers({"reports.1.received_on": "unsure", "reports.1.printed_on": None}))
    at = say_day(press(at, words.say("correct.say_printed")), "reports.1.printed_on", date(2026, 11, 5))
    assert words.day(date(2026, 12, 4)) in text(at), "counted from the careful day"


def test_after_its_date_the_request_goes_today_and_the_worker_may_say_why():
    words = load_words("es")
    at = page(ALL_READ.answers({"reports.1.printed_on": "2026-09-28", "reports.1.received_on": "2026-10-01"}))
    assert words.say("card.today_do") in text(at)
    at = press(press(at, words.say("correct.to_letter")), words.say("correct.add_late"))
    at.text_area(key="q.reports.1.late_reason").set_value("It went to my old address.")
    at = go_on(at)
    assert report(at).late_reason == "It went to my old address." and words.say("correct.change_late") in labels(at)


def test_nothing_to_correct_leads_back_to_the_report():
    words, at = load_words("es"), page(ALL_READ.answers({"reports.1.errors": ()}))
    assert words.say("correct.state_no_facts") in text(at) and main(at) == [words.say("correct.to_rows")]
    assert words.say("correct.to_letter") not in labels(at)


def test_a_second_request_about_the_same_exam_is_refused_kindly():
    words, first = load_words("es"), RATED.reports[1]
    second = ALL_READ.reports[1].model_copy(update={"id": "report-3"})
    at = page(RATED.model_copy(update={"reports": (*RATED.reports[:1], first, second)}))
    assert words.say("correct.state_second", phone="1-800-736-7401") in text(at) and words.say("correct.to_letter") not in labels(at)
    at = at.radio(key="correct.which").set_value(first.id).run()
    assert words.say("correct.state_answered") in text(at)


@pytest.mark.parametrize("language", ENGLISH)
def test_one_of_three_is_told_and_the_others_are_noted_with_one_press_and_taken_back(language):
    words = load_words(language)
    at = press(press(page(language=language), words.say("correct.to_send")), words.say("imr.add_line"))
    assert at.radio(key="q.reports.1.sendings.0.to").value == "qme"
    at.radio(key="q.reports.1.sendings.0.how").set_value("mail")
    at = press(say_day(at, "reports.1.sendings.0.on", TODAY), words.say("ask.continue"))
    assert [(one.to, one.wrote) for one in report(at).sendings] == [("qme", "factual-correction")]
    missing = correction.unserved(report(at))
    names = "; ".join(words.letter("proof-of-service", f"who_{to}") for to in missing)
    assert words.say("correct.state_part_sent", names=names) in text(at) and missing == ("claims_administrator", "deu")
    same = words.say("correct.same", names=names, day=TODAY)
    at = press(at, same)
    assert not correction.unserved(report(at)) and words.passages["pages/report_correct_next"].title in text(at)
    assert main(at) == [words.say("correct.to_rating")] and {one.proof for one in report(at).sendings} == {None}
    at = press(at, words.say("undo.undo"))
    assert correction.unserved(report(at)) == missing and same in labels(at)


def test_a_request_on_its_way_waits_and_the_answer_that_came_leads_on():
    words = load_words("es")
    waiting = RATED.answers({"reports.1.correction.decided_on": None})
    at = page(waiting)
    assert words.say("correct.state_sent") in text(at) and words.day(LAST_DAY) not in text(at) and main(at) == [words.say("correct.to_rating")]
    assert words.clock("factual-qme-10", "title") in text(at) and words.say("correct.review", days=10) in text(at)
    both = text(page(waiting.answers({"reports.1.correction.theirs_served_on": "2026-11-19"})))
    phone = load_law().contacts.ia_phone
    assert words.say("correct.review_both", phone=phone) in both and words.clock("factual-qme-10", "title") not in both and words.say("correct.review", days=10) not in both
    at = say_day(press(at, words.say("correct.decided")), "reports.1.correction.decided_on", date(2026, 11, 20))
    assert report(at).correction.decided_on == date(2026, 11, 20) and words.passages["pages/report_correct_answered"].title in text(at)


@pytest.mark.parametrize("language", SPANISH)
def test_their_request_is_answered_to_both_sides(language):
    words = load_words(language)
    at = press(page(language=language), words.say("correct.to_theirs"))
    assert words.say("correct.reply_none") in text(at) and main(at) == [words.say("correct.say_theirs")]
    at = say_day(press(at, words.say("correct.say_theirs")), "reports.1.correction.theirs_served_on", date(2026, 11, 19))
    assert main(at) == [words.say("correct.say_answer")]
    at = press(at, words.say("correct.say_answer"))
    at.radio(key="q.reports.1.correction.answer").set_value("partly")
    at.text_area(key="q.reports.1.correction.reply").set_value("<b>Page 4</b> is right.")
    at = go_on(at)
    assert healthy(at) and "<b>Page 4</b> is right." in text(at)
    assert main(at) == [words.say("offer.send", title=words.say("paper.correction-reply"))]
    at = press(at, words.say("correct.to_reply_send"))
    assert folds(at) == [words.say("paper.proof-of-service")] and main(at) == [words.say("imr.add_line")]
    at = press(at, words.say("imr.add_line"))
    assert at.radio(key="q.reports.1.sendings.0.to").options == [words.choice("reports.sendings.to", one) for one in ("qme", "claims_administrator")]


def test_their_request_comes_first_on_the_page_while_it_waits():
    words, at = load_words("es"), page(ASKED.answers({"reports.1.looked": ALL_READ.model_dump(mode="json")["reports"][1]["looked"]}))
    assert main(at) == [words.say("correct.to_answer")] and words.say("correct.theirs_open") in text(at)
    assert words.day(date(2026, 11, 24)) in text(at), "five days from the service"
    line = {"id": "sending-1", "to": "qme", "on": "2026-11-20", "how": "mail", "wrote": "correction-reply"}
    half = ASKED.answers({"reports.1.sendings": [line]})
    at = press(press(page(half), words.say("correct.to_answer")), words.say("correct.to_reply_send"))
    assert words.say("correct.reply_missing", names=words.letter("proof-of-service", "who_claims_administrator")) in text(at)
    done = half.answers({"reports.1.sendings": [line, {**line, "id": "sending-2", "to": "claims_administrator"}]})
    assert words.say("correct.theirs_done") in text(page(done))


@pytest.mark.parametrize("count", [11, pytest.param(200, marks=pytest.mark.slow)])
def test_many_rows_stay_in_a_fold_and_all_are_there(count):
    words, at = load_words("es"), page(many(count))
    shown = text(at)
    assert healthy(at) and words.say("correct.in_all", count=count) in shown and shown.count("<b>dice</b> “mal”") == count
    assert healthy(press(at, words.say("correct.to_letter")))


@pytest.mark.slow
def test_a_line_of_another_letter_about_the_report_is_not_in_this_log():
    words = load_words("es")
    line = {"id": "sending-1", "to": "claims_administrator", "on": "2026-11-20", "how": "mail", "wrote": "dispute-letter"}
    at = press(page(ALL_READ.answers({"reports.1.sendings": [line]})), words.say("correct.to_send"))
    assert words.say("imr.log_empty") in text(at) and words.say("correct.same", names="", day=TODAY)[:12] not in text(at)


@pytest.mark.slow
def test_a_letter_that_may_not_be_made_any_more_gives_way_to_the_list():
    words, at = load_words("es"), press(page(), load_words("es").say("correct.to_letter"))
    at.session_state["case"] = ALL_READ.answers({"reports.1.errors": ()})
    at = at.run()
    assert healthy(at) and words.say("paper.factual-correction") not in folds(at) and main(at) == [words.say("correct.to_rows")]


def test_a_report_that_was_begun_elsewhere_and_left_is_not_kept_by_an_answer_here():
    words = load_words("es")
    at = opened(ALL_READ.answers({"reports.1.correction.deu_office": None}), "objection", "es")
    at = press(at, words.say("objection.another"))
    assert healthy(at) and at.radio(key="q.reports.2.kind")
    at = at.switch_page("pages/report/correct.py").run()
    at = press(press(at, words.say("correct.to_letter")), words.say("correct.say_deu"))
    at.text_area[0].set_value("Sample City")
    at = go_on(at)
    assert healthy(at) and len(at.session_state["case"].reports) == 2 and report(at).correction.deu_office == "Sample City"


def test_a_page_and_a_place_stand_on_their_card_as_they_were_typed():
    for topic in ("job", None):
        row = {"id": "error-1", "topic": topic, "page": "**4** <b>", "place": "*line* 2", "says": "Four hours.", "checkable": "yes"}
        assert "**4** <b>, *line* 2" in text(page(ALL_READ.answers({"reports.1.errors": [row]}), "en"))


@pytest.mark.parametrize("name", ["correct", pytest.param("write", marks=pytest.mark.slow), "rating", "objection", pytest.param("evaluator", marks=pytest.mark.slow)])
def test_an_answer_about_an_attorney_is_changed_on_the_page_itself_which_then_goes_on(name):
    words, case = load_words("es"), (RATED if name == "rating" else EXAM_SOON if name == "evaluator" else ALL_READ)
    at = press(opened(case.answers({"triage.lawyer": "yes"}), name, "es"), words.say("dispute.change_answer"))
    assert healthy(at) and at.radio(key="q.triage.lawyer").value == "yes" and words.say("dispute.change_answer") not in labels(at)
    at.radio(key="q.triage.lawyer").set_value("no")
    at = go_on(at)
    plain = opened(case.answers({"triage.lawyer": "no"}), name, "es")
    assert healthy(at) and at.title[0].value == plain.title[0].value and labels(at) == labels(plain)


def test_who_keeps_the_attorney_goes_back_to_what_that_office_does():
    words = load_words("es")
    at = press(page(ALL_READ.answers({"triage.lawyer": "yes"})), words.say("dispute.change_answer"))
    at = press(at, words.say("ask.back"))
    assert words.passages["pages/attorney_report"].title in text(at) and words.say("dispute.change_answer") in labels(at)


@pytest.mark.parametrize("name", ["correct", "write", "rating"])
def test_with_an_attorney_a_report_that_came_speaks_of_no_panel_and_leads_to_no_exam(name):
    words, at = load_words("es"), opened(RATED.answers({"triage.lawyer": "yes"}), name, "es")
    assert words.passages["pages/attorney_report"].paragraphs[0] in text(at) and words.say("exam_letter.to_exam_plan") not in labels(at)
    assert words.passages["routes/represented"].paragraphs[1] not in text(at)


@pytest.mark.parametrize("language", SPANISH)
def test_between_the_safe_date_and_the_last_one_nobody_is_told_to_explain_a_lateness(language, monkeypatch):
    """Their request was served on Tuesday, November 17: safe on Friday 20; five days are Sunday 22, so Monday 23."""
    words, case = load_words(language), ASKED.answers({"reports.1.correction.theirs_served_on": date(2026, 11, 17)})
    for today, late in ((date(2026, 11, 21), False), (date(2026, 11, 23), False), (date(2026, 11, 24), True)):
        monkeypatch.setenv("QME_GUIDE_TODAY", today.isoformat())
        shown = text(page(case, language))
        still, missed = words.say("card.still", day=date(2026, 11, 23), call="@").split("@")[0], words.clock("factual-reply-5", "missed", call="@").split("@")[0]
        assert (missed in shown, still in shown) == (late, not late), today


def test_with_many_rows_the_letter_alone_says_so_and_the_one_file_holds_the_table():
    words, at = load_words("es"), press(page(many(LAW.practice.report.letter_rows + 1)), load_words("es").say("correct.to_letter"))
    assert words.say("correct.letter_alone") in downloads(at) and main(at) == [words.say("imr.make_correction")]
    assert words.say("correct.in_table") in text(at) and words.say("correct.in_letter_short") in text(at)


def test_the_signed_form_is_added_goes_on_top_of_the_file_and_stands_in_the_proof_as_a_fact():
    words, at = load_words("es"), press(page(), load_words("es").say("correct.to_letter"))
    at = press(at, words.say("evaluator.add_pages", name=words.say("correct.form_name")))
    assert healthy(at) and words.say("add.form37") in text(at)
    at.session_state["papers"] = {**(at.session_state["papers"] if "papers" in at.session_state else {}), "form37.report-2": (upload(paper("FORM signed")),)}
    at = press(at.run(), words.say("leaf.done"))
    assert words.say("evaluator.pages_here", pages=1) in text(at)
    at = press(at, words.say("imr.make_correction"))
    made = next(one for name, one in at.session_state["papers"].items() if name.startswith("made.correction"))
    assert "FORM signed" in PdfReader(io.BytesIO(made.data)).pages[0].extract_text()


def test_what_is_still_open_after_sending_is_not_to_be_changed_before_sending():
    words, at = load_words("es"), page(RATED)
    opens = [number for number, _ in errors.rows(RATED.reports[1], errors.OPEN)]
    row = words.say("correct.row", numbers=", ".join(map(str, opens)))
    assert words.say("correct.out_open_gone", rows=row).replace("**", "") in text(at)
    assert words.say("correct.out_open", rows=row).replace("**", "") not in text(at)
