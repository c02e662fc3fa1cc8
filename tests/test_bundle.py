"""What goes into which envelope: everything for the review organization, the form alone for the claims administrator."""

import inspect
import io
import re
from dataclasses import replace
from functools import cache
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from qme_guide import bundle
from qme_guide.bundle import Enclosed, Exhibit
from qme_guide.case import Record, Treatment
from qme_guide.documents.contents import contents
from qme_guide.documents.cover import imr_cover
from qme_guide.documents.document import Table
from qme_guide.documents.matter import Matter
from qme_guide.documents.packet_papers import copies, exhibit_marks, exhibit_sheet, listed, records_index
from qme_guide.documents.serving import by_mail, proof_of_service
from qme_guide.law import load_law
from qme_guide.packet import PacketError
from qme_guide.papers import check
from qme_guide.render import RENDERERS, text
from qme_guide.words import load_words
from tests.browser.journey import paper
from tests.hostile import paper as drawn
from tests.personas import FARM_WORKER, LATE_DRUG, SENT, TODAY, TWO_TRACKS
from tests.sweeps import ENGLISH
from tests.test_letters import golden
from tests.test_papers import darkness, picture

FORM = paper("FORM signed")
DECISION = paper("DECISION one", "DECISION two", "DECISION three")
CERTIFICATION, DESIGNATION, DOCTOR = paper("DANGER signed"), paper("SIGNER named"), paper("DOCTOR wrote")
RFA = TWO_TRACKS.records[0]
EXHIBITS = (Exhibit("typed", [paper("RFA page")], RFA), Exhibit("My photos of the bruise", [paper("BRUISE one", "BRUISE two"), paper("BRUISE three")]))
ALL = {"form": [FORM], "decision": [DECISION], "certification": [CERTIFICATION], "designation": [DESIGNATION], "doctor": [DOCTOR], "exhibits": EXHIBITS}


def matter(case=FARM_WORKER, language="en") -> Matter:
    return Matter(case, case.letters[0], load_law(), load_words(language), TODAY)


def pages(pdf: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]


def bookmarks(pdf: bytes) -> list[tuple[str, int, int]]:
    """Title, page from 0, and depth of each."""
    reader = PdfReader(io.BytesIO(pdf))

    def below(items, depth):
        found = []
        for item in items:
            found += below(item, depth + 1) if isinstance(item, list) else [(item.title, reader.get_destination_page_number(item), depth)]
        return found

    return below(reader.outline, 0)


@cache
def short() -> tuple[str, ...]:
    """The pages of the smallest packet."""
    return tuple(pages(bundle.request_packet(matter(), Enclosed([FORM], [DECISION]))))


@cache
def whole() -> bytes:
    """A packet with every paper that there is."""
    return bundle.request_packet(matter(TWO_TRACKS), Enclosed(**ALL, with_late_note=True))


def test_the_packet_holds_cover_contents_form_and_the_whole_decision_in_this_order():
    found = short()
    assert len(found) == 7
    assert "Request for Independent Medical Review" in found[0]
    assert "What is in this packet" in found[1]
    assert "FORM signed" in found[2]
    assert [page.split()[1] for page in found[3:6]] == ["one", "two", "three"]
    assert "Who gets a copy" in found[6]


def test_every_page_carries_the_claim_number_and_its_own_number_once():
    found = short()
    for number, page in enumerate(found, start=1):
        assert "SAMPLE-001" in page
        assert page.count(f"Page {number} of 7") == 1


@pytest.mark.parametrize("language", ENGLISH)
def test_no_sheet_has_two_feet_ours_says_who_made_it_and_an_added_one_the_claim(language):
    """The claim stands at the head of ours, with the date of injury."""
    told = matter(TWO_TRACKS, language)
    foot, claim, head = (told.shared(name) for name in ("not_lawyer_sent", "claim_number", "date_of_injury"))
    for page in [*pages(bundle.request_packet(told, Enclosed(**ALL, with_late_note=True))), *pages(bundle.administrator_packet(told, [FORM]))]:
        assert page.count(f"{claim}: SAMPLE-001") == 1 and page.count(foot) == (f"{head}: " in page), page


def test_an_added_sheet_without_a_claim_number_says_whose_it_is():
    found = pages(bundle.administrator_packet(matter(FARM_WORKER.answers({"claim.number": None})), [FORM]))
    assert "FORM signed" in found[-1] and "Sample Worker" in found[-1]


