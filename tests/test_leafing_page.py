"""Step two: papers are added, looked at page by page, put in order, taken out and brought back; the person says how they are."""

import io
import re

import pytest
from PIL import Image, ImageChops, ImageStat
from pypdf import PdfReader
from streamlit.testing.v1 import AppTest

from qme_guide.case import Case, Record
from qme_guide.law import load_law
from qme_guide.leaves import Leaf
from qme_guide.papers import Upload, check
from qme_guide.pictures import Pages
from qme_guide.words import load_words
from tests.browser.journey import paper
from tests.hostile import letter_photo
from tests.hostile import paper as drawn
from tests.personas import FARM_WORKER, TODAY, TWO_TRACKS
from tests.sweeps import ENGLISH, SPANISH
from tests.test_pages import healthy, opened, text
from tests.test_looks import together
from tests.test_papers_page import LIMITS, photo

MANY = 60
LETTER = "letter-1"
SECOND = FARM_WORKER.answers({"letters": (FARM_WORKER.letters[0], FARM_WORKER.letters[0].model_copy(update={"id": "letter-2"}))})


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", TODAY.isoformat())


def kept(*pages: str) -> Upload:
    return check("x.pdf", paper(*pages), LIMITS)


def on(case: Case = FARM_WORKER, language: str = "en", opens: str = "", **papers: Upload) -> AppTest:
    """Step two, with these papers added and this one open."""
    at = opened(case, "imr", language)
    at.session_state["place.imr"] = "add"
    at.session_state["papers"] = {f"{name}.{LETTER}": (file,) for name, file in papers.items()}
    if opens:
        at.session_state[f"place.leafing.{LETTER}"] = opens
    return at.run()


def press(at: AppTest, key: str) -> AppTest:
    """Press the button with this key, or with a key that begins like this."""
    return next(button for button in at.button if (button.key or "").startswith(key)).click().run()


def keys(at: AppTest) -> set[str]:
    return {button.key for button in at.button}


def add(at: AppTest, name: str, *files: tuple[str, bytes]) -> AppTest:
    """Choose files in the place of this paper."""
    field = next(one for one in at.file_uploader if one.key.startswith(f"upload.{name}"))
    field.set_value([(called, data, "application/octet-stream") for called, data in files])
    return at.run()


def choose(at: AppTest, label: str, page: int) -> AppTest:
    """Choose a page (from 1) in one of the two lists of places."""
    box = next(one for one in at.selectbox if one.key.startswith(label))
    box.set_value(page - 1)
    return at.run()


def answer(at: AppTest, question: str, said: str) -> AppTest:
    radio = next(one for one in at.radio if one.key.startswith(question))
    radio.set_value(said)
    return at.run()


def order(at: AppTest, name: str = "decision") -> list[str]:
    """What stands on the pages of a paper, as they lie now."""
    files = {one.id: one for one in at.session_state["papers"].get(f"{name}.{LETTER}", ())}
    return [words(files[leaf.paper], leaf) for leaf in at.session_state["papers"].get(f"leaves.{name}.{LETTER}", ())]


def words(file: Upload, leaf: Leaf) -> str:
    with Pages(file.data) as pages:
        return pages.text(leaf.page).strip()


def hand(at: AppTest, letter: int = 0) -> dict[str, object]:
    """What lies in the hand for a letter, as the check and the packet get it."""

    def script() -> None:
        import streamlit as st

        from pages.parts import session, uploads

        letter = session.case().letters[st.session_state["letter"]]
        st.session_state["hand"] = {"handed": uploads.handed(letter), "exhibits": uploads.exhibits(letter)}
        st.session_state["hand"] |= {name: uploads.files(name, letter) for name in ("form", "decision", "certification", "designation", "doctor")}

    inner = AppTest.from_function(script, default_timeout=30)
    for key in at.session_state._state.filtered_state:
        if key in ("case", "language", "papers") or key.startswith("place."):
            inner.session_state[key] = at.session_state[key]
    inner.session_state["letter"] = letter
    inner.run()
    assert not inner.exception, inner.exception
    return inner.session_state["hand"]


def told(pdfs: tuple[bytes, ...]) -> list[str]:
    return [page.extract_text().strip() for pdf in pdfs for page in PdfReader(io.BytesIO(pdf)).pages]


# Adding


