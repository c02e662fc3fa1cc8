"""The packet: every paper in its order, whole and upright, numbered and named on every sheet, with nothing else in it."""

import io

import pytest
from PIL import Image
from pypdf import PdfReader

from qme_guide.documents.document import Document, Paragraph
from qme_guide.packet import PacketError, Part, Stamp, build, paginate
from qme_guide.render import pdf
from tests import hostile
from tests.hostile import REFUSED, SECRET, paper
from tests.test_papers import ACTING, LYING, SHEET, accepted, darkness, everything, picture, sizes, words

STAMP = Stamp("Claim SAMPLE-001", "Page {page} of {pages}", "Request for review", "en")
STRIP = 36 / 792


def part(title: str, count: int = 1, **changes: object) -> Part:
    return Part(title, paper(count=count, **changes))


def outline(data: bytes) -> list[tuple[str, int]]:
    reader = PdfReader(io.BytesIO(data))
    return [(item.title, reader.get_destination_page_number(item)) for item in reader.outline]


def test_contents_say_where_each_part_begins_and_how_long_it_is():
    parts = [part("Cover"), part("Form", 2), part("Decision", 5), part("Note")]
    assert paginate(parts) == (("Cover", 1, 1), ("Form", 2, 2), ("Decision", 4, 5), ("Note", 9, 1))
    assert paginate([]) == ()


def test_parts_come_in_order_with_a_bookmark_each():
    packet = build([Part("First", hostile.numbered(2)), part("Second"), Part("Third", hostile.numbered(3))], STAMP)
    sheets = [words(packet, at) for at in range(6)]
    assert ["sheet 1" in sheets[0], "sheet 2" in sheets[1], REFUSED in sheets[2]] == [True] * 3
    assert [f"sheet {n} of" in sheets[n + 2] for n in (1, 2, 3)] == [True] * 3
    assert outline(packet) == [("First", 0), ("Second", 2), ("Third", 3)]
    assert [(title, first - 1) for title, first, _ in paginate([Part("First", hostile.numbered(2)), part("Second")])] == outline(packet)[:2]


def test_every_sheet_names_the_claim_and_its_number_after_its_own_words():
    packet = build([part("One", 3)], STAMP)
    for at in range(3):
        text = words(packet, at)
        assert text.index(REFUSED) < text.index("Claim SAMPLE-001") < text.index(f"Page {at + 1} of 3")
        assert "Claim SAMPLE-001" in PdfReader(io.BytesIO(packet)).pages[at].extract_text()


def test_the_numbers_speak_the_language_of_the_packet():
    packet = build([part("Uno", 2)], Stamp("Reclamo SAMPLE-001", "Página {page} de {pages}", "Solicitud de revisión", "es"))
    assert "Página 2 de 2" in words(packet, 1)
    reader = PdfReader(io.BytesIO(packet))
    assert reader.root_object["/Lang"] == "es" and reader.metadata.title == "Solicitud de revisión"


BOXES = {
    "letter": ((0, 0, 612, 792), "", SHEET),
    "lying": ((0, 0, 792, 612), "", LYING),
    "turned": ((0, 0, 612, 792), "/Rotate 90", LYING),
    "on its head": ((0, 0, 612, 792), "/Rotate 180", SHEET),
    "A4": ((0, 0, 595, 842), "", SHEET),
    "legal": ((0, 0, 612, 1008), "", SHEET),
    "huge": ((0, 0, 6120, 7920), "", SHEET),
    "tiny": ((0, 0, 61, 79), "", SHEET),
    "off the corner": ((-300, 500, 312, 1292), "", SHEET),
}


def framed(box: tuple[int, ...], page: str) -> bytes:
    """A page with a black frame at its very edge."""
    left, bottom, right, top = box
    thick = (right - left) / 100
    frame = f"{thick} w {left + thick / 2} {bottom + thick / 2} {right - left - thick} {top - bottom - thick} re S"
    return paper(frame.encode(), box=box, page=page)


def dark_lines(seen: Image.Image) -> tuple[list[float], list[float]]:
    """Where the middle of a picture is crossed by dark rows and columns, as parts of its height and width."""
    rows = [darkness(seen, 0.3, at / seen.height, 0.7, (at + 1) / seen.height) for at in range(seen.height)]
    columns = [darkness(seen, at / seen.width, 0.3, (at + 1) / seen.width, 0.7) for at in range(seen.width)]
    return [at / len(rows) for at, dark in enumerate(rows) if dark > 0.5], [at / len(columns) for at, dark in enumerate(columns) if dark > 0.5]


