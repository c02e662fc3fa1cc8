"""Papers as they really come, through the page: of any kind, too many, of another claim, of a letter that is taken away."""

import io
from dataclasses import replace

import pillow_heif
import pytest
from PIL import Image
from pypdf import PdfReader

from qme_guide import leaves
from qme_guide.law import load_law
from qme_guide.papers import check
from qme_guide.words import load_words
from tests.browser.journey import paper
from tests.hostile import ACTIONS, ORIENTATION, SECRET, letter_photo, locked, numbered
from tests.marks import photo, read, secrets_in
from tests.personas import FARM_WORKER, TODAY
from tests.sweeps import ENGLISH, SPANISH
from tests.test_leafing_page import LETTER, SECOND, add, kept, on, order, press
from tests.test_making_page import TOLD, files
from tests.test_making_page import on as step
from tests.test_pages import healthy, text

LAW = load_law()


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", TODAY.isoformat())


def limited(monkeypatch, **most: int) -> None:
    """From here on the guide takes no more than this."""
    uploads = LAW.practice.uploads.model_copy(update=most)
    law = replace(LAW, practice=LAW.practice.model_copy(update={"uploads": uploads}))
    monkeypatch.setattr("pages.parts.session.law", lambda: law)


def decision(at) -> leaves.Leaves:
    """The pages of the decision, as they came."""
    return leaves.leaves(at.session_state["papers"][f"decision.{LETTER}"][0])


def iphone(number: int) -> bytes:
    """A photo of a page as an iPhone keeps it, lying on its side."""
    image, out, exif = Image.open(io.BytesIO(photo(number, (612, 792), 1, 0))), io.BytesIO(), Image.Exif()
    exif[ORIENTATION] = 6
    pillow_heif.from_pillow(image.transpose(Image.Transpose.ROTATE_90)).save(out, exif=exif.tobytes(), quality=90)
    return out.getvalue()


@pytest.mark.parametrize("language", ENGLISH)
def test_files_of_every_kind_chosen_at_once_each_come_in_or_get_their_word(language):
    say, acts = load_words(language).say, ACTIONS["a script in a field"]
    given = (
        ("IMG_0001.HEIC", iphone(11)),
        ("scan", photo(12, (612, 792), 1, 0, "PNG")),
        ("sideways.jpg", photo(13, (612, 792), 6, 0)),
        ("head down.jpg", photo(14, (612, 792), 3, 0)),
        ("form.pdf", acts),
        ("secret.pdf", locked("password")),
        ("letter.docx", b"PK\3\4 not a page"),
        ("torn.jpg", photo(15, (612, 792), 1, 0)[:400]),
        ("nothing.pdf", b""),
    )
    at = add(on(language=language), "decision", *given)
    kept_files = at.session_state["papers"][f"decision.{LETTER}"]
    assert [number for one in kept_files for number in read(one.data)] == [11, 12, 13, 14, None]
    assert not any(secrets_in(one.data) for one in kept_files)
    shown = text(at)
    for name, problem in (("secret.pdf", "locked"), ("letter.docx", "not_pdf"), ("torn.jpg", "broken"), ("nothing.pdf", "empty")):
        assert name in shown and say(f"errors.upload_{problem}") in shown
    assert healthy(at) and SECRET not in shown


def test_a_decision_of_another_claim_without_a_page_and_with_one_twice_is_told_before_it_is_sent():
    words, number = load_words("en"), "This decision is about claim OTHER-777 and its reasons are on these pages."
    pages = [f"{number} Page {page} of 4" for page in (1, 3, 3, 4)]
    at = add(on(TOLD), "decision", ("decision.pdf", paper(*pages)))
    assert words.say("leaf.missing_pages", pages=2) in text(at) and words.say("leaf.double_pages_one", pages=3) in text(at)
    at.session_state["place.imr"] = "check"
    shown = text(at.run())
    assert words.say("light.complete_gaps_fix", missing="2") in shown
    assert words.say("light.claim_number_red", number="SAMPLE-001") in shown