@pytest.mark.parametrize("language", ENGLISH)
def test_several_files_at_once_are_kept_in_their_order_and_each_bad_one_is_told_by_its_name(language):
    say = load_words(language).say
    at = add(on(language=language), "form", ("a.jpg", photo("red")), ("b", photo("blue")), ("c.txt", b"<html>"), ("again.jpg", photo("red")))
    files = at.session_state["papers"][f"form.{LETTER}"]
    assert [file.id for file in files] == [check("x", photo(colour), LIMITS).id for colour in ("red", "blue")]
    shown = text(at)
    for name, problem in (("c.txt", "upload_not_pdf"), ("again.jpg", "upload_twice")):
        assert name in shown and say(f"errors.{problem}") in shown
    assert say("leaf.place", page=1, pages=2) in shown and healthy(at)


def test_thirty_photos_at_once_are_thirty_pages():
    at = add(on(), "decision", *((f"{number}.jpg", photo(f"rgb({number * 8},0,0)")) for number in range(30)))
    assert len(at.session_state["papers"][f"decision.{LETTER}"]) == 30
    assert load_words("en").say("leaf.place", page=1, pages=30) in text(at)


def test_files_that_cannot_be_used_are_told_and_nothing_is_kept():
    at = add(on(), "form", ("note.txt", b"hello"))
    assert load_words("en").say("errors.upload_not_pdf") in text(at)
    assert not at.session_state["papers"] and any(one.key.startswith("upload.form") for one in at.file_uploader)


def test_more_pages_go_to_the_end_and_are_shown():
    at = on(opens="decision", decision=kept("one", "two"))
    at = add(press(at, "leaf.more"), "decision", ("three.pdf", paper("three")))
    assert order(at) == ["one", "two", "three"]
    assert load_words("en").say("leaf.place", page=3, pages=3) in text(at)


def test_a_page_that_was_taken_out_comes_back_when_its_file_is_chosen_again():
    data = paper("one", "two")
    at = press(on(opens="decision", decision=check("x", data, LIMITS)), "leaf.remove")
    assert order(at) == ["two"]
    at = add(press(at, "leaf.more"), "decision", ("again.pdf", data))
    assert order(at) == ["two", "one"]


def test_a_paper_takes_no_more_pages_than_may_be_sent(monkeypatch):
    at = on(opens="decision", decision=kept("one", "two"))
    at = press(at, "leaf.more")
    monkeypatch.setattr("pages.parts.session.law", lambda: small_law())
    at = add(at, "decision", ("three.pdf", paper("three")))
    assert load_words("en").say("errors.upload_too_many_pages", pages=3, limit=2) in text(at)
    assert len(at.session_state["papers"][f"decision.{LETTER}"]) == 1


def small_law():
    from dataclasses import replace

    from qme_guide.law import load_law

    law = load_law()
    uploads = law.practice.uploads.model_copy(update={"pages": 2})
    return replace(law, practice=law.practice.model_copy(update={"uploads": uploads}))


# Pages


def test_pages_are_moved_by_buttons_and_to_any_place():
    at = on(opens="decision", decision=kept("one", "two", "three", "four"))
    at = press(at, "leaf.later")
    assert order(at) == ["two", "one", "three", "four"]
    assert load_words("en").say("leaf.place", page=2, pages=4) in text(at)
    at = choose(at, "leaf.move_to", 4)
    assert order(at) == ["two", "three", "four", "one"]
    assert load_words("en").say("leaf.place", page=4, pages=4) in text(at)
    at = press(at, "leaf.earlier")
    assert order(at) == ["two", "three", "one", "four"]
    assert told(hand(at)["decision"]) == ["two", "three", "one", "four"]


@pytest.mark.parametrize("language", SPANISH)
def test_a_page_that_was_removed_can_be_brought_back(language):
    say = load_words(language).say
    at = press(on(language=language, opens="decision", decision=kept("one", "two")), "leaf.remove")
    assert order(at) == ["two"] and say("leaf.removed", page=1) in text(at)
    at = press(at, "undo.undo")
    assert order(at) == ["one", "two"] and say("leaf.removed", page=1) not in text(at)


