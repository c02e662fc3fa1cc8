"""The text of a report on the screen: brought or not, searched, its page given to an error, and forgotten; and the word on tone."""

import pytest
from streamlit.testing.v1 import AppTest

from qme_guide.case import Case, Report, ReportError
from qme_guide.savefile import dump
from qme_guide.words import load_words
from tests.hostile import SECRET, locked
from tests.personas import TODAY
from tests.sweeps import ENGLISH, SPANISH
from tests.test_pages import labels, press, text
from tests.test_report_text import HISTORY, report

CASE = Case(reports=(Report(id="report-1", kind="qme"), Report(id="report-2", kind="qme")))
PAGES = (f"Page 1 of 3\n{HISTORY}", "Page 2 of 3\nHe works as an office clerk. <b>He has no other job & no family.</b>", "Page 3 of 3\nNo imaging of the lumbar spine was available to me.")
ODD = ("This is a cover letter with no number. It says who gets the report.", f"Page 1 of 2\n{HISTORY}", f"Page 2 of 2\n{HISTORY}")


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", TODAY.isoformat())


def screen(language: str = "en", case: Case = CASE, script=None) -> AppTest:
    """The text beside the open error of the first report."""

    def beside() -> None:
        from pages.parts import report_text, session

        report_text.beside(session.case().reports[0], on_page=lambda number: session.note("given", number))

    at = AppTest.from_function(script or beside, default_timeout=30)
    at.session_state["language"], at.session_state["case"] = language, case
    return healthy(at.run())


def healthy(at: AppTest) -> AppTest:
    assert not at.exception, at.exception
    return at


def bring(at: AppTest, data: bytes) -> AppTest:
    return healthy(at.file_uploader[0].set_value(("report.pdf", data, "application/pdf")).run())


def search(at: AppTest, wanted: str) -> AppTest:
    return healthy(at.text_input(key="text_search.report-1").set_value(wanted).run())


def shown(at: AppTest) -> str:
    """The page of the report that is open, as HTML."""
    return next(one.proto.body for one in at.get("html") if "report-page" in one.proto.body)


def kept(at: AppTest) -> object:
    return at.session_state["place.report_text.report-1"]


@pytest.mark.parametrize("language", SPANISH)
def test_a_report_is_read_page_by_page_searched_and_its_page_given_to_the_error(language):
    at, say = bring(screen(language), report(*PAGES)), load_words(language).say
    assert say("report_text.place", page=1, pages=3) in text(at) and "José Núñez-Peña" in shown(at)
    at = press(at, say("report_text.after"))
    assert "&lt;b&gt;He has no other job &amp; no family.&lt;/b&gt;" in shown(at)
    at = search(at, "IMAGING of the lumbar")
    at = healthy(at.button(key="text_hit.report-1.0").click().run())
    assert "<mark>imaging of the lumbar</mark>" in shown(at)
    at = press(at, say("report_text.this_page", page=3))
    assert at.session_state["place.given"] == 3 and say("report_text.filled", page=3) in text(at)


@pytest.mark.parametrize("language", ENGLISH)
def test_nobody_has_to_bring_a_file_and_a_bad_one_gets_its_word(language):
    at, say = screen(language), load_words(language).say
    assert labels(at) == [] and [one.label for one in at.expander] == [say("report_text.open")]
    for data, key in ((b"PK\3\4 no pages", "not_pdf"), (locked("password"), "locked"), (b"%PDF-1.7 " + SECRET.encode(), "broken")):
        at = bring(at, data)
        assert say(f"errors.upload_{key}") in text(at) and SECRET not in text(at)
    at = bring(at, report(*PAGES))
    assert "José" in shown(at) and say("errors.upload_broken") not in text(at)


@pytest.mark.parametrize("language", SPANISH)
def test_a_scan_is_said_to_be_pictures_and_its_count_can_still_be_taken(language):
    at, say = bring(screen(language), report(pictures=2)), load_words(language).say
    assert say("report_text.pictures") in text(at) and not at.text_input and "report-page" not in text(at)
    at = press(at, say("report_text.use_count", count=2))
    assert at.session_state["case"].reports[0].pages == "2" and say("report_text.use_count", count=2) not in labels(at)
    at = bring(screen(language), report(HISTORY, pictures=2))
    assert say("report_text.pictures_some") in text(at)
    assert say("report_text.page_picture") in text(press(at, say("report_text.after")))


