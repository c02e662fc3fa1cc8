"""The frame without a browser: language, erasing, breaking pages, and what a log may say."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.formparsers import MultiPartParser
from streamlit.testing.v1 import AppTest

from pages.parts import process, script
from qme_guide.case import Case, Letter, Sending
from qme_guide.flow import PAGES, page
from qme_guide.words import LANGUAGES, load_words
from tests.sweeps import in_turn

APP = str(Path(__file__).resolve().parents[1] / "app.py")
SECRET = "SAMPLE-SECRET-001"


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("QME_GUIDE_TODAY", "2026-11-21")
    return AppTest.from_file(APP, default_timeout=30).run()


def titled(app: AppTest) -> list[str]:
    return [title.value for title in app.title]


@pytest.mark.parametrize(("name", "language"), in_turn(one.name for one in PAGES))
def test_each_page_opens_for_a_newcomer_in_each_language(app: AppTest, monkeypatch: pytest.MonkeyPatch, name: str, language: str) -> None:
    monkeypatch.setenv(process.DEVELOP, "yes")
    app.session_state["language"] = language

    app.switch_page(page(name)).run()

    assert not app.exception
    assert len(app.title) == 1


# What a tab may not say to whoever looks at the screen, or at the list of pages that a browser remembers.
TELLING = (
    "qme", "imr", "medic", "médic", "doctor", "health", "salud", "exam", "pain", "dolor", "injur", "lesi", "claim", "recla", "law", "ley", "legal",
    "abogad", "denial", "deni", "neg", "insur", "segur", "compensa", "work", "trabaj", "disput", "treat", "tratam", "rating", "panel", "evaluat",
)  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_tab_has_a_title_of_its_own_that_tells_nothing_about_the_person(language: str) -> None:
    words = load_words(language)
    titles = [words.say("frame.title", page=words.say(f"tab.{one.name}")) for one in PAGES]
    assert len(set(titles)) == len(titles)
    assert not [title for title in titles for word in TELLING if word in title.lower()]


def test_the_language_button_changes_the_words_and_keeps_the_answers(app: AppTest) -> None:
    case = Case().answers({"worker.name": "Sample Worker"})
    app.session_state["case"] = case

    app.button(key="bar_language").click().run()

    assert app.session_state["language"] == "es"
    assert app.button(key="bar_erase").label == load_words("es").say("frame.erase")
    assert app.session_state["case"] == case


def test_the_address_may_ask_for_spanish_and_for_nothing_unknown() -> None:
    spoken = {}
    for asked in ("es", "xx"):
        app = AppTest.from_file(APP, default_timeout=30)
        app.query_params["lang"] = asked
        spoken[asked] = app.run().session_state["language"]

    assert spoken == {"es": "es", "xx": "en"}


def test_erase_asks_first_when_answers_would_be_lost(app: AppTest) -> None:
    app.session_state["case"] = Case().answers({"worker.name": SECRET})

    app.button(key="bar_erase").click().run()
    assert titled(app) == [load_words("en").say("frame.erase_title")]
    app.button(key="erase_no").click().run()
    assert app.session_state["case"].worker.name == SECRET

    app.button(key="bar_erase").click().run()
    app.button(key="erase_yes").click().run()
    assert SECRET not in str(app.session_state)
    assert titled(app) == [load_words("en").passages["pages/erase_done"].title]


def test_erase_is_done_at_once_when_nothing_would_be_lost(app: AppTest) -> None:
    app.button(key="bar_language").click().run()

    app.button(key="bar_erase").click().run()

    assert titled(app) == [load_words("es").passages["pages/erase_done"].title]


def test_a_page_that_breaks_says_one_kind_sentence_and_logs_only_the_kind_of_error(
    app: AppTest, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.delenv(process.DEVELOP, raising=False)
    monkeypatch.setattr("qme_guide.flow.road", _fail)
    monkeypatch.setattr(process.LOG, "propagate", True)

    app.run()

    assert not app.exception
    assert load_words("en").say("errors.page_broken") in "".join(element.body for element in app.get("html"))
    assert "ValueError on page home" in caplog.text
    assert SECRET not in caplog.text


def test_a_page_that_broke_opens_again_where_its_visit_begins_and_nothing_is_lost(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The open line of the log is what breaks it: it must not break the page each time."""
    monkeypatch.delenv(process.DEVELOP, raising=False)
    case, words = Case().answers({"letters": (Letter(id="letter-1", sendings=(Sending(id="sending-1", to="reviewer"),)),)}), load_words("en")
    app.session_state["case"], app.session_state["papers"] = case, {"form.letter-1": ()}
    app.session_state["place.imr"], app.session_state["place.line"] = "send", ("letter-1", 0, "no such part")
    app.switch_page(page("imr")).run()
    assert words.say("errors.page_broken") in "".join(element.body for element in app.get("html"))

    app.button(key="broken_again").click().run()

    assert words.say("errors.page_broken") not in "".join(element.body for element in app.get("html"))
    assert app.session_state["case"] == case and app.session_state["papers"] == {"form.letter-1": ()}


def _fail(*_: object) -> None:
    raise ValueError(SECRET)


@pytest.fixture
def silent() -> Iterator[logging.LogRecord]:
    """How a record is made once the process has been told to keep people out of its logs."""
    before, root = logging.getLogRecordFactory(), logging.getLogger()
    handlers = (list(root.handlers), list(process.LOG.handlers), process.LOG.propagate)
    process._keep_people_out_of_logs()
    yield logging.getLogRecordFactory()
    logging.setLogRecordFactory(before)
    root.handlers, process.LOG.handlers, process.LOG.propagate = handlers


def test_a_log_record_keeps_the_type_of_an_exception_and_nothing_it_says(silent: logging.LogRecord) -> None:
    error = ValueError(SECRET)
    record = silent("streamlit", logging.ERROR, "file", 1, "broke: %s", (error,), (ValueError, error, None))

    assert logging.Formatter().format(record) == "broke: ValueError (ValueError)"


def test_an_exception_as_the_whole_message_is_reduced_too(silent: logging.LogRecord) -> None:
    record = silent("streamlit", logging.ERROR, "file", 1, ValueError(SECRET), (), None)

    assert logging.Formatter().format(record) == "ValueError"


def test_no_upload_is_large_enough_for_the_disk() -> None:
    process.settle()

    assert MultiPartParser.spool_max_size > 10**12


@pytest.mark.parametrize("language", LANGUAGES)
def test_streamlits_words_have_ours_beside_them(language: str) -> None:
    translated = script.built_in(language)

    assert translated["Skip to main content"] == load_words(language).say("builtin.skip")
    assert set(translated.values()) == {text for key, text in load_words(language).sayings.items() if key.startswith("builtin.")}