def test_the_contents_say_where_each_part_begins():
    contents = short()[1]
    numbers = [word for word in contents.partition("First page")[2].partition("Pages in all")[0].split() if word.isdigit()]
    assert numbers == ["1", "1", "2", "1", "3", "1", "4", "3", "7", "1"]
    assert "Pages in all: 7" in contents


def test_the_bookmarks_lead_to_the_parts():
    reader = PdfReader(io.BytesIO(bundle.request_packet(matter(), Enclosed([FORM], [DECISION]))))
    assert [reader.get_destination_page_number(one) for one in reader.outline] == [0, 1, 2, 3, 6]


def test_a_late_request_takes_the_note_on_the_date_along():
    found = pages(bundle.request_packet(matter(LATE_DRUG), Enclosed([FORM], [DECISION], with_late_note=True)))
    assert "Note on the date of this request" in found[-2]


def test_the_claims_administrators_copy_holds_the_form_and_never_the_decision():
    found = pages(bundle.administrator_packet(matter(), [FORM]))
    assert len(found) == 2 and "FORM signed" in found[1]
    assert not [page for page in found if "DECISION" in page]


def test_without_a_claim_number_the_pages_are_still_numbered():
    case = FARM_WORKER.answers({"claim.number": None})
    assert "Page 1 of 7" in pages(bundle.request_packet(matter(case), Enclosed([FORM], [DECISION])))[0]


@pytest.mark.parametrize("secret", [b"/JavaScript", b"/EmbeddedFile", b"/Launch", b"/Author"])
def test_nothing_that_acts_and_nothing_about_people_comes_along(secret):
    assert secret not in bundle.request_packet(matter(), Enclosed([FORM], [DECISION]))


PHOTOS = [paper(f"DECISION photo {number}") for number in ("one", "two", "three", "four")]


def test_a_decision_of_many_photos_is_one_paper_in_the_order_they_were_put():
    packet = bundle.request_packet(matter(), Enclosed([FORM], [*PHOTOS[1:], PHOTOS[0]]))
    found, reader = pages(packet), PdfReader(io.BytesIO(packet))
    assert [page.split()[2] for page in found[3:7]] == ["two", "three", "four", "one"]
    numbers = [word for word in found[1].partition("First page")[2].partition("Pages in all")[0].split() if word.isdigit()]
    assert numbers == ["1", "1", "2", "1", "3", "1", "4", "4", "8", "1"]
    assert "Pages: 4." in found[0]
    assert [reader.get_destination_page_number(one) for one in reader.outline] == [0, 1, 2, 3, 7], "one bookmark for a paper, however many files"


def test_the_copy_holds_every_file_of_the_form():
    found = pages(bundle.administrator_packet(matter(), [FORM, paper("FORM second page")]))
    assert "FORM signed" in found[1] and "FORM second page" in found[2]


def test_a_request_is_called_urgent_only_with_the_doctors_signed_paper_behind_the_decision():
    urgent = FARM_WORKER.answers({"letters.0.urgent": "yes"})
    without = pages(bundle.request_packet(matter(urgent), Enclosed([FORM], [DECISION])))
    assert not [word for page in without for word in ("expedited", "certification", "dangerous") if word in page]
    found = pages(bundle.request_packet(matter(urgent), Enclosed([FORM], [DECISION], [paper("DANGER signed")])))
    assert "expedited" in found[0] and "signed certification. Pages: 1." in found[0]
    assert "certification" in found[1] and "DANGER signed" in found[-2]


def test_no_paper_in_a_packet_gives_advice_to_its_reader():
    found = " ".join(pages(bundle.request_packet(matter(LATE_DRUG), Enclosed(**ALL, with_late_note=True))))
    for advice in ("1-800", "Free help", "Your signed", "before you send"):
        assert advice not in found
    assert "is not a lawyer" in found


ORDER = (
    "Request for Independent Medical Review", "What is in this packet", "FORM signed", "DECISION one", "DECISION two", "DECISION three",
    "DANGER signed", "SIGNER named", "DOCTOR wrote", "Note on the date of this request", "Index of medical records and other papers",
    "Exhibit A", "RFA page", "Exhibit B", "BRUISE one", "BRUISE two", "BRUISE three", "Who gets a copy",
)  # fmt: skip


def test_every_paper_comes_once_and_in_its_order():
    found = pages(whole())
    assert len(found) == len(ORDER)
    assert [mark for mark, page in zip(ORDER, found, strict=True) if mark not in page] == []


