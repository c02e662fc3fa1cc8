"""The leaves of a paper: put in order, turned, cut to the page, and every one of them in the new PDF once and whole."""

import io
import time

import pypdfium2
import pytest
from PIL import Image
from pypdf import PdfReader

from qme_guide import leaves
from qme_guide.leaves import QUARTERS, Leaf, crop_to_page, moved, sheets, turned, without
from qme_guide.papers import Limits, Upload, check
from tests import hostile
from tests.hostile import SECRET, paper, table_photo

LIMITS = Limits(megabytes=100, pages=400, megapixels=64, unpacked_megabytes=100)
SHEET, LYING = (612, 792), (792, 612)


def upload(data: bytes) -> Upload:
    found = check("paper", data, LIMITS)
    assert isinstance(found, Upload), found
    return found


def held(*uploads: Upload) -> dict[str, Upload]:
    return {one.id: one for one in uploads}


def words(pdf: bytes) -> list[str]:
    return [page.get_textpage().get_text_bounded().strip() for page in pypdfium2.PdfDocument(pdf)]


def sizes(pdf: bytes) -> list[tuple[int, int]]:
    return [(round(page.mediabox.width), round(page.mediabox.height)) for page in PdfReader(io.BytesIO(pdf)).pages]


def picture(pdf: bytes, page: int = 0) -> Image.Image:
    return pypdfium2.PdfDocument(pdf)[page].render(scale=0.5).to_pil().convert("L")


def corner(pdf: bytes) -> str:
    """Which corner of the first page holds the dark bar."""
    seen = picture(pdf)
    middle_x, middle_y = seen.width // 2, seen.height // 2
    quarters = {
        "top left": (0, 0, middle_x, middle_y), "top right": (middle_x, 0, seen.width, middle_y),
        "bottom left": (0, middle_y, middle_x, seen.height), "bottom right": (middle_x, middle_y, seen.width, seen.height),
    }  # fmt: skip
    return min(quarters, key=lambda name: sum(seen.crop(quarters[name]).tobytes()))


def test_an_upload_has_a_leaf_for_each_page_as_it_came():
    found = upload(hostile.numbered(3))
    assert leaves.leaves(found) == (Leaf(found.id, 0), Leaf(found.id, 1), Leaf(found.id, 2))


def test_leaves_move_and_go_and_the_old_order_is_still_there():
    before = tuple(Leaf("a", page) for page in range(4))
    assert [leaf.page for leaf in moved(before, 0, 2)] == [1, 2, 0, 3]
    assert [leaf.page for leaf in moved(before, 3, 0)] == [3, 0, 1, 2]
    assert [leaf.page for leaf in moved(before, 1, 1)] == [0, 1, 2, 3]
    assert [leaf.page for leaf in without(before, 1)] == [0, 2, 3]
    assert [leaf.page for leaf in before] == [0, 1, 2, 3]


def test_a_leaf_turned_all_the_way_is_as_it_was():
    leaf, seen = Leaf("a", 0), []
    for _ in range(QUARTERS):
        leaf = turned(leaf)
        seen.append(leaf.turn)
    assert QUARTERS == 4 and seen == [1, 2, 3, 0]


def test_every_chosen_page_of_every_file_comes_once_in_the_chosen_order():
    first, second = upload(hostile.numbered(5)), upload(paper(b"BT /F 24 Tf 72 500 Td (another paper) Tj ET"))
    order = [Leaf(first.id, 4), Leaf(second.id, 0), Leaf(first.id, 0), Leaf(first.id, 2)]
    made = sheets(order, held(first, second))
    assert words(made) == ["sheet 5 of the original", "another paper", "sheet 1 of the original", "sheet 3 of the original"]
    assert made == sheets(order, held(second, first)), "the same leaves give the same bytes"


def test_a_page_may_be_there_twice_and_none_may_be_left():
    found = upload(hostile.numbered(2))
    assert words(sheets([Leaf(found.id, 1), Leaf(found.id, 1)], held(found))) == ["sheet 2 of the original"] * 2
    with pytest.raises(KeyError):
        sheets([Leaf("gone", 0)], held(found))
    with pytest.raises(IndexError):
        sheets([Leaf(found.id, 2)], held(found))


def test_an_untouched_page_looks_exactly_as_the_upload_does():
    for data in (paper(), hostile.photo(), hostile.numbered(1, (0, 0, 792, 612)), hostile.form("/FT /Tx /V (typed)")):
        found = upload(data)
        made = sheets(leaves.leaves(found), held(found))
        assert sizes(made) == sizes(found.data)
        assert picture(made).tobytes() == picture(found.data).tobytes()


