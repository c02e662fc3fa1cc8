"""Papers that travel in the save file: they come back as they were however often, and are trusted as little as new ones."""

import io
import json
import time
from base64 import b64encode
from dataclasses import replace

import pypdfium2
import pytest
from PIL import Image, ImageChops

from pages.parts import piles
from qme_guide import leaves, papers, recheck, travel
from qme_guide.case import Case
from qme_guide.leaves import Leaf
from qme_guide.papers import Upload
from qme_guide.savefile import Kept, SaveFileError, dump, read
from tests import hostile
from tests.any_case import LIMITS, uploads
from tests.personas import TWO_TRACKS

LETTER = TWO_TRACKS.letters[0].id
SECRET = hostile.SECRET


def checked(data: bytes) -> Upload:
    found = papers.check("", data, LIMITS.paper)
    assert isinstance(found, Upload)
    return found


def kept(*files: Upload, paper: str = f"form.{LETTER}") -> Kept:
    return Kept(paper, files, tuple(leaf for one in files for leaf in leaves.leaves(one)))


def trip(*papers_: Kept, case: Case = TWO_TRACKS) -> tuple[Kept, ...]:
    return read(dump(case, papers=papers_), LIMITS).papers


def pictures(pdf: bytes) -> list[Image.Image]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=0.5).to_pil() for page in document]


def changed(change, paper: Kept | None = None) -> str | None:
    """The word for a file with one paper, in which something was changed; None when it opens."""
    file = json.loads(dump(TWO_TRACKS, papers=[paper or kept(checked(hostile.numbered(3)))]))
    change(file["papers"][0])
    try:
        read(json.dumps(file).encode(), LIMITS)
    except SaveFileError as error:
        assert error.__context__ is None and error.__cause__ is None
        return error.key
    return None


AS_THEY_COME = {
    "three pages": hostile.numbered(3),
    "a lying page": hostile.numbered(1, (0, 0, 792, 612)),
    "a very large page": hostile.numbered(1, (0, 0, 2000, 3000)),
    "a very small page": hostile.numbered(1, (0, 0, 100, 60)),
    "a page that does not begin at 0": hostile.numbered(1, (-300, -200, 312, 592)),
    "a form filled in": hostile.form("Sample Worker"),
    "a switched off layer": hostile.layered("/OFF [9 0 R]"),
    "a photo": hostile.photo(),
    "a lying photo": hostile.photo(size=(800, 300)),
    "a photo held sideways": hostile.photo(orientation=6),
}


@pytest.mark.parametrize("name", AS_THEY_COME)
def test_no_round_trip_makes_a_page_smaller_or_its_drawing_deeper(name):
    first = kept(checked(AS_THEY_COME[name]))
    found, weights = (first,), []
    for _ in range(3):
        found = trip(*found)
        weights.append(len(found[0].files[0].data))
    (last,) = found
    assert (last.paper, last.order) == (first.paper, first.order)
    assert [replace(one, data=b"") for one in last.files] == [replace(one, data=b"") for one in first.files]
    assert len(set(weights)) == 1, "the file of the paper grows with each round trip"
    before, after = pictures(first.files[0].data), pictures(last.files[0].data)
    assert [one.size for one in before] == [one.size for one in after]
    assert all(ImageChops.difference(one, other).getbbox() is None for one, other in zip(before, after, strict=True))


def test_a_photo_can_still_be_cut_and_turned_after_a_round_trip():
    photo = checked(hostile.table_photo())
    order = (Leaf(photo.id, 0, 1, (0.1, 0.1, 0.8, 0.9)),)
    (found,) = trip(Kept(f"form.{LETTER}", (photo,), order))
    assert found.order == order
    assert leaves.crop_to_page(found.files[0], leaves.leaves(photo)[0]) == leaves.crop_to_page(photo, leaves.leaves(photo)[0])
    assert pictures(leaves.sheets(found.order, {photo.id: found.files[0]})) == pictures(leaves.sheets(order, {photo.id: photo}))


def test_the_order_the_turns_and_the_pages_that_were_taken_out_come_back():
    paper = checked(hostile.numbered(4))
    order = (Leaf(paper.id, 2, 3), Leaf(paper.id, 0))
    assert trip(Kept("record.record-1", (paper,), order)) == (Kept("record.record-1", trip(Kept("record.record-1", (paper,), order))[0].files, order),)


def test_a_file_without_papers_says_nothing_of_papers():
    assert b"papers" not in dump(TWO_TRACKS) and read(dump(TWO_TRACKS), LIMITS).papers == ()


def test_a_paper_of_a_letter_that_is_gone_does_not_travel():
    assert b"papers" not in dump(Case(), papers=[kept(checked(hostile.numbered(1)))])
    file = json.loads(dump(TWO_TRACKS, papers=[kept(checked(hostile.numbered(1)))]))
    del file["case"]["letters"]
    assert read(json.dumps(file).encode(), LIMITS).papers == ()