@pytest.mark.parametrize("language", SPANISH)
def test_all_papers_together_have_a_limit_of_pages_and_what_is_there_stays(language, monkeypatch):
    say = load_words(language).say
    at = press(on(language=language, opens="decision", form=kept("one", "two"), decision=kept("three")), "leaf.more")
    limited(monkeypatch, all_pages=4)
    at = add(at, "decision", ("four.pdf", paper("four")), ("five.pdf", paper("five")))
    assert say("errors.upload_all_too_many_pages", pages=5, limit=4) in text(at) and "five.pdf" in text(at)
    assert order(at) == ["three", "four"]
    at = press(at, "leaf.remove")
    at = add(press(at, "leaf.more"), "decision", ("five.pdf", paper("five")))
    assert order(at)[-1] == "five"


@pytest.mark.parametrize("language", ENGLISH)
def test_all_papers_together_have_a_limit_of_megabytes_and_what_is_there_stays(language, monkeypatch):
    large = letter_photo()
    half = check("x", large, LAW.practice.uploads)
    assert 1_000_000 < len(half.data) < 2_000_000, "one fits, two do not"
    limited(monkeypatch, all_megabytes=2)
    at = add(on(language=language, form=half), "decision", ("b.jpg", letter_photo(blur=0.1)), ("c.pdf", paper("small")))
    assert load_words(language).say("errors.upload_all_too_big", limit="2 MB") in text(at)
    assert order(at) == ["small"]


def test_the_limits_of_all_papers_leave_room_for_one_large_file_of_each_kind():
    limits = LAW.practice.uploads
    assert limits.all_megabytes >= 2 * limits.megabytes and limits.all_pages >= 2 * limits.pages


def test_a_paper_added_twice_to_different_places_counts_twice(monkeypatch):
    limited(monkeypatch, all_pages=3)
    at = add(on(SECOND, form=kept("one", "two")), "decision", ("again.pdf", paper("one", "two")))
    assert load_words("en").say("errors.upload_all_too_many_pages", pages=4, limit=3) in text(at)


def test_no_page_is_put_together_before_a_file_is_made(monkeypatch):
    at = step("get")
    one, two = decision(at)
    at.session_state["papers"] = at.session_state["papers"] | {f"leaves.decision.{LETTER}": (two, one)}
    made = []
    really = leaves.sheets
    monkeypatch.setattr(leaves, "sheets", lambda *given: made.append(1) or really(*given))
    at = at.run()
    assert healthy(at) and not made
    at = press(at, f"make.packet.{LETTER}")
    assert made == [1]
    told = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(files(at)["packet"])).pages)
    assert told.index("SECOND") < told.index("FIRST")


def test_a_page_that_is_moved_or_turned_makes_the_packet_stale():
    for change in (lambda one, two: (two, one), lambda one, two: (one, leaves.turned(two)), lambda one, two: (one,)):
        at = press(step("get"), f"make.packet.{LETTER}")
        assert "packet" in files(at)
        at.session_state["papers"] = at.session_state["papers"] | {f"leaves.decision.{LETTER}": change(*decision(at))}
        at = at.run()
        assert healthy(at) and not files(at)


def test_a_page_that_is_removed_stays_in_no_file_that_was_made_of_it():
    at = press(press(step("get"), f"make.packet.{LETTER}"), f"make.copy.{LETTER}")
    at.session_state["papers"] = at.session_state["papers"] | {"made.packet.letter-2": at.session_state["papers"][f"made.copy.{LETTER}"]}
    assert set(files(at)) == {"packet", "copy"}
    at.session_state[f"place.leafing.{LETTER}"] = "decision"
    at.session_state["place.imr"] = "add"
    at = press(at.run(), "leaf.remove")
    assert order(at) == ["SECOND"]
    assert [name for name in at.session_state["papers"] if name.startswith("made.")] == ["made.packet.letter-2"]


@pytest.mark.slow
def test_three_hundred_pages_have_a_place_each_and_more_than_the_limit_get_a_kind_word():
    at = add(on(TOLD), "decision", ("300", numbered(300)))
    assert load_words("en").say("leaf.place", page=1, pages=300) in text(at) and healthy(at)
    at = add(on(FARM_WORKER), "decision", ("many", numbered(LAW.practice.uploads.pages + 1)))
    problem = load_words("en").say("errors.upload_too_many_pages", pages=LAW.practice.uploads.pages + 1, limit=LAW.practice.uploads.pages)
    assert problem in text(at)