@pytest.mark.parametrize("checked", [False, True])
def test_every_page_comes_whole_above_the_strip(checked):
    sources = {name: framed(box, page) for name, (box, page, _) in BOXES.items()}
    packet = build([Part(name, accepted(data).data if checked else data) for name, data in sources.items()], STAMP)
    assert sizes(packet) == [sheet for _, _, sheet in BOXES.values()]
    for at, (name, (_, _, (_, height))) in enumerate(BOXES.items()):
        rows, columns = dark_lines(picture(packet, at, scale=1))
        assert rows[0] < 0.5 < rows[-1] < 1 - 36 / height, f"{name}: the upper or lower side of the frame is missing"
        assert columns[0] < 0.5 < columns[-1], f"{name}: the left or right side of the frame is missing"


def test_the_strip_stays_white_and_can_be_read_under_a_page_that_is_all_black():
    packet = build([part("Black", contents=b"-900 -900 5000 5000 re f")], STAMP)
    seen = picture(packet, scale=2)
    assert darkness(seen, 0.4, 0.2, 0.6, 0.9) > 0.99
    assert darkness(seen, 0.05, 1 - STRIP, 0.3, 1) > 0.01, "the claim is not printed"
    assert darkness(seen, 0.3, 1 - STRIP + 0.002, 0.7, 1) < 0.001, "the strip is not white"


def test_a_page_whose_drawing_never_ends_does_not_move_the_strip():
    endless = [b"q q q 9 0 0 9 50 50 cm", b"Q Q Q", b"BT /F 90 Tf", b"0 0 10 10 re W n", b"1 0 0 rg 3 Tr", b"(", b"<<", b"/None gs"]
    stamp = Stamp("Claim SAMPLE-001", "Page", "x", "en")
    packet = build([part("Blank", contents=b""), *(part("Endless", contents=drawing) for drawing in endless)], stamp)
    pictures = [picture(packet, at).tobytes() for at in range(len(endless) + 1)]
    assert [at for at, seen in enumerate(pictures) if seen != pictures[0]] == []


def test_a_photo_and_a_form_go_through_the_whole_way():
    photo = accepted(hostile.photo(orientation=6)).data
    filled = accepted(hostile.form("/FT /Tx /V (typed words)")).data
    packet = build([Part("Photo", photo), Part("Form", filled)], STAMP)
    assert darkness(picture(packet), 0.08, 0.035, 0.45, 0.07) > 0.9
    assert "typed words" in words(packet, 1) and "Page 2 of 2" in words(packet, 1)


def test_our_own_papers_keep_their_words_and_letters():
    own = pdf.render(Document("x", "Título", "es", (Paragraph("Señora Peña: su petición del año pasado"),)))
    assert "Señora Peña: su petición del año pasado" in words(build([Part("Carta", own)], STAMP))


@pytest.mark.parametrize("label", ["Reclamación №5 Ñandú", "Номер дела", "Số hồ sơ", "案件編號", "رقم"])
def test_a_claim_in_any_letters_is_printed(label):
    packet = build([part("One")], Stamp(label, "Page {page} of {pages}", label, "en"))
    seen = picture(packet, scale=2)
    assert darkness(seen, 0.05, 1 - STRIP, 0.3, 1) > 0.004
    if label != "رقم":  # joined letters are kept in the order they are drawn
        assert label.replace(" ", "") in words(packet).replace(" ", "")


def test_a_claim_longer_than_the_strip_is_cut_and_the_number_stays():
    text = words(build([part("One")], Stamp("SAMPLE-001-" * 40, "Page {page} of {pages}", "x", "en")))
    assert "Page 1 of 1" in text and "SAMPLE-001-SAMPLE-001" in text and "…" in text
    assert text.count("SAMPLE") < 20


def test_without_a_claim_number_only_the_page_is_printed():
    assert words(build([part("One")], Stamp("", "Page {page} of {pages}", "x", "en"))).split("\r\n")[-1].strip() == "Page 1 of 1"


def test_signs_in_a_claim_number_are_only_signs():
    assert "{page} %s {0} #1" in words(build([part("One")], Stamp("{page} %s {0} #1", "Page {page} of {pages}", "x", "en")))