@pytest.mark.parametrize("turn, place, sheet", [(0, "top left", SHEET), (1, "top right", LYING), (2, "bottom right", SHEET), (3, "bottom left", LYING)])
@pytest.mark.parametrize("kind", ["photo", "pdf"])
def test_a_page_turns_clockwise_and_stays_whole(kind, turn, place, sheet):
    data = hostile.photo() if kind == "photo" else paper(hostile.WORDS + b" 20 740 280 40 re f")
    found = upload(data)
    made = sheets([Leaf(found.id, 0, turn)], held(found))
    assert (corner(made), sizes(made)) == (place, [sheet])
    assert kind == "photo" or words(made) == [hostile.REFUSED]


@pytest.mark.parametrize("orientation", [3, 6, 8])
def test_a_photo_stored_sideways_lies_right_before_anybody_turns_it(orientation):
    for kind in ("JPEG", "HEIF"):
        found = upload(hostile.photo(kind, orientation=orientation))
        assert corner(sheets(leaves.leaves(found), held(found))) == "top left"


def test_words_and_drawings_stay_words_and_drawings():
    found = upload(paper())
    made = sheets([turned(Leaf(found.id, 0))], held(found))
    assert b"/Image" not in made and words(made) == [hostile.REFUSED]


def test_a_layer_that_is_switched_off_stays_off():
    found = upload(hostile.layered("/OFF [10 0 R]"))
    assert min(picture(sheets([Leaf(found.id, 0)], held(found))).tobytes()) > 200


@pytest.mark.parametrize("name", hostile.ACTIONS)
def test_an_arranged_page_can_do_nothing(name):
    found = upload(hostile.ACTIONS[name])
    assert SECRET.encode() not in sheets(leaves.leaves(found), held(found))


def test_the_paper_is_found_on_a_dark_table():
    found = upload(table_photo(paper_at=(0.2, 0.15, 0.8, 0.9)))
    left, bottom, right, top = crop_to_page(found, Leaf(found.id, 0))
    assert left == pytest.approx(0.2, abs=0.02) and right == pytest.approx(0.8, abs=0.02)
    assert bottom == pytest.approx(0.1, abs=0.02) and top == pytest.approx(0.85, abs=0.02)
    assert left <= 0.2 and right >= 0.8 and bottom <= 0.1 and top >= 0.85, "nothing of the paper is lost"


@pytest.mark.parametrize(
    "scene",
    [
        {"table": 235},
        {"paper": 120},
        {"paper_at": (0.0, 0.0, 1.0, 1.0)},
        {"paper_at": (0.4, 0.4, 0.6, 0.6)},
        {"more": ((0.0, 0.0, 0.15, 1.0),)},
        {"paper_at": (0.0, 0.0, 0.3, 0.3)},
        {"turned": 30},
    ],
    ids=["a light table", "little light", "no table", "a small slip", "another paper beside", "in a corner", "far from straight"],
)
def test_what_is_not_clear_is_left_alone(scene):
    found = upload(table_photo(**scene))
    assert crop_to_page(found, Leaf(found.id, 0)) is None


@pytest.mark.parametrize("scene", [{"turned": 3}, {"light": 0.6}, {"paper_at": (0.0, 0.1, 0.9, 1.0)}])
def test_a_paper_a_little_askew_in_uneven_light_or_at_an_edge_is_found(scene):
    found = upload(table_photo(**scene))
    assert crop_to_page(found, Leaf(found.id, 0)) is not None


def test_only_a_photo_is_cut_to_its_page():
    found = upload(paper())
    assert crop_to_page(found, Leaf(found.id, 0)) is None


@pytest.mark.parametrize("turn", range(QUARTERS))
def test_what_is_cut_off_is_gone_from_the_new_file(turn):
    found = upload(table_photo(paper_at=(0.2, 0.15, 0.8, 0.9), paper=255))
    leaf = Leaf(found.id, 0, turn, crop_to_page(found, Leaf(found.id, 0)))
    made = sheets([leaf], held(found))
    assert len(made) < len(found.data)
    [image] = [thing.get_object() for thing in objects(made) if thing.get("/Subtype") == "/Image"]
    assert image["/Width"] / 1650 == pytest.approx(0.62, abs=0.03) and image["/Height"] / 2200 == pytest.approx(0.77, abs=0.03)
    assert sizes(made) == [LYING if turn % 2 else SHEET]
    assert corner(made) == ("top left", "top right", "bottom right", "bottom left")[turn]


def objects(pdf: bytes) -> list:
    reader = PdfReader(io.BytesIO(pdf))
    found = [reader.get_object(number) for number in range(1, int(reader.trailer["/Size"]))]
    return [thing for thing in found if hasattr(thing, "get")]


def test_ten_times_the_pages_take_about_ten_times_as_long():
    def seconds(pages: int) -> float:
        found, taken = upload(hostile.numbered(pages)), []
        order = tuple(map(turned, leaves.leaves(found)))
        for _ in range(3):
            before = time.process_time()
            sheets(order, held(found))
            taken.append(time.process_time() - before)
        return min(taken)

    assert seconds(200) < 18 * seconds(20)
