"""Answers in a PDF: they come back exactly, also after other programs; every other PDF gets a kind word."""

import io
import zlib

import pypdfium2
import pytest
from pypdf import PdfReader, PdfWriter

from qme_guide import carry
from qme_guide.documents.document import Document, Paragraph
from qme_guide.render import pdf
from qme_guide.savefile import SaveFileError, dump
from tests import hostile, inside
from tests.hostile import packed, paper, stream
from tests.personas import SENT

LIMIT = 2_000_000
PLAIN = pdf.render(Document("sample", "Sample paper", "es", (Paragraph("Sample words"),)))
SAVE = dump(SENT)
OWN = carry.carry(PLAIN, SAVE)
NAME = f"({carry.NAME})"


def refusal(data: bytes, limit: int = LIMIT) -> str:
    with pytest.raises(SaveFileError) as caught:
        carry.carried(data, limit)
    assert caught.value.__context__ is None and caught.value.__cause__ is None, "the error carries another, which quotes the file"
    return caught.value.key


def written(writer: PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_the_answers_come_back_exactly_and_the_paper_is_as_it_was():
    assert carry.carried(OWN, LIMIT) == SAVE
    before, after = PdfReader(io.BytesIO(PLAIN)), PdfReader(io.BytesIO(OWN))
    assert [page.extract_text() for page in after.pages] == [page.extract_text() for page in before.pages]
    assert after.metadata == before.metadata == {"/Title": "Sample paper"}
    assert after.root_object["/Lang"] == "es" and after.root_object["/ViewerPreferences"] == before.root_object["/ViewerPreferences"]


def test_a_reader_shows_the_one_attached_file_and_nothing_else_is_hidden():
    assert dict(PdfReader(io.BytesIO(OWN)).attachments) == {carry.NAME: [SAVE]}
    assert not inside.pdf(OWN, attached=True)
    assert inside.pdf(OWN), "a check that finds nothing here finds nothing anywhere"


def test_the_same_paper_and_answers_give_the_same_bytes_and_new_answers_replace_the_old():
    assert carry.carry(PLAIN, SAVE) == OWN
    again = carry.carry(OWN, b'{"other": 1}')
    assert carry.carried(again, LIMIT) == b'{"other": 1}' and b"shoulder" not in again
    assert list(PdfReader(io.BytesIO(again)).attachments) == [carry.NAME]


@pytest.mark.parametrize("save", [b"", b"{}", bytes(range(256)) * 999, b"x" * 1_500_000], ids=["nothing", "little", "sealed", "much"])
def test_any_bytes_come_back(save):
    assert carry.carried(carry.carry(PLAIN, save), LIMIT) == save


def by_another_copyist() -> bytes:
    return written(PdfWriter(clone_from=io.BytesIO(OWN)))


def by_a_browser() -> bytes:
    """Saved by the engine of a browser."""
    out = io.BytesIO()
    with pypdfium2.PdfDocument(OWN) as file:
        file.save(out)
    return out.getvalue()


def with_a_note_after_it() -> bytes:
    """A program that writes what it changes behind the old end of the file."""
    writer = PdfWriter(io.BytesIO(OWN), incremental=True)
    writer.add_metadata({"/Author": "Sample"})
    return written(writer)


def without_its_table() -> bytes:
    """Broken on its way, so that its parts must be searched for."""
    return OWN.replace(b"/Root", b"/Roof")


def with_an_owner() -> bytes:
    """Locked against changes; anybody can open it."""
    writer = PdfWriter(clone_from=io.BytesIO(OWN))
    writer.encrypt("", "the owner's", algorithm="AES-256")
    return written(writer)


def with_more_files() -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(OWN))
    for name in ("a.txt", "zz.json", "photo.jpg"):
        writer.add_attachment(name, b"of somebody else")
    return written(writer)


def joined(*saves: bytes) -> bytes:
    """Several copies put together into one file by another program, each with its attached file."""
    files = {10 + 2 * at: f"<< /Type /Filespec /F {NAME} /EF << /F {11 + 2 * at} 0 R >> >>".encode() for at, _ in enumerate(saves)}
    return paper(root=f"/AF [{' '.join(f'{number} 0 R' for number in files)}]", more={**files, **{11 + 2 * at: packed(save) for at, save in enumerate(saves)}})


@pytest.mark.parametrize("program", [by_another_copyist, by_a_browser, with_a_note_after_it, without_its_table, with_an_owner, with_more_files], ids=lambda one: one.__name__)
def test_the_answers_survive_another_program(program):
    assert carry.carried(program(), LIMIT) == SAVE


def test_two_copies_of_the_same_answers_in_one_file_open_and_of_different_answers_ask_for_one():
    assert carry.carried(joined(SAVE, SAVE), LIMIT) == SAVE
    assert refusal(joined(SAVE, b"{}")) == "save_pdf_several"