@pytest.mark.parametrize("name", ["made.letter-1", "leaves.form", "looks.letter-1", "letter-1", "form", "form.letter-9", ""])
def test_what_a_visit_keeps_beside_the_papers_does_not_travel_and_the_file_still_opens(name):
    paper = checked(hostile.numbered(1))
    file = dump(TWO_TRACKS, papers=[kept(paper, paper=name), kept(paper)])
    assert [one.paper for one in read(file, LIMITS).papers] == [f"form.{LETTER}"]


def test_a_page_that_is_sent_twice_stays_twice():
    paper = checked(hostile.numbered(2))
    order = (Leaf(paper.id, 1), Leaf(paper.id, 0), Leaf(paper.id, 1, 2))
    assert trip(Kept(f"form.{LETTER}", (paper,), order))[0].order == order


def test_the_kinds_of_papers_are_those_that_a_visit_keeps():
    words = {piles.FORM, piles.FORM37, piles.DECISION, piles.CERTIFICATION, piles.DESIGNATION, piles.DOCTOR, piles.RECORD.rstrip(".")}
    assert set(travel.KINDS) == words


HOSTILE = {
    **{f"a PDF that {name}": data for name, data in hostile.BROKEN.items()},
    **{f"no paper: {name}": data for name, data in hostile.OTHERS.items()},
    "a locked PDF": hostile.locked("secret"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_paper_that_we_would_not_take_from_a_phone_is_not_taken_from_a_file(name):
    def other(paper: dict) -> None:
        paper["files"][0]["data"] = b64encode(HOSTILE[name]).decode()

    assert changed(other) == "save_changed"


@pytest.mark.parametrize("name", hostile.ACTIONS)
def test_what_a_paper_could_do_is_gone_when_it_comes_from_a_file(name):
    data = hostile.ACTIONS[name]
    upload = Upload("a" * 64, "pdf", data, 1, len(data))
    try:
        (found,) = trip(kept(upload))
    except SaveFileError as error:
        assert error.key == "save_changed"
        return
    assert not any(sign in found.files[0].data for sign in (b"/JavaScript", b"/Launch", b"/OpenAction", b"/AA", b"/EmbeddedFile", b"/URI", SECRET.encode()))


def test_a_sheet_laid_as_ours_that_draws_with_actions_loses_them():
    """The quick way of checking copies what is drawn, and nothing else."""
    sheet = checked(hostile.numbered(1)).data
    for harm in (b"/OpenAction << /S /JavaScript /JS (app.alert(1)) >>", b"/Names << /EmbeddedFiles << >> >>", b"/AA << >> "):
        infected = sheet.replace(b"/Type /Catalog", b"/Type /Catalog " + harm, 1)
        again = recheck.again(Upload("a" * 64, "pdf", infected, 1, 1), LIMITS.paper)
        assert harm not in again.data and b"/JavaScript" not in again.data
    assert b"/Catalog" in sheet


@pytest.mark.parametrize("place", [b"/Subtype /Form", b"/Type /Page\n"])
def test_nothing_can_hide_beside_the_drawing_of_a_sheet(place):
    sheet = checked(hostile.numbered(1)).data
    infected = sheet.replace(place, place + b" /Hidden (" + SECRET.encode() + b") ", 1)
    assert infected != sheet
    assert SECRET.encode() not in recheck.again(Upload("a" * 64, "pdf", infected, 1, 1), LIMITS.paper).data


@pytest.mark.slow
@pytest.mark.parametrize("name", hostile.BOMBS)
def test_a_bomb_in_a_file_is_refused_soon(name):
    def other(paper: dict) -> None:
        paper["files"][0] |= {"data": b64encode(hostile.BOMBS[name]()).decode(), "pages": 1}

    began = time.monotonic()
    assert changed(other) in ("save_changed", "save_too_big", None)
    assert time.monotonic() - began < 10


def _files(**told: object):
    return lambda paper: paper["files"][0].update(told)


def _order(**told: object):
    return lambda paper: paper["order"][0].update(told)


WRONG = {
    "a page that is not there": _order(page=3),
    "a page below 0": _order(page=-1),
    "a page that is true": _order(page=True),
    "half a page": _order(page=0.5),
    "a turn too many": _order(turn=4),
    "a turn back": _order(turn=-1),
    "a file that is not there": _order(file="b" * 64),
    "a cut of a page that is no photo": _order(crop=[0.1, 0.1, 0.9, 0.9]),
    "no pages": lambda paper: paper.update(order=[]),
    "no files": lambda paper: paper.update(files=[]),
    "a file twice": lambda paper: paper["files"].append(paper["files"][0]),
    "a kind that there is not": lambda paper: paper.update(paper="leaves.letter-1"),
    "a name with a path": lambda paper: paper.update(paper="form.../letter-1"),
    "more than a paper has": lambda paper: paper.update(extra=SECRET),
    "an id that is a path": _files(id="../" * 21 + "a"),
    "a photo that is none": _files(kind="image"),
    "more pages than there are": _files(pages=7),
    "fewer pages than there are": lambda paper: (paper["files"][0].update(pages=1), paper.update(order=paper["order"][:1])),
    "no pages in a file": _files(pages=0),
    "a size below 0": _files(size=-1),
    "a size as a word": _files(size="9"),
    "data that is no base64": _files(data="%%%"),
    "data in a list": _files(data=[1, 2]),
    "no data": _files(data=""),
    "data that is null": _files(data=None),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_paper_that_is_not_as_we_wrote_it_is_refused(name):
    assert changed(WRONG[name]) == "save_changed"


@pytest.mark.parametrize("crop", [[0.5, 0.1, 0.5, 0.9], [0.9, 0.1, 0.1, 0.9], [-0.1, 0, 1, 1], [0, 0, 1, 1.1], [0, 0, 1], [0, 0, 1, True], [0, 0, 1, "1"], "all"])
def test_a_cut_that_leaves_nothing_or_is_none_is_refused(crop):
    assert changed(_order(crop=crop), kept(checked(hostile.photo()))) == "save_changed"


def test_the_same_paper_twice_is_refused():
    file = json.loads(dump(TWO_TRACKS, papers=[kept(checked(hostile.numbered(1)))]))
    file["papers"] *= 2
    with pytest.raises(SaveFileError, match="save_changed"):
        read(json.dumps(file).encode(), LIMITS)


def test_a_photo_larger_than_we_take_one_is_refused():
    image = io.BytesIO()
    Image.new("L", (3000, 3000)).save(image, "PDF")
    sheet = checked(image.getvalue())
    small = replace(LIMITS, paper=replace(LIMITS.paper, megapixels=8))
    claim = dump(TWO_TRACKS, papers=[kept(replace(sheet, kind="image"))])
    assert read(claim, LIMITS).papers
    with pytest.raises(SaveFileError, match="save_changed"):
        read(claim, small)


@pytest.mark.parametrize("bulk", [b"[[],[],[{}]],", b'"",', b" "], ids=repr)
def test_only_papers_may_make_a_file_large_and_fifty_megabytes_are_refused_at_once(bulk):
    began = time.monotonic()
    for size in (LIMITS.answers + 1_000_000, 50_000_000):
        with pytest.raises(SaveFileError, match="save_too_big"):
            read(b'{"format": "qme-guide", "version": 1, "case": {"letters": [' + bulk * (size // len(bulk)), LIMITS)
    assert time.monotonic() - began < 2


def test_fifty_megabytes_of_packed_paper_are_refused_at_once_too():
    with pytest.raises(SaveFileError, match="save_too_big"):
        read(b'{"format": "qme-guide", "papers": "' + b"A" * 50_000_000 + b'"}', LIMITS)


def test_papers_of_more_pages_than_a_visit_holds_are_refused():
    few = replace(LIMITS, all_pages=2)
    with pytest.raises(SaveFileError, match="save_changed"):
        read(dump(TWO_TRACKS, papers=[kept(checked(hostile.numbered(3)))]), few)
    assert read(dump(TWO_TRACKS, papers=[kept(checked(hostile.numbered(2)))]), few).papers


def test_files_that_no_page_comes_from_cannot_keep_us_busy():
    def many(paper):
        paper["files"] = [{**paper["files"][0], "id": f"{number:064x}"} for number in range(LIMITS.all_pages + 1)]
        paper["order"][0]["file"] = paper["files"][0]["id"]

    def long(paper):
        paper["files"] = [{**paper["files"][0], "id": f"{number:064x}", "pages": LIMITS.paper.pages} for number in range(LIMITS.all_pages // 4)]
        paper["order"][0]["file"] = paper["files"][0]["id"]

    for change in (many, long):
        before = time.process_time()
        assert changed(change, kept(checked(hostile.numbered(1)))) == "save_changed"
        assert time.process_time() - before < 1


def test_pages_that_were_taken_out_do_not_count_as_pages_of_a_visit():
    few = replace(LIMITS, all_pages=2)
    paper = checked(hostile.numbered(3))
    found = read(dump(TWO_TRACKS, papers=[Kept(f"form.{LETTER}", (paper,), (Leaf(paper.id, 0), Leaf(paper.id, 2)))]), few)
    assert [leaf.page for leaf in found.papers[0].order] == [0, 2]


def test_a_file_with_many_papers_opens_although_answers_alone_may_not_weigh_so_much():
    little, noisy = replace(LIMITS, answers=100_000), checked(_noise())
    file = dump(TWO_TRACKS, papers=[kept(noisy), kept(noisy, paper="record.record-1")])
    assert len(file) > little.answers
    assert [one.paper for one in read(file, little).papers] == [f"form.{LETTER}", "record.record-1"]


def _noise() -> bytes:
    out = io.BytesIO()
    Image.effect_noise((600, 500), 120).convert("RGB").save(out, "JPEG", quality=95)
    return out.getvalue()


def test_the_strategy_of_papers_has_sheets_and_photos():
    assert {one.kind for one in uploads()} == {"pdf", "image"}