def test_a_page_whose_printed_number_is_another_offers_both():
    at, say = bring(screen(), report(*ODD)), load_words("en").say
    assert [one for one in labels(at) if one.startswith("The error")] == [say("report_text.this_page", page=1)]
    at = press(at, say("report_text.after"))
    assert say("report_text.this_page", page=1) in labels(at) and say("report_text.this_page_file", page=2) in labels(at)
    at = press(at, say("report_text.this_page", page=1))
    assert at.session_state["place.given"] == 1


def test_a_search_that_finds_nothing_or_much_says_so():
    at, say = bring(screen(), report(*PAGES)), load_words("en").say
    assert say("report_text.found_none", wanted="<b>zebra") in text(search(at, "<b>zebra"))
    at = bring(screen(), report(*[HISTORY] * 13))
    at = search(at, "truck")
    assert say("report_text.found_more", count=11) in text(at) and sum("text_hit" in one.key for one in at.button if one.key) == 11
    at = search(at, "he")
    assert any(one.label.startswith("Page 1, 2 times: … ") for one in at.button)
    assert "<mark>" not in shown(search(at, "   "))


def test_the_text_is_in_no_saved_file_and_goes_when_it_is_taken_away():
    at, say = bring(screen(), report(*PAGES)), load_words("en").say
    saved = dump(at.session_state["case"])
    assert b"office clerk" not in saved and "papers" not in at.session_state
    assert not at.file_uploader
    at = press(at, say("report_text.remove"))
    assert kept(at) is None and at.file_uploader


def test_the_text_goes_with_its_report_and_comes_back_with_it():
    def script() -> None:
        import streamlit as st

        from pages.parts import report_text, reports, session, undo

        undo.offer("objection")
        first, *_ = session.case().reports
        if first.id == "report-1":
            report_text.beside(first)
            st.button("Remove", on_click=reports._remove, args=(first,))

    at = press(bring(screen(script=script), report(*PAGES)), "Remove")
    assert kept(at) is None and "undo.undo" in [one.key for one in at.button]
    at = healthy(at.button(key="undo.undo").click().run())
    assert "José" in shown(at)


def told(language: str, *texts: str) -> AppTest:
    def script() -> None:
        from pages.parts import session, tone

        tone.told(*(f"reports.0.errors.{number}.true" for number, _ in enumerate(session.case().reports[0].errors)))

    errors = tuple(ReportError(id=f"error-{number}", true=one) for number, one in enumerate(texts))
    return screen(language, Case(reports=(Report(id="report-1", errors=errors),)), script)


@pytest.mark.parametrize("language", SPANISH)
def test_words_that_may_hurt_the_letter_are_told_with_why_and_can_stay(language):
    say, shown = load_words(language).say, text(told(language, "El doctor es un <b>mentiroso</b>.", "I WILL SUE YOU ALL, always."))
    for kind in ("insult", "threat", "capitals", "always_never"):
        assert say(f"tone.{kind}") in shown and say(f"tone.{kind}_why") in shown
    assert "\u201cmentiroso\u201d" in shown and say("tone.keep") in shown and say("tone.medicine") not in shown


def test_plain_words_get_no_word_and_many_are_counted():
    assert text(told("en", "The injury was on January 12, 2026.", "")).strip() == ""
    many = text(told("en", *(f"I think it is a nerve {number}" if number % 2 else f"I THINK THAT {chr(65 + number)}{chr(65 + number)} IS WRONG" for number in range(26))))
    assert load_words("en").say("tone.more", count=2) in many


@pytest.mark.parametrize("language", ENGLISH)
def test_words_about_hurting_oneself_are_answered_with_whom_to_call(language):
    say, shown = load_words(language).say, text(told(language, "Ya no quiero vivir así."))
    assert say("tone.crisis", crisis="988", emergency="911") in shown and say("tone.title") not in shown