IN_TWO_BYTES = ("\ufeff" + carry.NAME).encode("utf-16-be").hex()
FILE = "<< /Type /Filespec {names} /EF << /{key} 11 0 R >> >>"
PLACES = {
    "a tree with branches": ("/Names << /EmbeddedFiles << /Kids [12 0 R] >> >>", {12: b"<< /Kids [13 0 R 12 0 R] >>", 13: f"<< /Names [{NAME} 10 0 R] >>".encode()}, f"/F {NAME}", "F"),
    "files of the catalog": ("/AF [10 0 R]", {}, f"/UF {NAME}", "UF"),
    "a name of our own in the tree alone": (f"/Names << /EmbeddedFiles << /Names [{NAME} 10 0 R] >> >>", {}, "", "F"),
    "a name with a number before it": ("/Names << /EmbeddedFiles << /Names [(1) 10 0 R] >> >>", {}, f"/F (00001-{carry.NAME})", "F"),
    "a name in two bytes for each letter": ("/Names << /EmbeddedFiles << /Names [(1) 10 0 R] >> >>", {}, f"/UF <{IN_TWO_BYTES}>", "F"),
    "a list with a hole": (f"/Names << /EmbeddedFiles << /Names [(a) null (b) 99 0 R (c) 7 {NAME} 10 0 R (odd)] >> >>", {}, "", "F"),
}  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_the_answers_are_found_wherever_a_program_has_put_them(place):
    root, more, names, key = PLACES[place]
    told = FILE.format(names=names, key=key).encode()
    assert carry.carried(paper(root=root, more={10: told, 11: packed(SAVE, 1, "/Type /EmbeddedFile"), **more}), LIMIT) == SAVE
    assert carry.carried(paper(root=root, more={10: told, 11: stream(SAVE), **more}), LIMIT) == SAVE


def attached(body: bytes, names: str = f"/F {NAME}", root: str = "/AF [10 0 R]") -> bytes:
    return paper(root=root, more={10: f"<< {names} /EF << /F 11 0 R >> >>".encode(), 11: body})


BARE = {
    "a copy to send": PLAIN,
    "a paper of an office": hostile.paper(),
    "attached files of others": attached(stream(b"{}"), "/F (answers.json)"),
    "a form": hostile.form("/FT /Tx /V (x)"),
    "a name without a file": paper(root="/AF [10 0 R]", more={10: f"<< /F {NAME} >>".encode()}),
    "a file that is no stream": paper(root="/AF [10 0 R]", more={10: f"<< /F {NAME} /EF << /F 11 0 R >> >>".encode(), 11: b"<< >>"}),
    "names that are no tree": paper(root="/Names 7"),
    "a tree that is a word": paper(root="/Names << /EmbeddedFiles /Nothing >>"),
    "a tree that leads to itself": paper(root="/Names << /EmbeddedFiles 10 0 R >>", more={10: b"<< /Kids [10 0 R 10 0 R] >>"}),
}
DAMAGED = {
    "only its first line": b"%PDF-1.7\n",
    "cut in the middle": OWN[: len(OWN) // 2],
    "noise": b"%PDF-1.7\n" + bytes(range(256)) * 40,
    "a way of packing that there is not": attached(stream(SAVE, "/Filter /NoSuch")),
    "a lock that nobody has": attached(stream(SAVE, "/Filter /Crypt /DecodeParms << /Name /Mine >>")),
}
TOO_BIG = {
    "a bomb": attached(packed(b"0" * 30_000_000)),
    "a bomb in a bomb": attached(packed(b"0" * 100_000_000, 3)),
    "a bomb in runs": attached(stream(bytes([129, 65]) * 300_000, "/Filter /RunLengthDecode")),
    "slow code, which takes eighty times its size in memory": attached(stream(b"!" * LIMIT, "/Filter /ASCII85Decode")),
    "slow code that was packed": attached(stream(zlib.compress(b"!" * (LIMIT * 3 // 4)), "/Filter [/FlateDecode /ASCII85Decode]")),
    "more than fits": attached(stream(b"0" * (LIMIT + 1))),
}


@pytest.mark.parametrize("name", BARE)
def test_a_pdf_without_answers_says_so(name):
    assert refusal(BARE[name]) == "save_pdf_bare"


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_pdf_says_so(name):
    assert refusal(DAMAGED[name]) == "save_pdf_damaged"


@pytest.mark.parametrize("name", TOO_BIG)
def test_answers_that_unpack_to_more_than_the_limit_are_not_unpacked(name):
    assert refusal(TOO_BIG[name]) == "save_too_big"


def test_the_limit_is_the_callers_and_its_last_byte_counts():
    assert carry.carried(OWN, len(SAVE)) == SAVE
    assert refusal(OWN, len(SAVE) - 1) == "save_too_big"


def test_a_pdf_with_a_password_of_another_program_says_so():
    assert refusal(hostile.locked("secret")) == "save_pdf_locked"
    assert refusal(hostile.locked("")) == "save_pdf_bare"


def test_answers_that_speak_of_a_pdf_are_none():
    assert carry.is_pdf(OWN) and carry.is_pdf(b"From: an old mail program\r\n\r\n" + OWN)
    assert not carry.is_pdf(b'{"worker": {"name": "%PDF-"}}') and not carry.is_pdf(SAVE) and not carry.is_pdf(b"")


HARMFUL = {**hostile.BROKEN, **hostile.BOMBS, **hostile.OTHERS, **hostile.ACTIONS}


@pytest.mark.parametrize("kind", HARMFUL)
def test_no_hostile_paper_gets_further_than_a_kind_word(kind):
    assert refusal(HARMFUL[kind]() if callable(HARMFUL[kind]) else HARMFUL[kind]).startswith("save_pdf_")
