"""The page of letters by situation: the list, the letters made there, and what it refuses."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from qme_guide.case import Case
from qme_guide.rules.correspondence import EVERY, SITUATIONS, WAYS
from qme_guide.words import LANGUAGES, load_words
from tests.personas import NEWCOMER, RATED, TODAY, WRONG_REPORT
from tests.test_correspondence import ASKING
from tests.test_pages import APP, go_on, healthy, labels, opened, press, text

LATE = WRONG_REPORT.answers({"reports": [], "exams.0.on": "2026-10-12"})


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", TODAY.isoformat())


def page(case: Case | None, language: str = "en", about: str = "report") -> AppTest:
    at = opened(case, "write", language)
    return at if about == "report" else at.radio(key="write.what").set_value(about).run()


def open_letter(at: AppTest, name: str, language: str = "en") -> AppTest:
    say = load_words(language).say
    title = say(f"paper.{name}")
    return press(at, next(label for label in (say("write.open", title=title), say("write.see_why", title=title)) if label in labels(at)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_situation_shows_its_letters_with_recipient_date_or_reason(language):
    words = load_words(language)
    at = page(WRONG_REPORT, language)
    for about in SITUATIONS:
        at = at.radio(key="write.what").set_value(about).run()
        shown = text(at)
        assert healthy(at)
        assert all((words.say(f"write.case_{kind.name}") in shown) == (kind.about == about) for kind in EVERY), about
    at = at.radio(key="write.what").set_value("report").run()
    assert words.clock("factual-correction-30", "label") in text(at) and "9" in text(at)
    assert words.say("write.qme_same_day") in text(at)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_newcomer_sees_why_each_letter_waits_and_where_to_begin(language):
    words, at = load_words(language), page(None, language)
    assert healthy(at) and words.say("write.why_no_report") in text(at)
    assert words.say("write.way", page=words.say("nav.report")) in labels(at)
    assert healthy(page(NEWCOMER, language, "exam")) and words.say("write.why_no_exam") in text(page(NEWCOMER, language, "exam"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_with_only_a_doctors_report_the_way_leads_to_noting_the_one_of_the_qme(language):
    say = load_words(language).say
    at = page(WRONG_REPORT.answers({"reports": [WRONG_REPORT.reports[0]]}), language)
    assert say("write.why_not_qme") in text(at) and labels(at).count(say("write.note_report")) == 1
    assert say("write.way", page=say("nav.objection")) not in labels(at)
    at = press(at, say("write.note_report"))
    assert healthy(at) and load_words(language).question("reports.kind")["label"] in [*labels(at), *(one.label for one in at.radio), text(at)]


def test_no_two_buttons_of_the_list_have_the_same_name():
    for about in ("report", "exam"):
        named = [one for one in labels(page(None, "es", about)) if one]
        assert len(set(named)) == len(named), (about, named)


def test_with_an_attorney_or_in_another_system_no_letter_is_offered():
    words = load_words("es")
    at = page(WRONG_REPORT.answers({"triage.lawyer": "yes"}), "es")
    assert healthy(at) and words.say("paper.hand-off") in [one.label for one in at.expander] and not at.radio
    at = page(WRONG_REPORT.answers({"triage.exits": ["union"]}), "es")
    assert healthy(at) and not at.radio and words.passages["routes/union"].title in text(at)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_late_report_is_asked_about_written_and_noted(language):
    words = load_words(language)
    say = words.say
    at = open_letter(page(LATE, language), "late-report", language)
    assert healthy(at) and say("write.late_open", days=30) in text(at) and say("paper.late-report") not in [one.label for one in at.expander]
    unsaid = press(press(at, say("write.say_came")), say("ask.skip_it"))
    assert healthy(unsaid) and say("paper.late-report") in [one.label for one in unsaid.expander]
    at = press(unsaid, say("write.say_came"))
    at.radio(key="q.exams.0.report_came").set_value("no")
    at = go_on(at)
    assert at.session_state["case"].exams[0].report_came == "no" and say("paper.late-report") in [one.label for one in at.expander]
    at = press(at, say("imr.add_line"))
    at.text_input(key="q.exams.0.sendings.0.on.day").set_value("20")
    month = at.selectbox(key="q.exams.0.sendings.0.on.month")
    month.set_value(month.options[11])
    at.text_input(key="q.exams.0.sendings.0.on.year").set_value("2026")
    at.radio(key="q.exams.0.sendings.0.how").set_value("fax")
    at = go_on(at)
    (line,) = at.session_state["case"].exams[0].sendings
    assert (line.to, line.wrote, line.papers) == ("claims_administrator", "late-report", ())
    at = go_on(at)
    assert healthy(at) and say("write.late_sent") in text(at)
    assert say("write.case_objection") in text(press(at, say("write.back")))


def test_the_plan_of_the_exam_leads_to_the_letter_once_it_may_go_out():
    say = load_words("es").say
    task, label = say("plan.title_report_watch"), say("write.open", title=say("paper.late-report"))
    at = press(press(opened(LATE, "plan", "es"), task), label)
    assert healthy(at) and say("write.late_open", days=30) in text(at)
    assert label not in labels(press(opened(LATE.answers({"exams.0.on": "2026-11-02"}), "plan", "es"), task))


@pytest.mark.parametrize("language", LANGUAGES)
def test_before_day_31_there_is_a_date_and_no_letter(language):
    words = load_words(language)
    at = page(LATE.answers({"exams.0.on": "2026-11-02"}), language)
    assert words.say("write.why_not_yet") in text(at)
    at = open_letter(at, "late-report", language)
    assert words.say("paper.late-report") not in [one.label for one in at.expander] and healthy(at)
    assert "2026" in text(at) and words.say("write.say_came") in labels(at)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_is_written_and_goes_out_with_its_served_copy_or_is_refused_with_the_reason(language):
    words = load_words(language)
    say = words.say
    at = open_letter(page(WRONG_REPORT, language), "supplemental-request", language)
    assert healthy(at) and say("write.asking_no_question") in text(at) and "He can lift 50 pounds" in text(at)
    at = press(at, say("write.say_question"))
    at.text_area(key="q.reports.1.question").set_value("How long is each <b>rest</b> break on page 12?")
    at.radio(key="q.reports.1.question_rating").set_value("no")
    at = go_on(at)
    folds = [one.label for one in at.expander]
    assert healthy(at) and {say("paper.supplemental-request"), say("paper.supplemental-copy"), say("paper.proof-of-service")} <= set(folds)
    for said, why in (("yes", "rating_first"), ("unsure", "rating_first")):
        at = open_letter(page(ASKING.answers({"reports.1.question_rating": said}), language), "supplemental-request", language)
        assert say(f"write.why_{why}") in text(at) and say("paper.supplemental-request") not in [one.label for one in at.expander]
    alone = ASKING.answers({"reports.1.sendings": [{"id": "sending-1", "to": "qme", "on": "2026-11-20", "wrote": "supplemental-request"}]})
    at = open_letter(page(alone, language), "supplemental-request", language)
    assert say("write.asking_not_served", phone="1-800-736-7401") in text(at)
    first = [one.label for one in at.expander if one.label.startswith((say("paper.supplemental-copy"), say("paper.supplemental-request")))][0]
    assert first == say("paper.supplemental-copy"), "what is missing comes first"
    at = page(RATED.answers({"reports.1.question": "Why?", "reports.1.question_rating": "yes"}), language)
    assert say("write.why_after_rating") in text(at)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_claim_papers_are_asked_for_and_the_complaint_is_no_appeal(language):
    words = load_words(language)
    at = open_letter(page(None, language, "papers"), "claim-file", language)
    assert healthy(at) and words.say("paper.claim-file") in [one.label for one in at.expander]
    at = press(at, words.say("imr.add_line"))
    assert healthy(at)
    at = open_letter(page(None, language, "treatment"), "ur-complaint-sheet", language)
    assert healthy(at) and words.passages["pages/write_complaint"].paragraphs[0] in text(at)


@pytest.mark.parametrize("open_one", ["late-report", "supplemental-request", "dispute-letter", "came", "question"])
def test_an_open_letter_whose_report_or_exam_is_gone_gives_way_to_the_list(open_one):
    at = AppTest.from_file(APP, default_timeout=30)
    at.session_state["language"], at.session_state["place.write"] = "es", open_one
    at = at.run().switch_page("pages/report/write.py").run()
    assert healthy(at) and at.radio(key="write.what").value == "report"


def test_a_date_that_is_past_is_told_as_today_and_never_as_lost(monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", "2026-12-14")
    words = load_words("en")
    at = page(WRONG_REPORT)
    assert words.clock("factual-correction-30", "missed", call="X").split("X")[0] in text(at)


def test_the_date_of_another_report_stands_in_the_list_though_one_was_sent():
    words = load_words("en")
    assert words.say("write.sent_on", day=date(2026, 11, 12)) in text(page(RATED))
    newer = RATED.answers({"reports": [*RATED.reports, {"id": "report-9", "kind": "qme", "received_on": "2026-11-18"}]})
    assert words.say("write.sent_on", day=date(2026, 11, 12)) not in text(page(newer))
    assert words.day(date(2026, 12, 18)) in text(page(newer))


def test_every_reason_leads_to_a_page():
    words = load_words("es")
    assert all(words.say(f"nav.{page}") and words.say(f"write.why_{reason}") for reason, page in WAYS.items())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_that_is_closed_now_is_no_big_button(language):
    say = load_words(language).say
    at = page(LATE.answers({"exams.0.on": "2026-11-02"}), language)
    kinds = {one.key: one.proto.type for one in at.button}
    assert kinds["open.late-report"] == "tertiary" and kinds["open.objection"] == "secondary"
    assert say("write.see_why", title=say("paper.late-report")) in labels(at) and say("write.open", title=say("paper.late-report")) not in labels(at)


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_the_reports_of_a_qme_are_offered_for_a_question_to_the_qme(language):
    say = load_words(language).say
    at = open_letter(page(WRONG_REPORT, language), "supplemental-request", language)
    assert len(WRONG_REPORT.reports) > 1 and not at.radio, "the treating doctor's report is no choice, so there is nothing to choose"
    two = WRONG_REPORT.answers({"reports": [*WRONG_REPORT.reports, {"id": "report-9", "kind": "qme", "author": "Dr. Sample Nine"}]})
    at = open_letter(page(two, language), "supplemental-request", language)
    assert len(at.radio[0].options) == 2 and "Nine" in at.radio[0].options[1]
    at = at.radio[0].set_value(at.radio[0].options and 2).run()
    assert healthy(at) and say("write.asking_no_question") in text(at)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_that_may_not_go_stands_on_the_list_of_questions_with_the_reason(language):
    words, case = load_words(language), ASKING.answers({"reports.1.question_rating": "yes"})
    at = open_letter(page(case, language), "supplemental-request", language)
    assert words.say("write.on_list") in text(at) and words.say("paper.question-list") in [one.label for one in at.expander]
    shown = text(at)
    assert "How long is each break?" in shown and words.letter("question-list", "question_rating_first") in shown
    at = open_letter(page(ASKING, language), "supplemental-request", language)
    assert words.say("write.on_list") not in text(at)