def test_the_first_page_names_every_paper_with_its_pages_and_leads_a_fax():
    first = pages(whole())[0]
    for line in (
        "To The review organization named on the form", "From Sample Worker", "Pages in all, with this one 18", "Fax number, on the form", "Date sent",
        "1. My signed application, DWC Form IMR. Pages: 1.", "2. The utilization review decision. Pages: 3.", "3. The doctor’s signed certification. Pages: 1.",
        "4. The paper that names the person who signs for me. Pages: 1.", "5. A letter from the doctor. Pages: 1.", "6. A note on the date of this request. Pages: 1.",
        "7. Medical records and other papers, with an index. Pages: 7.",
    ):  # fmt: skip
        assert line in first


def test_the_first_page_gives_the_workers_address_as_the_workers():
    lines = text.render(imr_cover(matter())).decode().splitlines()
    at = lines.index("From: Sample Worker")
    assert lines[at + 1] == "My address: 1 Sample Street" and "My telephone: 000-0000" in lines[at + 2 : at + 4]
    assert lines.index("Claims administrator: Example Insurance") > at


def test_a_paper_that_is_not_there_is_not_named():
    found = pages(bundle.request_packet(matter(TWO_TRACKS), Enclosed([FORM], [DECISION])))
    for page in found[:2]:
        assert not re.search("certification|signs for me|letter from the doctor|note on the date|records|Exhibit", page, re.IGNORECASE)


def test_the_records_stand_under_their_index_in_the_bookmarks():
    assert bookmarks(whole())[-4:] == [
        ("Index of medical records and other papers", 10, 0),
        ("Exhibit A: Doctor’s request for the treatment (RFA)", 11, 1),
        ("Exhibit B: My photos of the bruise", 13, 1),
        ("Who gets a copy", 17, 0),
    ]


def test_a_record_of_the_list_is_named_in_english_with_its_date_and_who_made_it():
    index, sheet = (pages(bundle.request_packet(matter(TWO_TRACKS), Enclosed(**ALL)))[at] for at in (9, 10))
    assert "Doctor’s request for the treatment (RFA) Date on the paper Tuesday, October 20, 2026 From Dr. Sample Pages that follow 1" in sheet
    for page in (index, sheet):
        assert {"RFA", "Tuesday,", "October", "20,", "2026", "Sample"} <= set(re.findall("[A-Za-z0-9,]+", page.partition("Exhibit")[2]))
        assert "typed" not in page


def test_the_index_tells_which_records_are_known_and_who_has_them():
    index = pages(bundle.request_packet(matter(TWO_TRACKS), Enclosed(**ALL)))[9]
    known = index.partition("Papers I do not have yet")[2]
    assert "Therapy notes Example Clinic Thursday, November 19, 2026" in known and "X-ray, MRI or other image" in known and "Hospital" in known


def many_exhibits(count: int) -> tuple[Exhibit, ...]:
    return tuple(Exhibit(f"Record {number}", [paper(f"PAPER-{number}-A", f"PAPER-{number}-B")]) for number in range(count))


def test_with_many_records_the_contents_and_the_index_still_lead_to_the_right_page():
    packet = bundle.request_packet(matter(), Enclosed([FORM], [DECISION], exhibits=many_exhibits(30)))
    found = pages(packet)
    told = [(title, page) for title, page, depth in bookmarks(packet) if depth]
    assert len(told) == 30 and told[26][0] == "Exhibit AA: Record 26"
    fronts = " ".join(found[: told[0][1]])
    for (title, at), number in zip(told, range(30), strict=True):
        assert f"PAPER-{number}-A" in found[at + 1] and f"PAPER-{number}-B" in found[at + 2]
        assert re.search(rf"{re.escape(title)} {at + 1} 3\b", fronts), "the contents lead elsewhere"
        mark = title.split()[1].rstrip(":")
        assert re.search(rf"\b{mark} Record {number} {at + 1} 2\b", fronts), "the index leads elsewhere"


def test_the_letters_of_exhibits_go_on_after_the_alphabet():
    marks = exhibit_marks(703)
    assert marks[:2] == ["A", "B"] and marks[25:28] == ["Z", "AA", "AB"] and marks[702] == "AAA"
    assert len(set(marks)) == 703 and exhibit_marks(0) == []


