"""What goes into which envelope: everything for the review organization, the form alone for the claims administrator."""

import io

import pytest
from pypdf import PdfReader

from qme_guide import bundle
from qme_guide.documents.matter import Matter
from qme_guide.law import load_law
from qme_guide.words import load_words
from tests.browser.journey import paper
from tests.personas import FARM_WORKER, LATE_DRUG, TODAY

FORM = paper("FORM signed")
DECISION = paper("DECISION one", "DECISION two", "DECISION three")


def matter(case=FARM_WORKER, language="en") -> Matter:
    return Matter(case, case.letters[0], load_law(), load_words(language), TODAY)


def pages(pdf: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]


def test_the_packet_holds_cover_contents_form_and_the_whole_decision_in_this_order():
    found = pages(bundle.request_packet(matter(), [FORM], [DECISION]))
    assert len(found) == 6
    assert "Request for Independent Medical Review" in found[0]
    assert "What is in this packet" in found[1]
    assert "FORM signed" in found[2]
    assert [page.split()[1] for page in found[3:]] == ["one", "two", "three"]


def test_every_page_carries_the_claim_number_and_its_own_number_once():
    found = pages(bundle.request_packet(matter(), [FORM], [DECISION]))
    for number, page in enumerate(found, start=1):
        assert "SAMPLE-001" in page
        assert page.count(f"Page {number} of 6") == 1


def test_the_contents_say_where_each_part_begins():
    contents = pages(bundle.request_packet(matter(), [FORM], [DECISION]))[1]
    numbers = [word for word in contents.partition("First page")[2].partition("Pages in all")[0].split() if word.isdigit()]
    assert numbers == ["1", "1", "2", "1", "3", "1", "4", "3"]
    assert "Pages in all: 6" in contents


def test_the_bookmarks_lead_to_the_parts():
    reader = PdfReader(io.BytesIO(bundle.request_packet(matter(), [FORM], [DECISION])))
    assert [reader.get_destination_page_number(one) for one in reader.outline] == [0, 1, 2, 3]


def test_a_late_request_takes_the_note_on_the_date_along():
    found = pages(bundle.request_packet(matter(LATE_DRUG), [FORM], [DECISION], with_late_note=True))
    assert "Note on the date of this request" in found[-1]


def test_the_claims_administrators_copy_holds_the_form_and_never_the_decision():
    found = pages(bundle.administrator_packet(matter(), [FORM]))
    assert "FORM signed" in found[-1]
    assert not [page for page in found if "DECISION" in page]


def test_without_a_claim_number_the_pages_are_still_numbered():
    case = FARM_WORKER.answers({"claim.number": None})
    assert "Page 1 of 6" in pages(bundle.request_packet(matter(case), [FORM], [DECISION]))[0]


@pytest.mark.parametrize("secret", [b"/JavaScript", b"/EmbeddedFile", b"/Launch", b"/Author"])
def test_nothing_that_acts_and_nothing_about_people_comes_along(secret):
    assert secret not in bundle.request_packet(matter(), [FORM], [DECISION])


PHOTOS = [paper(f"DECISION photo {number}") for number in ("one", "two", "three", "four")]


def test_a_decision_of_many_photos_is_one_paper_in_the_order_they_were_put():
    packet = bundle.request_packet(matter(), [FORM], [*PHOTOS[1:], PHOTOS[0]])
    found, reader = pages(packet), PdfReader(io.BytesIO(packet))
    assert [page.split()[2] for page in found[3:]] == ["two", "three", "four", "one"]
    numbers = [word for word in found[1].partition("First page")[2].partition("Pages in all")[0].split() if word.isdigit()]
    assert numbers == ["1", "1", "2", "1", "3", "1", "4", "4"]
    assert "Pages: 4." in found[0]
    assert [reader.get_destination_page_number(one) for one in reader.outline] == [0, 1, 2, 3, 4, 5, 6]


def test_the_copy_holds_every_file_of_the_form():
    found = pages(bundle.administrator_packet(matter(), [FORM, paper("FORM second page")]))
    assert "FORM signed" in found[-2] and "FORM second page" in found[-1]


def test_a_request_is_called_urgent_only_with_the_doctors_signed_paper_behind_the_decision():
    urgent = FARM_WORKER.answers({"letters.0.urgent": "yes"})
    without = pages(bundle.request_packet(matter(urgent), [FORM], [DECISION]))
    assert not [word for page in without for word in ("expedited", "certification", "dangerous") if word in page]
    found = pages(bundle.request_packet(matter(urgent), [FORM], [DECISION], [paper("DANGER signed")]))
    assert "expedited" in found[0] and "signed certification. Pages: 1." in found[0]
    assert "certification" in found[1] and "DANGER signed" in found[-1]


def test_no_paper_in_a_packet_gives_advice_to_its_reader():
    found = " ".join(pages(bundle.request_packet(matter(LATE_DRUG), [FORM], [DECISION], with_late_note=True))[:2])
    for advice in ("1-800", "Free help", "Your signed", "before you send"):
        assert advice not in found
    assert "is not a lawyer" in found
