"""The page that saves and opens: what a file holds, the passphrase, two files of one person, the worker's own copies."""

import io
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from pypdf import PdfReader
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.testing.v1 import AppTest

from pages.parts import process
from qme_guide import anyfile, travel
from qme_guide.case import Case, Helper
from qme_guide.law import load_law
from qme_guide.leaves import leaves
from qme_guide.papers import Limits, check
from qme_guide.savefile import Kept, Saved, dump
from qme_guide.vault import seal
from qme_guide.words import HELPING, LANGUAGES, Words, load_words
from tests.browser.journey import paper
from tests.personas import EXAM_SOON, FARM_WORKER, MANY, TODAY
from tests.sealing import quick_key  # noqa: F401
from tests.test_pages import APP, healthy, opened, page, press, text

LIMITS = travel.limits(load_law().practice)
BOTH = ["es", pytest.param("en", marks=pytest.mark.slow)]
SECRET = "cuatro palabras que nadie sabe"


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", TODAY.isoformat())


@pytest.fixture
def files(monkeypatch) -> dict[str, Callable[[], bytes]]:
    """What each download button would give, by the name of its file."""
    process.settle()  # it puts its own hand on the same place, once, and must not be undone with ours
    given: dict[str, Callable[[], bytes]] = {}
    add, later = MediaFileManager.add, MediaFileManager.add_deferred

    def at_once(self, data, mimetype, coordinates, file_name=None, **more):
        given[file_name or ""] = lambda: data
        return add(self, data, mimetype, coordinates, file_name, **more)

    def when_pressed(self, data, mimetype, coordinates, file_name=None, **more):
        given[file_name or ""] = data
        return later(self, data, mimetype, coordinates, file_name, **more)

    monkeypatch.setattr(MediaFileManager, "add", at_once)
    monkeypatch.setattr(MediaFileManager, "add_deferred", when_pressed)
    return given


def pile(*pages: str):
    return check("x.pdf", paper(*pages), Limits(megabytes=25, pages=400, megapixels=120, unpacked_megabytes=400))


def keep(case: Case | None, language: str = "en", **papers):
    """The page, with these papers added to the first letter."""
    at = opened(case, "keep", language)
    if not papers:
        return at
    at.session_state["papers"] = {f"{name}.letter-1": (file,) for name, file in papers.items()}
    return at.run()


def bring(at, data: bytes, name: str = "my-answers.json"):
    at.file_uploader[0].set_value((name, data, "application/octet-stream"))
    return at.run()


def piles(at) -> dict[str, list[str]]:
    """The files of each paper that is here, by their checksums."""
    held = at.session_state["papers"] if "papers" in at.session_state else {}
    return {name: [file.id for file in files] for name, files in held.items() if isinstance(files, tuple) and not name.startswith("leaves.")}


def told(at) -> list[str]:
    return [button.label for button in at.button]


def downloads(at) -> list[str]:
    return [button.proto.label for button in at.get("download_button")]


# Saving


def named(what: str, ending: str, language: str = "en") -> str:
    """The name of a file that is downloaded: what it is, in the language of the page, and the day; of nobody."""
    return f"{load_words(language).say(f'keeping.{what}')}-{TODAY}.{ending}"


@pytest.mark.parametrize("language", BOTH)
def test_the_file_of_one_press_holds_the_answers_the_day_and_the_language(language, files):
    at = keep(FARM_WORKER, language)
    assert load_words(language).say("keep.save") in downloads(at)
    assert anyfile.opened(files[named("file_answers", "json", language)](), None, LIMITS) == Saved(FARM_WORKER, TODAY, language)


def test_papers_travel_only_when_the_person_says_so_and_their_size_is_told(files):
    form = pile("the form", "its second page")
    at = keep(FARM_WORKER, form=form)
    words = load_words("en")
    assert anyfile.opened(files[named("file_answers", "json")](), None, LIMITS).papers == ()
    at = at.checkbox(key="keep_papers").set_value(True).run()
    assert words.say("keeping.take_json_papers", size="0.1 MB") in downloads(at)
    found, = anyfile.opened(files[named("file_answers", "json")](), None, LIMITS).papers
    assert (found.paper, [file.id for file in found.files], found.order) == ("form.letter-1", [form.id], leaves(form))