def test_an_exhibit_without_files_is_no_exhibit():
    packet = bundle.request_packet(matter(TWO_TRACKS), Enclosed([FORM], [DECISION], exhibits=[Exhibit("Nothing here", []), EXHIBITS[1]]))
    assert "Nothing here" not in " ".join(pages(packet))
    assert "Exhibit A: My photos of the bruise" in [title for title, *_ in bookmarks(packet)]


def test_own_words_in_the_name_of_a_record_print_as_they_were_typed():
    record = Record(id="record-9", kind="other", about="{mark} 100% <b>Señora Nguyễn</b>", state="have")
    packet = bundle.request_packet(matter(), Enclosed([FORM], [DECISION], exhibits=[Exhibit("", [FORM], record)]))
    assert "Exhibit A: {mark} 100% <b>Señora Nguyễn</b>" in " ".join(pages(packet))


def test_a_record_that_nobody_named_still_has_its_letter():
    packet = bundle.request_packet(matter(), Enclosed([FORM], [DECISION], exhibits=[Exhibit("", [FORM], Record(id="record-9"))]))
    assert ("Exhibit A", 7, 1) in bookmarks(packet)


def turned(turn: int, mark: str) -> bytes:
    """A page that is stored turned, with a bar at the top of how it is read; checked as an upload is."""
    width, height = (792, 612) if turn % 180 else (612, 792)
    at = {0: f"0 {height - 60} {width} 60", 90: f"0 0 60 {height}", 180: f"0 0 {width} 60", 270: f"{width - 60} 0 60 {height}"}[turn]
    source = drawn(f"{at} re f BT /F 24 Tf 200 300 Td ({mark}) Tj ET".encode(), box=(0, 0, width, height), page=f"/Rotate {turn}")
    return check("photo", source, load_law().practice.uploads).data


def test_every_page_of_every_input_is_there_once_upright_and_in_order():
    papers = [[turned(turn, f"MARK{number}{turn:03d}") for turn in (0, 90, 180, 270)] for number in range(6)]
    packet = bundle.request_packet(matter(), Enclosed(*papers[:5], [Exhibit("one", papers[5])]))
    found = [(at, re.findall("MARK[0-9]{4}", page)) for at, page in enumerate(pages(packet))]
    seen = [(at, mark) for at, marks in found for mark in marks]
    assert len(seen) == 24 and [mark for _, mark in seen] == sorted(mark for _, mark in seen)
    for at, mark in seen:
        sheet = picture(packet, at)
        assert darkness(sheet, 0.2, 0.01, 0.8, 0.05) > 0.9, f"{mark} does not stand upright"


def test_the_claims_administrators_copy_cannot_hold_more_than_the_form():
    assert set(inspect.signature(bundle.administrator_packet).parameters) == {"matter", "form", "progress"}
    urgent = SENT.answers({"letters.0.urgent": "yes"})
    found = " ".join(pages(bundle.administrator_packet(matter(urgent), [FORM])))
    for word in ("October 30", "shoulder", "therapy", "Exhibit", "RFA", "Dr. Sample", "Clinic", "certif", "earlier visits"):
        assert word not in found.replace("dated Friday, October 30, 2026", ""), word


def test_the_proof_of_mailing_is_for_another_adult_and_stays_out_of_the_copy():
    copy = pages(bundle.administrator_packet(matter(), [FORM]))
    assert len(copy) == 2 and "Page 2 of 2" in copy[-1] and "Proof of Service" not in " ".join(copy)
    proof = text.render(proof_of_service(matter())).decode()
    for words in ("over 18 years old", "not a party", "live or work in the county", "penalty of perjury", "Place where I sign", "Date", "Example Insurance"):
        assert words in proof
    assert "Sample Worker Date" not in proof, "the worker does not sign it"


@pytest.mark.parametrize(("how", "proof"), [(None, True), ("unsure", True), ("mail", True), ("fax", False), ("personal", False), ("email", False)])
def test_a_copy_that_went_another_way_needs_no_proof_of_mailing(how, proof):
    case = FARM_WORKER.answers({"letters.0.sendings": [{"id": "sending-1", "to": "claims_administrator", "on": TODAY, "how": how}]})
    assert by_mail(matter(case)) is proof
    assert (b"Saturday, November 21, 2026" in text.render(proof_of_service(matter(case)))) is (how == "mail")