def test_the_last_page_takes_the_paper_with_it_and_all_pages_can_be_brought_back():
    at = press(on(opens="form", form=kept("only")), "leaf.remove")
    assert not at.session_state["papers"]
    assert order(press(at, "undo.undo"), "form") == ["only"]
    at = press(on(opens="decision", decision=kept("one", "two")), "leaf.remove_all")
    assert not at.session_state["papers"] and healthy(at)
    assert order(press(at, "undo.undo")) == ["one", "two"]


def test_a_turned_page_stays_turned_in_the_packet_and_four_turns_bring_it_back():
    at = press(on(opens="form", form=kept("only")), "leaf.turn")
    sheet = PdfReader(io.BytesIO(hand(at)["form"][0])).pages[0].mediabox
    assert sheet.width > sheet.height
    for _ in range(3):
        at = press(at, "leaf.turn")
    [leaf] = at.session_state["papers"][f"leaves.form.{LETTER}"]
    assert leaf.turn == 0


def test_a_photo_is_cut_to_the_sheet_on_request_only_and_shown_whole_again():
    at = add(on(), "form", ("photo.jpg", letter_photo()))
    [leaf] = at.session_state["papers"][f"leaves.form.{LETTER}"]
    assert leaf.crop is None
    at = press(at, "leaf.crop")
    [leaf] = at.session_state["papers"][f"leaves.form.{LETTER}"]
    assert leaf.crop
    at = press(at, "leaf.whole")
    [leaf] = at.session_state["papers"][f"leaves.form.{LETTER}"]
    assert leaf.crop is None


def test_a_photo_whose_edges_cannot_be_seen_stays_whole_and_it_is_said():
    at = press(add(on(), "form", ("red.jpg", photo("red"))), "leaf.crop")
    [leaf] = at.session_state["papers"][f"leaves.form.{LETTER}"]
    assert leaf.crop is None and load_words("en").say("leaf.crop_unsure") in text(at)


def test_only_photos_can_be_cropped():
    assert "leaf.crop" not in keys(on(opens="form", form=kept("only")))


@pytest.mark.parametrize("many", [MANY, pytest.param(5 * MANY, marks=pytest.mark.slow)])
def test_many_pages_are_one_screen_with_a_way_to_any_page(many):
    at = on(opens="decision", decision=kept(*(f"sheet number {number}" for number in range(many))))
    assert len(at.button) < 20 and len(at.get("html")) < 20
    at = choose(at, "leaf.go", 43)
    assert load_words("en").say("leaf.place", page=43, pages=many) in text(at)
    at = choose(at, "leaf.move_to", 1)
    moved = at.session_state["papers"][f"leaves.decision.{LETTER}"]
    assert [leaf.page for leaf in moved] == [42, *range(42), *range(43, many)]


def test_next_and_before_stop_at_the_ends():
    at = on(opens="decision", decision=kept("one", "two"))
    disabled = {button.key: button.disabled for button in at.button}
    assert disabled["leaf.before"] and not disabled["leaf.after"]
    at = press(at, "leaf.after")
    assert load_words("en").say("leaf.place", page=2, pages=2) in text(at)
    assert next(button for button in at.button if button.key == "leaf.after").disabled


def test_the_picture_can_be_made_large_and_whole_again():
    at = on(opens="form", form=kept("only"))
    hint = load_words("en").say("leaf.move_picture")
    assert hint not in text(at)
    assert hint in text(press(at, "leaf.large"))
    assert hint not in text(press(at, "leaf.large"))


def test_the_way_back_leads_to_all_papers_and_only_there_the_step_goes_on():
    at = on(opens="form", form=kept("only"))
    assert "ask.continue" not in keys(at)
    at = press(at, "leaf.done")
    assert "ask.continue" in keys(at) and f"open.form.{LETTER}" in keys(at)


# What is asked beside the picture


def test_a_blurred_page_is_asked_about_and_the_answer_is_what_counts():
    say = load_words("en").say
    at = add(on(), "decision", ("sharp.jpg", letter_photo()), ("blurred.jpg", letter_photo(9)))
    assert say("leaf.blurred_pages_one", pages="2") in text(at)
    assert (hand(at)["handed"].blurred_open, hand(at)["handed"].unreadable) == (1, 0)
    at = press(at, "leaf.look")
    assert say("leaf.blurred") in [radio.label for radio in at.radio]
    for said, counts in (("yes", (0, 0)), ("no", (0, 1)), ("unsure", (0, 1))):
        at = answer(at, "readable", said)
        found = hand(at)["handed"]
        assert (found.blurred_open, found.unreadable) == counts
    assert say("leaf.again") in text(at) and say("leaf.unreadable_pages_one", pages="2") in text(at)
    at = press(at, "leaf.remove")
    assert hand(at)["handed"].unreadable == 0


