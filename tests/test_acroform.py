"""A worker's own blank form: only what is certain is filled in, the rest stays, and no file does any harm."""

import io
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from qme_guide.acroform import NAMES, Field, Filled, fields, filled
from qme_guide.papers import Limits, Problem
from qme_guide.pictures import Pages
from tests.hostile import LETTER, locked, packed, paper, photo, stream

LIMITS = Limits(megabytes=20, pages=300, megapixels=64, unpacked_megabytes=200)
ANSWERS = {"name": "Sample Worker", "claim_number": "SAMPLE-001", "injured_on": "March 16, 2026", "employer": "Example Farms", "address": "1 Sample Street\nSample City"}
TEXT = "/FT /Tx"


def blank(*named: tuple[str, str], root: str = "", form: str = "", more: dict[int, bytes] | None = None, words: bytes = b"BT /F 14 Tf 72 740 Td (QME Form 105) Tj ET") -> bytes:
    """A page with fields: each a name and its entries, one under the other."""
    numbers = count(20)
    made = {next(numbers): (name, entries, 700 - 24 * at) for at, (name, entries) in enumerate(named)}
    widgets = {
        number: f"<< /Type /Annot /Subtype /Widget /Rect [100 {low} 400 {low + 20}] /F 4 /T ({name}) {entries} >>".encode()
        for number, (name, entries, low) in made.items()
    }
    listed = " ".join(f"{number} 0 R" for number in widgets)
    acro = f"/AcroForm << /Fields [{listed}] /DA (/F 12 Tf 0 g) /DR << /Font << /F 4 0 R >> >> {form} >>"
    return paper(words, LETTER, page=f"/Annots [{listed}]", root=f"{acro} {root}", more={**widgets, **(more or {})})


def shown(found: Filled) -> str:
    with Pages(found.pdf) as pages:
        return " ".join(pages.text(number) for number in range(len(pages)))


def answered(found: Filled) -> dict[str, str]:
    return {one.name: text for one, text in found.matched}


def test_fields_are_listed_by_their_names_with_a_meaning_only_where_it_is_certain():
    form = blank(("Claim Number", TEXT), ("Name", TEXT), ("Doctor", TEXT), ("form1[0].Page1[0].Employer[0]", TEXT))
    assert fields(form, LIMITS) == (
        Field("Claim Number", "claim_number"), Field("Name"), Field("Doctor"), Field("form1[0].Page1[0].Employer[0]", "employer"),
    )  # fmt: skip


def test_only_certain_fields_are_filled_and_the_page_shows_them():
    found = filled(blank(("Employee_Name", TEXT), ("CLAIM-NUMBER", TEXT), ("Date of Injury", TEXT), ("Name", TEXT), ("Specialty", TEXT)), ANSWERS, LIMITS)
    assert answered(found) == {"Employee_Name": "Sample Worker", "CLAIM-NUMBER": "SAMPLE-001", "Date of Injury": "March 16, 2026"}
    assert found.left == ("Name", "Specialty") and found.named is True
    assert all(text in shown(found) for text in answered(found).values())


@pytest.mark.parametrize("name", ["Name", "Employer Claim Number", "Claim Number 2", "Physician Employer", "Claim Numbers", "Spouse Employee Name", "number", ""])
def test_a_name_that_is_only_alike_is_left(name):
    found = filled(blank((name, TEXT)), ANSWERS, LIMITS)
    assert found.matched == () and found.left == (name,)


def test_two_fields_of_one_meaning_are_both_left():
    found = filled(blank(("Claim Number", TEXT), ("ClaimNo", TEXT), ("Employer", TEXT)), ANSWERS, LIMITS)
    assert answered(found) == {"Employer": "Example Farms"} and "SAMPLE-001" not in shown(found)


@pytest.mark.parametrize(
    "entries",
    [f"{TEXT} /Ff 1", f"{TEXT} /Ff 8192", f"{TEXT} /MaxLen 3", f"{TEXT} /V (already here)", "/FT /Btn", "/FT /Ch", "/FT /Sig", f"{TEXT} /Ff 16777216 /MaxLen 20"],
)
def test_a_field_that_is_closed_too_short_taken_or_no_line_of_text_is_left(entries):
    found = filled(blank(("Claim Number", entries)), ANSWERS, LIMITS)
    assert found.matched == () and found.left == ("Claim Number",) and "SAMPLE-001" not in shown(found)


def test_what_nobody_answered_and_what_its_font_cannot_write_is_left():
    form = blank(("Claim Number", TEXT), ("Employee Name", TEXT))
    assert filled(form, {}, LIMITS).matched == ()
    assert filled(form, {"name": "王小明", "claim_number": ""}, LIMITS).matched == ()
    assert answered(filled(form, {"name": "José Ñandú"}, LIMITS)) == {"Employee Name": "José Ñandú"}


def test_an_address_stands_in_one_line_unless_the_field_takes_several():
    found = filled(blank(("Employee Address", TEXT)), ANSWERS, LIMITS)
    assert answered(found) == {"Employee Address": "1 Sample Street, Sample City"}
    found = filled(blank(("Employee Address", f"{TEXT} /Ff 4096")), ANSWERS, LIMITS)
    assert answered(found) == {"Employee Address": "1 Sample Street\nSample City"}