def test_the_list_of_copies_tells_the_day_and_way_of_each_sending_that_did_not_fail():
    told = [row[-1] for block in copies(matter(SENT)).blocks if isinstance(block, Table) for row in block.rows if len(row) == 3]
    assert told[:2] == ["Saturday, November 21, 2026, fax", "Saturday, November 21, 2026, mail"]
    assert "November 20" not in pages(bundle.request_packet(matter(SENT), Enclosed([FORM], [DECISION])))[-1], "that fax failed"


def test_apart_the_papers_are_the_same_pages_with_the_same_numbers():
    with ZipFile(io.BytesIO(bundle.separate(matter(TWO_TRACKS), Enclosed(**ALL, with_late_note=True)))) as archive:
        names = archive.namelist()
        assert [page for name in names for page in pages(archive.read(name))] == pages(whole())
    assert names == [
        "01-first-page.pdf", "02-contents.pdf", "03-form.pdf", "04-decision.pdf", "05-certification.pdf", "06-designation.pdf", "07-doctor-letter.pdf",
        "08-late-note.pdf", "09-records.pdf", "10-exhibit-a.pdf", "11-exhibit-b.pdf", "12-copies.pdf",
    ]  # fmt: skip


class Stopped(RuntimeError):
    """Somebody pressed another button; of a kind that broken papers raise too."""


MAKERS = {
    "whole": lambda progress: bundle.request_packet(matter(TWO_TRACKS), Enclosed(**ALL), progress=progress),
    "apart": lambda progress: bundle.separate(matter(TWO_TRACKS), Enclosed(**ALL), progress=progress),
    "copy": lambda progress: bundle.administrator_packet(matter(TWO_TRACKS), [FORM], progress),
}


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_progress_is_told_after_each_page_and_can_stop_the_work(make):
    told: list[tuple[int, int]] = []
    made = make(lambda done, total: told.append((done, total)))
    total = told[0][1]
    assert told == [(done, total) for done in range(1, total + 1)]
    if made.startswith(b"%PDF"):
        assert total == len(pages(made))

    def stop(done: int, total: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        make(stop)


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_the_same_papers_and_answers_give_the_same_bytes(make):
    assert make(None) == make(None)


@pytest.mark.parametrize("name", ["form", "decision", "certification", "designation", "doctor"])
def test_a_paper_that_is_broken_is_an_error_that_quotes_nothing(name):
    for make in (bundle.request_packet, bundle.separate):
        with pytest.raises(PacketError) as caught:
            make(matter(), Enclosed(**(ALL | {name: [b"Sample Worker Secret"]})))
        assert str(caught.value) == ""


def test_a_case_without_answers_gives_a_packet_with_lines_to_fill_in():
    empty = FARM_WORKER.__class__()
    found = pages(bundle.request_packet(Matter(empty, None, load_law(), load_words("en"), TODAY), Enclosed(**ALL)))
    assert len(found) == 17 and "None" not in " ".join(found)


def test_the_first_page_stays_one_page_with_every_paper_and_three_treatments():
    named = tuple(Treatment(name=f"Treatment number {number}") for number in range(3))
    case = LATE_DRUG.answers({"letters.0.treatments": [one.model_dump() for one in named]})
    assert "What is in this packet" in pages(bundle.request_packet(matter(case), Enclosed(**ALL, with_late_note=True)))[1]


def test_the_spanish_packet_is_marked_on_each_of_our_pages_as_a_copy():
    found = pages(bundle.request_packet(matter(TWO_TRACKS, "es"), Enclosed([FORM], [DECISION], exhibits=EXHIBITS)))
    ours = [page for page in found if not re.match("FORM|DECISION|RFA|BRUISE", page)]
    assert len(ours) >= 6 and all("Copia para usted. No la mande." in page for page in ours)


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_text_of_the_pages_that_only_a_packet_has_is_what_was_read_and_agreed(language):
    full = matter(TWO_TRACKS, language)
    line = replace(listed(full, "A", RFA), first=9, pages=2)
    rows = [("First page", 1, 1), ("Form", 2, 1), ("Exhibit A", 8, 3)]
    pages_of_papers = {"form": 1, "decision": 3, "certification": 1, "designation": 1, "doctor_letter": 2, "late_note": 1, "records": 4}
    papers = {
        "cover": imr_cover(full, pages_of_papers, 15),
        "contents": contents(full, rows, 10),
        "exhibit": exhibit_sheet(full, line),
        "records-index": records_index(full, [line]),
    }
    for name, document in papers.items():
        golden(f"packet-{name}-{language}", RENDERERS[".txt"](document).decode())