def test_a_sharp_page_is_not_asked_about():
    at = add(on(), "decision", ("sharp.jpg", letter_photo()))
    assert not [radio for radio in at.radio if radio.key.startswith("readable")]


@pytest.mark.parametrize("language", ENGLISH)
def test_the_questions_about_the_form_stand_beside_its_pages_and_end_when_other_pages_are_there(language):
    at = on(language=language, opens="form", form=kept("one", "two"))
    for question in ("signed", "filled", "matches"):
        at = answer(at, f"confirm.{question}", "yes")
    found = hand(at)["handed"]
    assert (found.signed, found.filled, found.matches) == ("yes",) * 3
    at = press(press(at, "leaf.turn"), "leaf.later")
    assert hand(at)["handed"].signed == "yes"
    at = press(at, "leaf.remove")
    found = hand(at)["handed"]
    assert (found.signed, found.filled, found.matches) == (None,) * 3
    assert all(radio.value is None for radio in at.radio)
    at = press(press(at, "undo.undo"), "leaf.done")
    assert load_words(language).say("add.unanswered") in text(at)


def test_not_being_sure_is_an_answer_too():
    at = answer(on(opens="decision", decision=kept("one")), "confirm.complete", "unsure")
    assert hand(at)["handed"].complete == "unsure"


@pytest.mark.parametrize("language", SPANISH)
def test_a_missing_number_and_a_page_that_is_there_twice_are_told(language):
    say = load_words(language).say
    sheets = [f"Utilization review decision, page {number} of 4" for number in (1, 2, 4, 2)]
    at = on(language=language, opens="decision", decision=kept(*sheets))
    shown = text(at)
    assert say("leaf.missing_pages", pages="3") in shown and say("leaf.double_pages_one", pages="4") in shown
    found = hand(at)["handed"]
    assert found.missing_numbers == (3,) and found.doubles == 1
    at = press(press(at, "leaf.look"), "leaf.remove")
    assert hand(at)["handed"].doubles == 0
    assert say("leaf.double_pages_one", pages="4") not in text(at)
    at = answer(at, "confirm.complete", "yes")
    assert say("add.gaps") in text(press(at, "leaf.done"))


@pytest.mark.parametrize(("number", "seen"), [("SAMPLE-001", True), ("SAMPLE-002", False), (None, None)])
def test_the_claim_number_is_looked_for_in_the_decision(number, seen):
    case = FARM_WORKER.answers({"claim.number": number})
    page = "Utilization review decision about claim SAMPLE 001. The treatment is denied for these reasons."
    assert hand(on(case, decision=kept(page)))["handed"].claim_number_seen is seen


def test_a_photo_says_nothing_about_the_claim_number():
    at = add(on(), "decision", ("photo.jpg", letter_photo()))
    assert hand(at)["handed"].claim_number_seen is None


def test_a_page_that_cannot_be_read_is_replaced_where_it_stands_and_comes_back():
    at = add(on(), "decision", ("blurred.jpg", letter_photo(9)), ("sharp.jpg", letter_photo()))
    before = at.session_state["papers"][f"leaves.decision.{LETTER}"]
    at = press(answer(at, "readable", "no"), "leaf.replace")
    at = add(at, "decision", ("again.jpg", photo("red")))
    after = at.session_state["papers"][f"leaves.decision.{LETTER}"]
    assert len(after) == 2 and after[1] == before[1] and after[0] != before[0] and hand(at)["handed"].unreadable == 0
    assert load_words("en").say("leaf.replaced", page=1) in text(at)
    assert press(at, "undo.undo").session_state["papers"][f"leaves.decision.{LETTER}"] == before


@pytest.mark.parametrize("then", ["yes", "back"])
def test_a_page_that_can_be_read_after_all_leaves_the_way_to_add_more(then):
    at = add(on(), "decision", ("blurred.jpg", letter_photo(9)))
    at = press(answer(at, "readable", "no"), "leaf.replace")
    assert "leaf.more" not in keys(at)
    at = answer(at, "readable", "yes") if then == "yes" else press(press(at, "leaf.done"), "open.decision")
    assert "leaf.more" in keys(at) and ("leaf.replace" in keys(at)) == (then == "back")