def test_a_field_shown_twice_is_one_field_and_both_places_show_the_answer():
    kids = {number: f"<< /Type /Annot /Subtype /Widget /Parent 20 0 R /Rect [100 {low} 400 {low + 20}] /F 4 >>".encode() for number, low in ((30, 600), (31, 500))}
    parent = {20: f"<< /T (Claim Number) {TEXT} /Kids [30 0 R 31 0 R] >>".encode()}
    acro = "/AcroForm << /Fields [20 0 R] /DA (/F 12 Tf 0 g) /DR << /Font << /F 4 0 R >> >> >>"
    found = filled(paper(page="/Annots [30 0 R 31 0 R]", root=acro, more={**parent, **kids}), ANSWERS, LIMITS)
    assert answered(found) == {"Claim Number": "SAMPLE-001"} and shown(found).count("SAMPLE-001") == 2


def test_a_field_in_a_group_goes_by_its_full_name():
    kid = {30: f"<< /Type /Annot /Subtype /Widget /Parent 20 0 R /Rect [100 600 400 620] /F 4 /T (Employer) {TEXT} >>".encode()}
    for group, matched in (("Page1", {"Page1.Employer": "Example Farms"}), ("Other side", {})):
        acro = "/AcroForm << /Fields [20 0 R] /DA (/F 12 Tf 0 g) /DR << /Font << /F 4 0 R >> >> >>"
        found = filled(paper(page="/Annots [30 0 R]", root=acro, more={20: f"<< /T ({group}) /Kids [30 0 R] >>".encode(), **kid}), ANSWERS, LIMITS)
        assert answered(found) == matched


def test_no_script_and_no_action_is_left_in_the_file():
    script = "<< /S /JavaScript /JS (app.alert\\(1\\)) >>"
    form = blank(
        ("Claim Number", f"{TEXT} /AA << /K {script} /F {script} >> /A << /S /URI /URI (http://example.invalid) >>"),
        root=f"/OpenAction {script} /Names << /JavaScript << /Names [(x) {script}] >> >>",
        form="/CO [20 0 R]",
    )
    found = filled(form, ANSWERS, LIMITS)
    assert answered(found) == {"Claim Number": "SAMPLE-001"}
    for secret in (b"JavaScript", b"/JS", b"/AA", b"OpenAction", b"URI", b"AcroForm", b"alert"):
        assert secret not in found.pdf
    assert "/AcroForm" not in PdfReader(io.BytesIO(found.pdf)).root_object


KIND = {
    "empty": (b"", "upload_empty"),
    "no pdf": (b"hello", "upload_not_pdf"),
    "photo": (photo(), "form_flat"),
    "flat": (paper(), "form_flat"),
    "no field": (paper(root="/AcroForm << /Fields [] >>"), "form_flat"),
    "locked": (locked("secret"), "upload_locked"),
    "xfa": (blank(("Claim Number", TEXT), form="/XFA 40 0 R", more={40: stream(b"<xdp/>")}), "form_xfa"),
    "broken": (blank(("Claim Number", TEXT))[:400], "upload_broken"),
    "huge": (b"%PDF-" + bytes(21_000_000), "upload_too_big"),
    "bomb": (lambda: paper(more={3: packed(bytes(300_000_000), 2)}), "upload_broken"),
}


@pytest.mark.parametrize("kind", KIND)
def test_a_file_that_cannot_be_filled_gets_a_kind_word(kind):
    made, key = KIND[kind]
    data = made() if callable(made) else made
    assert filled(data, ANSWERS, LIMITS).key == key == fields(data, LIMITS).key


def test_a_form_that_leads_back_to_itself_ends():
    loop = {20: f"<< /T (a) {TEXT} /Kids [20 0 R] >>".encode()}
    found = filled(paper(root="/AcroForm << /Fields [20 0 R] >>", more=loop), ANSWERS, LIMITS)
    assert isinstance(found, Problem) or found.matched == ()


def test_a_form_that_only_forbids_changes_is_read():
    assert filled(locked(""), ANSWERS, LIMITS) == Problem("form_flat")


def test_the_words_of_the_pages_say_whether_it_is_this_form():
    assert filled(blank(("x", TEXT), words=b"BT /F 14 Tf 72 740 Td (DWC Form 7) Tj ET"), {}, LIMITS).named is False
    assert filled(blank(("x", TEXT), words=b"5 5 m 607 5 l S"), {}, LIMITS).named is None


@settings(max_examples=20, deadline=None)
@given(st.text(st.characters(codec="latin-1", exclude_characters="()\\\r\n"), max_size=30))
def test_no_name_of_a_field_makes_it_raise_or_fill_more_than_exact_names(name):
    found = fields(blank((name, TEXT)), LIMITS)
    exact = {one for names in NAMES.values() for one in names}
    plain = "".join(sign for sign in name.lower() if sign.isalnum())
    assert all(one.meaning is None or plain.endswith(tuple(exact)) for one in found)