def test_nothing_that_acts_or_tells_comes_along_even_from_papers_that_nobody_checked():
    packet = build([Part("One", data) for data in hostile.ACTIONS.values()], STAMP)
    assert SECRET.encode() not in packet
    for dictionary in everything(packet):
        if dictionary.get("/Title") == "One":
            assert dictionary["/A"]["/S"] == "/GoTo", "a bookmark only leads to its page"
            continue
        assert ACTING.isdisjoint(dictionary) and SECRET not in repr(dictionary), dictionary


def test_the_file_says_its_title_and_nothing_about_who_made_it_or_when():
    packet = build([Part("One", hostile.ACTIONS["who wrote it"])], STAMP)
    assert dict(PdfReader(io.BytesIO(packet)).metadata) == {"/Title": "Request for review"}
    assert PdfReader(io.BytesIO(packet)).root_object["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712 (a PDF's own kind of true)


def test_a_hidden_layer_stays_hidden_and_a_shown_one_shown_beside_each_other():
    parts = [Part("Off", accepted(hostile.layered("/OFF [10 0 R]")).data), Part("On", accepted(hostile.layered("")).data)]
    packet = build(parts, STAMP)
    assert darkness(picture(packet, 0), 0.42, 0.42, 0.58, 0.5) < 0.01
    assert darkness(picture(packet, 1), 0.42, 0.42, 0.58, 0.5) > 0.9


def test_the_same_papers_give_the_same_file():
    parts = [part("One", 2), Part("Two", accepted(hostile.photo()).data)]
    assert build(parts, STAMP) == build(parts, STAMP)


@pytest.mark.parametrize("source", [b"", b"no PDF", paper(count=0), paper()[:300], hostile.photo(), *list(hostile.BROKEN.values())[:6]])
def test_a_part_that_is_no_paper_is_an_error_that_quotes_nothing(source):
    for make in (lambda parts: build(parts, STAMP), paginate):
        with pytest.raises(PacketError) as caught:
            make([part("One"), Part("Two", source)])
        assert str(caught.value) == "" and caught.value.__context__ is None


def test_a_packet_of_nothing_is_an_error():
    with pytest.raises(PacketError):
        build([], STAMP)


def test_two_hundred_pages_stay_small():
    packet = build([Part(f"Part {n}", hostile.numbered(20)) for n in range(10)], STAMP)
    assert len(PdfReader(io.BytesIO(packet)).pages) == 200
    assert "Page 200 of 200" in words(packet, 199) and "sheet 20 of" in words(packet, 199)
    assert len(packet) < 200 * 2000


def test_a_part_may_be_some_pages_of_a_file_that_others_share():
    shared = hostile.numbered(5)
    packet = build([Part("Last", shared, only=range(4, 5)), part("Between"), Part("First two", shared, only=range(2))], STAMP)
    assert [number for at in range(4) for number in range(1, 6) if f"sheet {number} of" in words(packet, at)] == [5, 1, 2]
    assert REFUSED in words(packet, 1)
    assert paginate([Part("Last", shared, only=range(4, 5)), Part("All", shared)]) == (("Last", 1, 1), ("All", 2, 5))


def test_a_part_without_a_title_has_no_bookmark_and_an_inner_one_stands_under_the_one_before():
    packet = build([part("Index"), part("", 2), Part("Exhibit A", paper(), inner=True), Part("Exhibit B", paper(), inner=True), part("End")], STAMP)
    reader = PdfReader(io.BytesIO(packet))
    index, inner, end = reader.outline
    assert [(item.title, reader.get_destination_page_number(item)) for item in (index, *inner, end)] == [
        ("Index", 0), ("Exhibit A", 3), ("Exhibit B", 4), ("End", 5),
    ]  # fmt: skip


def test_a_piece_of_a_packet_keeps_the_numbers_of_the_whole():
    piece = build([part("Piece", 2)], Stamp("Claim", "Page {page} of {pages}", "x", "en", before=7, pages=12))
    assert "Page 8 of 12" in words(piece, 0) and "Page 9 of 12" in words(piece, 1)


class Stopped(RuntimeError):
    """Of a kind that broken papers raise too."""


def test_progress_is_told_after_each_page_and_what_it_raises_comes_out():
    told = []
    build([part("One", 2), part("Two")], STAMP, lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]

    def stop(done: int, total: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        build([part("One")], STAMP, stop)