@pytest.mark.parametrize("language", ENGLISH)
def test_photos_that_show_the_table_are_cropped_together_when_asked_and_whole_again(language):
    say = load_words(language).say
    at = add(on(language=language), "decision", *((f"{shade}.jpg", on_table(shade)) for shade in (40, 60)), ("sheet.jpg", photo("red")))
    assert say("leaf.tables", pages="1, 2") in text(at)
    assert not any(leaf.crop for leaf in at.session_state["papers"][f"leaves.decision.{LETTER}"]), "nothing is cut unasked"
    at = press(at, "leaf.crop_all")
    assert [bool(leaf.crop) for leaf in at.session_state["papers"][f"leaves.decision.{LETTER}"]] == [True, True, False]
    assert "leaf.crop_all" not in keys(at) and say("leaf.cropped") in text(at)
    at = press(at, "undo.undo")
    assert not any(leaf.crop for leaf in at.session_state["papers"][f"leaves.decision.{LETTER}"])


def on_table(shade: int) -> bytes:
    """A photo of a sheet that covers the half of it."""
    whole, out = Image.new("L", (900, 1200), shade), io.BytesIO()
    whole.paste(230, (150, 150, 750, 950))
    whole.save(out, "JPEG")
    return out.getvalue()


@pytest.mark.parametrize("language", SPANISH)
def test_fewer_pages_than_the_decision_says_is_told_until_they_are_there(language):
    words, at = load_words(language), on(language=language, opens="decision", decision=kept("one", "two"))
    at = type_count(at, "3")
    assert at.session_state["case"].letters[0].pages_said == "3" and hand(at)["handed"].pages_said == 3
    at = answer(at, "confirm.complete", "yes")
    assert words.say("add.short") in text(press(at, "leaf.done"))
    at = type_count(on(language=language, opens="decision", decision=kept("one", "two")), "two")
    assert words.say("errors.count_range", most=load_law().practice.uploads.pages) in text(at) and at.session_state["case"].letters[0].pages_said is None
    assert hand(type_count(type_count(at, "2"), ""))["handed"].pages_said is None


def type_count(at: AppTest, typed: str) -> AppTest:
    return at.text_input(key="q.letters.0.pages_said").set_value(typed).run()


def test_the_pages_stand_in_a_row_that_never_grows_long():
    at = on(opens="decision", decision=kept(*(f"sheet {number}" for number in range(30))))
    for page in (1, 16, 30):
        at = choose(at, "leaf.go", page) if page > 1 else at
        row = next(block.body for block in at.get("html") if "<ol" in block.body)
        numbers = [int(found) for found in re.findall(r">(\d+)</li>", row)]
        assert page in numbers and len(numbers) == 11 and numbers == list(range(numbers[0], numbers[0] + 11))
        assert re.findall(r'aria-current=true>.*?>(\d+)</li>', row) == [str(page)]


# Which papers, and for whom


@pytest.mark.parametrize("language", ENGLISH)
@pytest.mark.parametrize(("answers", "name"), [({"letters.0.urgent": "yes"}, "certification"), ({"letters.0.signer": "other"}, "designation")])
def test_a_paper_that_an_answer_calls_for_is_asked_for_and_left_out_when_the_answer_changes(answers, name, language):
    say = load_words(language).say
    assert say(f"add.{name}_help") not in text(on(language=language))
    at = on(FARM_WORKER.answers(answers), language)
    assert say(f"add.{name}_help") in text(at)
    called_for = on(FARM_WORKER.answers(answers), language, **{name: kept("signed")})
    assert told(hand(called_for)[name]) == ["signed"]
    left_out = on(FARM_WORKER, language, **{name: kept("signed")})
    assert hand(left_out)[name] == () and hand(left_out)["handed"] == hand(on(language=language))["handed"]