def test_papers_that_went_along_are_no_longer_unsaved(files):
    at = keep(FARM_WORKER, form=pile("the form"))
    at.session_state["saved_case"] = FARM_WORKER
    at = at.checkbox(key="keep_papers").set_value(True).run()
    files[named("file_answers", "json")]()
    at = at.run().button(key="bar_erase").click().run()
    assert load_words("en").say("frame.erase_title") not in text(at)


def test_papers_too_large_for_a_file_are_told_and_left_out(files, monkeypatch):
    monkeypatch.setattr("pages.parts.keeping.weight", lambda _: 50_000_000)
    at = keep(FARM_WORKER, form=pile("the form"))
    assert load_words("en").say("keeping.papers_too_big", size="50.0 MB", limit="40.0 MB") in text(at)
    assert "keep_papers" not in [box.key for box in at.checkbox]


@pytest.mark.parametrize("language", BOTH)
def test_the_case_in_brief_is_a_file_that_opens_again_and_says_so_on_each_page(language, files):
    at = keep(FARM_WORKER, language)
    at = at.radio(key="keep_shape").set_value("pdf").run()
    pdf = files[named("file_brief", "pdf", language)]()
    assert anyfile.opened(pdf, None, LIMITS) == Saved(FARM_WORKER, TODAY, language)
    mark = " ".join(load_words(language).letter("common", "own_mark").split())
    assert all(mark in " ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages)


def lock(at, first: str = SECRET, second: str = SECRET):
    at = at.checkbox(key="keep_lock").set_value(True).run()
    fields = [field for field in at.text_input if field.key.startswith(("passphrase.", "again."))]
    for field, typed in zip(fields, (first, second), strict=True):
        field.set_value(typed)
    return press(at, load_words("en").say("keeping.seal"))


@pytest.mark.parametrize(("shape", "name"), [pytest.param("json", ("file_answers", "locked"), marks=pytest.mark.slow), ("pdf", ("file_brief", "pdf"))])
def test_a_locked_file_opens_with_its_passphrase_only_and_the_passphrase_stays_nowhere(shape, name, files):
    at = keep(FARM_WORKER)
    at = at.radio(key="keep_shape").set_value(shape).run()
    at = lock(at)
    file = files[named(*name)]()
    assert load_words("en").say("keeping.sealed") in text(at)
    assert anyfile.opened(file, SECRET, LIMITS).case == FARM_WORKER
    with pytest.raises(anyfile.SaveFileError, match="save_locked"):
        anyfile.opened(file, None, LIMITS)
    assert SECRET not in repr(at.session_state.filtered_state if hasattr(at.session_state, "filtered_state") else dict(at.session_state._state.filtered_state))


def test_a_locked_file_stands_in_sight_and_nothing_asks_for_its_password_any_more():
    at, words = lock(keep(FARM_WORKER)), load_words("en")
    fold, = [one for one in at.expander if one.label == words.say("keeping.more")]
    assert words.say("state.done") in text(at) and words.say("keeping.lock_below") not in text(at)
    assert len([one for one in downloads(at) if "MB" in one]) == 1 and not fold.get("download_button") and not fold.text_input
    at = press(at, words.say("keeping.another"))
    assert words.say("keeping.lock_below") in text(at) and not [one for one in downloads(at) if "MB" in one]


@pytest.mark.parametrize(("first", "second", "key"), [pytest.param("short", "short", "passphrase_short", marks=pytest.mark.slow), (SECRET, SECRET.upper(), "passphrase_differs")])
def test_a_passphrase_that_will_not_do_is_told_and_nothing_is_locked(first, second, key):
    at = lock(keep(FARM_WORKER), first, second)
    assert load_words("en").say(f"errors.{key}", least=LEAST) in text(at)
    assert not [one for one in downloads(at) if "MB" in one]


LEAST = load_law().practice.passphrase_letters


@pytest.mark.slow
def test_a_locked_file_is_let_go_of_when_an_answer_changes():
    at = lock(keep(FARM_WORKER))
    assert [one for one in downloads(at) if "MB" in one]
    at.session_state["case"] = FARM_WORKER.answers({"worker.phone": "555-0100"})
    assert not [one for one in downloads(at.run()) if "MB" in one]


# Opening


@pytest.mark.parametrize("language", BOTH)
def test_a_file_is_told_before_it_is_opened(language):
    words, form = load_words(language), pile("one", "two")
    other = next(one for one in LANGUAGES if one != language)
    at = bring(keep(None, language), dump(FARM_WORKER, date(2026, 11, 20), other, [Kept("form.letter-1", (form,), leaves(form))]))
    shown = text(at)
    assert words.say("keeping.case_of", name="Sample Worker") in shown
    assert words.say("keep.one_letters") in shown and words.say("keep.one_treatments") in shown
    assert words.say("keeping.saved_on", day=date(2026, 11, 20)) in shown and words.say("keeping.other_language") in shown
    assert words.say("keeping.holds_papers", pages=2, size="0.1 MB") in shown
    assert not at.session_state["case"].letters
    at = press(at, words.say("keep.open_yes"))
    assert at.session_state["case"] == FARM_WORKER and at.session_state["language"] == language
    assert piles(at) == {"form.letter-1": [form.id]} and at.session_state["papers"]["leaves.form.letter-1"] == leaves(form)
    assert load_words(language).say("frame.erase_title") not in text(at.button(key="bar_erase").click().run())


@pytest.mark.parametrize("language", BOTH)
def test_a_locked_file_asks_for_its_passphrase_as_often_as_it_takes(language, quick_key):
    words, at = load_words(language), bring(keep(None, language), seal(dump(FARM_WORKER), SECRET), "x")
    assert words.say("errors.save_locked") in text(at)
    for typed, shown in (("another one", words.say("errors.save_wrong_passphrase")), (f" {SECRET} ", words.say("keeping.case_of", name="Sample Worker"))):
        at.text_input(key="keep_passphrase").set_value(typed)
        at = press(at, words.say("keeping.unlock"))
        assert shown in text(at)
    assert press(at, words.say("keep.open_yes")).session_state["case"] == FARM_WORKER


BAD = [b"", b"{", b"PK\x03\x04 a Word file", b"BEGIN:VCALENDAR", b"\x89PNG\r\n", paper("a page"), b"%PDF-1.7 no more", dump(FARM_WORKER)[:-9], b"qme-guide-sealed 1 scrypt"]


def test_a_file_that_cannot_be_opened_gets_a_kind_word_and_changes_nothing():
    at = keep(FARM_WORKER)
    said = [words for key, words in load_words("en").sayings.items() if key.startswith("errors.save_")]
    for data in BAD:
        at = bring(at, data)
        assert healthy(at) and at.session_state["case"] == FARM_WORKER
        assert any(words in text(at) for words in said)
        far_down = load_words("en").say("errors.save_locked") not in text(at)
        assert not far_down or any("notice stop errors" in one.proto.body for one in at.get("html")), "the frame moves the focus there, and the screen of a phone"
        assert load_words("en").say("keep.open_yes") not in told(at)


MINE = FARM_WORKER.model_copy(update={"key": "ab" * 32})
THEIRS = MINE.answers({"worker.phone": "555-0100", "claim.adjuster": "Sample Adjuster", "events": [event.model_dump(mode="json") for event in EXAM_SOON.events[:2]], "records": [{"id": "record-1"}]})


@pytest.mark.parametrize("prefer", ["theirs", pytest.param("mine", marks=pytest.mark.slow)])
def test_two_files_of_one_case_are_put_together_after_their_differences_were_shown(prefer):
    mine, words = MINE.answers({"worker.phone": "555-0199"}), load_words("en")
    form = pile("a page")
    at = bring(keep(mine), dump(THEIRS, papers=[Kept("form.letter-1", (form,), leaves(form))]))
    shown = text(at)
    assert words.say("keeping.different_one") in shown and "555-0100" in shown and "555-0199" in shown
    assert words.say("keep.many_events", count=2) in shown
    at.radio(key="open_prefer").set_value(prefer)
    at = press(at.run(), words.say("keeping.join"))
    case = at.session_state["case"]
    assert case.worker.phone == {"mine": "555-0199", "theirs": "555-0100"}[prefer] and case.events == THEIRS.events
    assert case.key == MINE.key and piles(at) == {"form.letter-1": [form.id]}
    assert words.say("keep.joined") in text(at)
    at = press(at, words.say("undo.undo"))
    assert at.session_state["case"] == mine and not piles(at)


def test_the_same_answers_are_told_and_need_no_decision():
    at = bring(keep(FARM_WORKER), dump(FARM_WORKER))
    assert load_words("en").say("keeping.same_answers") in text(at)
    assert load_words("en").say("keep.open_yes") not in told(at)


OTHER = MANY.answers({"worker.name": "Another Sample", "claim.number": "SAMPLE-777"}).model_copy(update={"key": "cd" * 32})


@pytest.mark.parametrize("language", BOTH)
def test_a_file_of_another_person_is_never_mixed_unasked(language):
    words, at = load_words(language), bring(keep(FARM_WORKER, language), dump(OTHER))
    assert words.say("keeping.person_other") in text(at)
    assert not {words.say("keeping.join"), words.say("keep.open_yes")} & set(told(at))
    at = at.radio(key="open_same").set_value("no").run()
    assert words.say("keeping.join") not in told(at) and words.say("keep.open_yes") in told(at)
    assert words.say("offer.save") in downloads(at)
    at = press(at, words.say("keep.open_yes"))
    assert at.session_state["case"] == OTHER


@pytest.mark.parametrize("way_back", [True, pytest.param(False, marks=pytest.mark.slow)])
def test_what_a_file_replaced_comes_back_with_its_papers_and_places_and_goes_with_the_next_page(way_back):
    form, words = pile("the form"), load_words("en")
    at = keep(FARM_WORKER, form=form)
    at.session_state["place.signed.letter-1"] = "yes"
    at = bring(at.run(), dump(OTHER))
    at = at.radio(key="open_same").set_value("no").run()
    at = press(at, words.say("keep.open_yes"))
    assert words.say("keep.replaced") in text(at) and not piles(at)
    if way_back:
        at = press(at, words.say("undo.undo"))
        assert at.session_state["case"] == FARM_WORKER and piles(at) == {"form.letter-1": [form.id]}
        assert at.session_state["place.signed.letter-1"] == "yes" and at.session_state["saved_case"] is None
    else:
        at = at.switch_page("pages/start/dates.py").run()
        assert not at.session_state["place.undo"] and at.session_state["case"] == OTHER


def test_in_a_sitting_a_file_of_somebody_else_opens_beside_the_others_and_one_of_theirs_is_asked_about_on_the_list():
    at, words = keep(MINE), load_words("en")
    at.switch_page("pages/keep/clinic.py").run()
    at = bring(at.switch_page("pages/keep/keep.py").run(), dump(OTHER))
    at = at.radio(key="open_same").set_value("no").run()
    assert words.say("keeping.beside") in text(at)
    at = press(at, words.say("keep.open_yes"))
    assert at.session_state["case"] == OTHER and set(at.session_state["sitting.people"]) == {MINE.key, OTHER.key}
    at = bring(at.switch_page("pages/keep/keep.py").run(), dump(THEIRS))
    assert at.session_state["case"] == OTHER and words.say("clinic.same_merge") in told(at) and healthy(at)


def test_what_only_the_device_held_is_in_no_file_when_it_comes_back():
    at = keep(MINE)
    at.session_state["device.keys"] = {MINE.key}
    at = bring(at.run(), dump(OTHER))
    at = press(at.radio(key="open_same").set_value("no").run(), load_words("en").say("keep.open_yes"))
    at = press(at, load_words("en").say("undo.undo"))
    assert at.session_state["case"] == MINE and at.session_state["saved_case"] is None


def test_the_example_is_replaced_without_a_question():
    at = bring(keep(FARM_WORKER.model_copy(update={"sample": True})), dump(OTHER))
    assert load_words("en").say("keep.open_yes") in told(at) and "open_same" not in [one.key for one in at.radio]


# Own copies


def own_name(words: Words, paper: str) -> str:
    """What the worker's own copy of a paper is saved as."""
    return f"{words.say('file.own')}{words.say(f'file.{paper}')}-{words.language}.pdf"


@pytest.mark.parametrize(("language", "label"), [("es", "offer.read"), pytest.param("en", "offer.mine", marks=pytest.mark.slow)])
def test_the_own_copy_of_a_paper_to_send_carries_the_answers_and_what_is_sent_does_not(language, label, files):
    words, at = load_words(language), opened(FARM_WORKER, "denial", language)
    assert words.say(label) in downloads(at)
    own, sent = files[own_name(words, "hand-off")](), files["hand-off-en.pdf"]()
    assert anyfile.opened(own, None, LIMITS) == Saved(FARM_WORKER, TODAY, language)
    with pytest.raises(anyfile.SaveFileError, match="save_pdf_bare"):
        anyfile.opened(sent, None, LIMITS)


def test_an_own_paper_carries_the_answers_unless_the_person_takes_it_without(files):
    at = opened(FARM_WORKER, "denial")
    assert anyfile.opened(files["my-date-sheet-en.pdf"](), None, LIMITS).case == FARM_WORKER
    box = next(one for one in at.checkbox if one.key == "inside.date-sheet.")
    files.clear()
    box.set_value(False).run()
    assert "my-date-sheet-en.pdf" not in files and b"EmbeddedFile" not in files["date-sheet-en.pdf"]()


def test_a_copy_with_the_answers_in_it_saves_them(files):
    at, words = opened(FARM_WORKER, "dates"), load_words("en")
    assert words.say("nudge.date") in text(at.switch_page("pages/start/home.py").run())
    at = at.switch_page("pages/start/dates.py").run()
    files["my-date-sheet-en.pdf"]()
    at = at.switch_page("pages/start/home.py").run()
    assert words.say("nudge.date") not in text(at) and words.say("nudge.inside") in text(at)
    assert words.say("frame.erase_title") not in text(at.button(key="bar_erase").click().run())


def test_the_example_and_a_newcomer_have_nothing_to_carry(files):
    opened(FARM_WORKER.model_copy(update={"sample": True}), "denial")
    assert files and not [name for name in files if name.startswith(load_words("en").say("file.own"))]


# Nudges


def test_the_word_about_saving_comes_once_on_its_page_and_ends_when_saved():
    words, at = load_words("en"), opened(FARM_WORKER)
    assert text(at).count(words.say("nudge.date")) == 1
    assert words.say("nudge.date") not in text(at.switch_page("pages/treatment/denial.py").run())
    at = at.switch_page("pages/start/home.py").run()
    assert words.say("nudge.date") in text(at)
    at.session_state["saved_case"] = FARM_WORKER
    assert words.say("nudge.date") not in text(at.run())


def test_after_the_first_questions_there_is_a_word_about_saving_and_a_button():
    words = load_words("en")
    at = opened(Case().answers({"triage": FARM_WORKER.triage.model_dump(mode="json")}), "triage")
    assert text(at).count(words.say("nudge.first")) == 1 and words.say("offer.save") in downloads(at)


def test_the_first_questions_are_not_called_answered_before_they_are():
    at = opened(FARM_WORKER.answers({"triage": {"danger": "no", "lawyer": "no"}}), "triage")
    at.session_state["device.ask"] = "ab12"
    assert load_words("en").say("offer.save") in downloads(at.run()) and load_words("en").say("nudge.first") not in text(at)


@pytest.mark.parametrize("name", ["home", "triage"])
def test_whoever_comes_back_to_nothing_hears_why_and_how_to_bring_answers_back(name):
    words = load_words("es")
    at = opened(None, name, "es")
    assert words.say("triage.earlier") in text(at) and words.say("home.open") in told(at)
    assert words.say("triage.earlier") not in text(opened(FARM_WORKER, name, "es"))


def test_a_page_that_is_loaded_again_without_answers_says_so_and_one_that_a_newcomer_opened_does_not():
    words = load_words("es")
    at = AppTest.from_file(APP, default_timeout=30)
    at.session_state["language"], at.session_state["place.landed"] = "es", "denial"
    at = at.run().switch_page(page("denial")).run()
    assert words.say("triage.earlier") in text(at) and words.say("home.open") in told(at)
    assert words.say("triage.earlier") not in text(opened(None, "denial", "es"))


@pytest.mark.parametrize("name", ["timeline", *(pytest.param(name, marks=pytest.mark.slow) for name in ("function", "practice", "evening", "report"))])
def test_before_a_long_part_there_is_a_word_about_saving(name):
    words, over = load_words("en"), EXAM_SOON.answers({"exams.0.on": (TODAY - timedelta(days=1)).isoformat()})
    # Before the exam that page asks nothing.
    shown = text(opened(over if name == "evening" else EXAM_SOON, name))
    assert shown.count(words.say("nudge.part")) + shown.count(words.say("offer.unsaved")) == 1


@pytest.mark.parametrize("language", ["es", pytest.param("en", marks=pytest.mark.slow)])
def test_of_a_finished_packet_there_is_an_own_copy_with_the_answers_and_the_packet_has_none(language, files):
    at = opened(FARM_WORKER, "imr", language)
    at.session_state["papers"] = {f"{name}.letter-1": (pile(name),) for name in ("form", "decision")}
    at.session_state["place.imr"] = "get"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pages.parts.packet.ready", lambda _: True)
        at = press(at.run(), load_words(language).say("imr.make_packet"))
    words = load_words(language)
    assert words.say("offer.own_packet") in downloads(at) and words.say("nudge.packet") in text(at)
    own, sent = files[f"{words.say('file.own')}{words.say('file.imr-packet')}.pdf"](), files["imr-packet.pdf"]()
    assert anyfile.opened(own, None, LIMITS).case == FARM_WORKER and b"EmbeddedFile" not in sent
    pages, mark = PdfReader(io.BytesIO(own)).pages, words.letter("common", "own_mark")
    assert len(pages) == len(PdfReader(io.BytesIO(sent)).pages)
    assert all(" ".join(mark.split()) in " ".join(page.extract_text().split()) for page in pages)


def test_a_helper_who_opens_the_file_of_the_person_goes_on_helping():
    said = Helper(helping="yes", role="family", name="Sample Child", agreed="yes", here="yes")
    helper = Case(key="11").answers({"helper": said.model_dump(), "worker.name": "Sample Worker", "worker.language": "es"})
    alone = FARM_WORKER.answers({"worker.language": None})
    at = bring(opened(helper, "keep", "es"), dump(alone, TODAY, "es"))
    assert load_words("es", HELPING).say("keeping.helper_stays") in text(at)
    at = at.button(key="open_yes").click().run()
    assert at.session_state["case"] == alone.answers({"helper": said.model_dump(), "worker.language": "es"}) and healthy(at)
    other = alone.answers({"worker.name": "Another Sample"})
    at = bring(opened(helper, "keep", "es"), dump(other, TODAY, "es")).button(key="open_yes").click().run()
    assert at.session_state["case"].helper == Helper(helping="yes", role="family", name="Sample Child"), "nobody asked this person yet"
    assert at.session_state["case"].worker == other.worker