@pytest.mark.parametrize("language", SPANISH)
def test_each_record_that_is_there_has_its_own_pages_and_becomes_an_exhibit_with_an_english_name(language):
    at = on(TWO_TRACKS, language)
    box = next(one for one in at.selectbox if one.key.startswith("which"))
    assert len(box.options) == 2
    box.set_value(1)
    at = press(at.run(), "open.record.record-1")
    at = add(at, "record.record-1", ("rfa.pdf", paper("request")))
    [exhibit] = hand(at)["exhibits"]
    assert told(exhibit.files) == ["request"] and exhibit.record == TWO_TRACKS.records[0]
    english = load_words("en").choice("records.kind", "rfa")
    assert exhibit.title.startswith(english)
    asked = at.session_state["case"].answers({"records.0.state": "asked"})
    at.session_state["case"] = asked
    assert hand(at)["exhibits"] == () and healthy(at.run())


def test_fifty_records_stay_one_list_and_one_button():
    records = tuple(Record(id=f"record-{number}", kind="report", about=f"Part {number}", state="have") for number in range(50))
    at = on(FARM_WORKER.answers({"records": records}))
    assert healthy(at)
    assert len([key for key in keys(at) if (key or "").startswith("open.")]) == 1
    assert load_words("en").say("add.rest", count=51) in text(at)


def test_two_letters_have_papers_of_their_own_and_share_the_records():
    case = SECOND.answers({"records": (Record(id="record-1", kind="report", state="have"),)})
    at = on(case, form=kept("first form"))
    at.session_state["papers"] = {**at.session_state["papers"], "form.letter-2": (kept("second form"),), "record.record-1": (kept("report"),)}
    for letter, form in ((0, "first form"), (1, "second form")):
        found = hand(at, letter)
        assert told(found["form"]) == [form] and not found["handed"].same_form
        assert [told(one.files) for one in found["exhibits"]] == [["report"]]


def test_the_same_form_for_two_letters_is_seen():
    form = kept("one form")
    at = on(SECOND, form=form)
    at.session_state["papers"] = {**at.session_state["papers"], "form.letter-2": (form,)}
    assert all(hand(at, letter)["handed"].same_form for letter in (0, 1))


def test_every_page_of_every_file_is_sent_once_in_the_order_it_was_put():
    at = add(on(), "decision", ("a.pdf", paper("mark-1", "mark-2")), ("b.pdf", paper("mark-3")), ("c.pdf", paper("mark-4", "mark-5")))
    at = choose(at, "leaf.move_to", 5)
    found = told(hand(at)["decision"])
    assert [re.findall(r"mark-\d", page) for page in found] == [["mark-2"], ["mark-3"], ["mark-4"], ["mark-5"], ["mark-1"]]


@pytest.mark.parametrize("language", SPANISH)
def test_words_under_a_black_box_are_told_beside_the_paper_and_gone_with_the_page(language):
    words = load_words(language)
    hidden = check("x.pdf", drawn(b"BT /F 11 Tf 72 600 Td (The diagnosis is private) Tj ET 60 590 200 30 re f"), LIMITS)
    at = on(language=language, opens="doctor", doctor=hidden)
    told = words.say("leaf.covered_page", pages="1")
    assert told in text(at)
    assert words.say("add.covered") in text(press(at, "leaf.done"))
    assert words.say("add.cover") in text(on(language=language)), "beside the place for files"
    assert told not in text(on(language=language, opens="doctor", doctor=kept("One page")))


def test_a_page_with_words_under_a_black_box_becomes_a_photo_of_it_in_its_place_and_comes_back():
    words, hiding = load_words("en"), b"BT /F 11 Tf 72 600 Td (The diagnosis is private) Tj 0 -90 Td (In the open) Tj ET 60 590 200 30 re f"
    both = check("x.pdf", together(drawn(), drawn(hiding), drawn()), LIMITS)
    at = on(opens="doctor", doctor=both)
    (before,) = hand(at)["doctor"]
    at = press(at, "leaf.cover_all")
    assert words.say("leaf.covered_page", pages="2") not in text(at) and words.say("leaf.uncovered") in text(at)
    (after,) = hand(at)["doctor"]
    with Pages(before) as old, Pages(after) as new:
        assert "private" in old.text(1) and [new.text(page) for page in range(len(new))] == [old.text(0), "", old.text(2)]
        assert new.image(1, 1.0).size == old.image(1, 1.0).size
        assert ImageStat.Stat(ImageChops.difference(old.image(1, 1.0, grey=True), new.image(1, 1.0, grey=True))).mean[0] < 0.5
    assert hand(press(at, "undo.undo"))["doctor"] == (before,)
