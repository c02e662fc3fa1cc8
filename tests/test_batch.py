"""The papers of a whole clinic: what is ready and nothing else, each client's by themselves, one calendar that says nothing."""

import io
import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from qme_guide.batch import CARD, SHEETS, Client, Packet, all_packets, packets, to_print
from qme_guide.bundle import Enclosed
from qme_guide.case import Case
from qme_guide.documents.batch_cover import batch_cover
from qme_guide.documents.calendar import Entry
from qme_guide.documents.catalog import PAPERS
from qme_guide.documents.clinic_calendar import clinic_calendar
from qme_guide.documents.entries import calendar
from qme_guide.law import load_law
from qme_guide.packet import PacketError
from qme_guide.render import RENDERERS, ics
from qme_guide.rules.preflight import Handed
from qme_guide.words import HELPING, LANGUAGES, load_words
from tests.browser.journey import paper
from tests.personas import BOOKED, CLAIM_DENIED, EXAM_SOON, FARM_WORKER, LATE_DRUG, SENT, TODAY, TWO_TRACKS
from tests.test_bundle import bookmarks
from tests.test_letters import golden, matter
from tests.test_render import STAMP

LAW = load_law()
READY = Handed(form_pages=1, decision_pages=1, signed="yes", filled="yes", matches="yes", complete="yes", advised=frozenset({"asked_before"}))
ANSWERED = {"letters.0.asked_before": "no", "letters.0.signer": "worker"}
FIRST = FARM_WORKER.answers({**ANSWERED, "worker.language": "es", "key": "a1"})
SECOND = CLAIM_DENIED.answers({"worker": {"name": "Other Person", "language": "en"}, "claim.number": "SAMPLE-777", "key": "b2"})
PDFS = {"form.letter-1": [paper("FORM signed")], "decision.letter-1": [paper("DECISION one", "DECISION two")], "doctor.letter-1": [paper("DOCTOR wrote")]}


def made(case: Case = FIRST, handed: Handed = READY, pdfs=PDFS):
    return packets(case, pdfs, {"letter-1": handed}, LAW, TODAY)


@cache
def clients() -> tuple[Client, ...]:
    return Client(1, FIRST, made()), Client(2, SECOND, papers=(SHEETS[0], SHEETS[-1]))


@cache
def archive() -> dict[str, bytes]:
    with ZipFile(io.BytesIO(all_packets(clients(), LAW, TODAY, "es"))) as found:
        return {one.filename: found.read(one) for one in found.infolist()}


@cache
def printed() -> bytes:
    first, second = clients()
    return to_print((replace(first, papers=()), second), LAW, TODAY, "en")


def told(pdf: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]


def test_a_packet_is_ready_when_no_light_is_red_and_it_has_not_gone():
    (found,) = made()
    assert found == Packet(FIRST.letters[0], Enclosed(PDFS["form.letter-1"], PDFS["decision.letter-1"], doctor=PDFS["doctor.letter-1"], exhibits=found.enclosed.exhibits))
    assert made(handed=Handed()) == made(handed=replace(READY, signed=None)) == made(handed=replace(READY, complete="no")) == ()
    assert made(SENT) == packets(FIRST, PDFS, {}, LAW, TODAY) == ()


def test_a_late_request_takes_its_note_along_and_waits_until_that_was_read():
    late = LATE_DRUG.answers(ANSWERED)
    assert made(late) == ()
    assert made(late, replace(READY, late_noted=True))[0].enclosed.with_late_note


def test_papers_that_no_answer_calls_for_stay_where_they_are():
    more = PDFS | {"certification.letter-1": [paper("DANGER")], "designation.letter-1": [paper("SIGNER")], "record.record-1": [paper("RFA")], "record.record-2": [paper("NOTES")]}
    (found,) = made(TWO_TRACKS.answers(ANSWERED), pdfs=more)
    enclosed = found.enclosed
    assert enclosed.certification == enclosed.designation == () and [one.record.id for one in enclosed.exhibits] == ["record-1"]


def test_each_client_has_a_folder_with_a_cover_and_no_name_in_any_file_name():
    assert list(archive()) == [
        "client-01/0-cover.pdf", "client-01/1-request-letter-1.pdf", "client-01/2-copy-letter-1.pdf", "client-01/3-date-sheet.pdf", "client-01/4-supervisor-sheet.pdf",
        "client-01/5-hand-off.pdf", "client-02/0-cover.pdf", "client-02/1-hand-off.pdf",
    ]  # fmt: skip


def test_no_client_is_in_the_folder_of_another():
    for name, data in archive().items():
        found = " ".join(told(data))
        strangers = ("Other Person", "SAMPLE-777", "O. P.") if name.startswith("client-01") else ("Sample Worker", "SAMPLE-001", "S. W.", "shoulder")
        assert not [word for word in strangers if word in found], name


def test_the_cover_names_nobody_and_tells_what_follows_and_for_whom():
    words, found = load_words("es"), " ".join(told(archive()["client-01/0-cover.pdf"]))
    assert words.say("board.client_named", number=1, name="S. W.") in found and "Sample Worker" not in found and "SAMPLE-001" not in found and "hombro" not in found
    for block in ("to_reviewer", "to_administrator", "to_worker", "to_office", "warn"):
        assert set(words.letter("batch-cover", block).split()) <= set(found.split())
    assert words.letter("batch-cover", "none") not in found
    assert words.letter("batch-cover", "none") in " ".join(told(archive()["client-02/0-cover.pdf"]))


def test_what_goes_out_is_english_and_the_workers_own_paper_is_in_their_language():
    assert load_words("es").letter("date-sheet", "title") in " ".join(told(archive()["client-01/3-date-sheet.pdf"]))
    for name in ("1-request-letter-1", "4-supervisor-sheet", "5-hand-off"):
        assert load_words("es").letter("common", "copy_mark") not in " ".join(told(archive()[f"client-01/{name}.pdf"]))
    assert "FORM signed" in " ".join(told(archive()["client-01/1-request-letter-1.pdf"]))
    assert "DECISION" not in " ".join(told(archive()["client-01/2-copy-letter-1.pdf"]))


def test_printed_together_each_paper_begins_on_a_sheet_of_its_own():
    pages, marks = told(printed()), bookmarks(printed())
    assert all(place % 2 == 0 for _, place, _ in marks) and len(pages) % 2 == 0
    assert [depth for *_, depth in marks] == [0, 1, 1, 0, 1]
    firsts = [place for _, place, depth in marks if depth == 0]
    assert not [page for page in pages[: firsts[1]] if "Other Person" in page] and not [page for page in pages[firsts[1] :] if "Sample Worker" in page]
    assert len([page for page in pages if page]) == sum(len(told(data)) for name, data in archive().items() if name[len("client-01/")] in "012")


def test_the_print_file_says_nothing_of_anybody_in_its_title_and_holds_nothing_hidden():
    reader = PdfReader(io.BytesIO(printed()))
    assert set(reader.metadata) <= {"/Title", "/Producer"} and "Worker" not in str(reader.metadata)
    assert not reader.attachments and "/AF" not in reader.root_object and reader.xmp_metadata is None


def test_progress_is_told_client_by_client_and_may_stop_the_work():
    told_of, empty = [], (Client(1, Case(), papers=()), Client(2, Case(), papers=()))
    all_packets(empty, LAW, TODAY, "en", lambda done, total: told_of.append((done, total)))
    assert told_of == [(1, 2), (2, 2)]

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        all_packets(empty, LAW, TODAY, "en", stop)


def test_a_broken_paper_is_refused_without_a_word_of_it():
    (ready,) = made()
    broken = replace(clients()[0], packets=(replace(ready, enclosed=replace(ready.enclosed, form=[b"%PDF-1.4 secret"])),))
    with pytest.raises(PacketError) as refused:
        all_packets((broken,), LAW, TODAY, "en")
    assert str(refused.value) == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_a_cover(language):
    lines = [(load_words(language).letter("batch-cover", "copy"), "to_administrator", 3)]
    golden(f"batch-cover-{language}", RENDERERS[".txt"](batch_cover(matter(FIRST, language), 3, lines, ready=False)).decode())


def day(entry: Entry) -> date:
    """The day of an entry, also of one with an hour."""
    return entry.day.date() if isinstance(entry.day, datetime) else entry.day


PRIVATE = ("Sample", "SAMPLE", "Example", "shoulder", "Dr.")
MEDICAL = ("medic", "doctor", "treat", "exam", "QME", "IMR", "tratam", "revisi")


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_calendar_says_which_client_and_no_medical_word_in_a_title(language):
    entries = clinic_calendar([(1, matter(FIRST, language)), (2, matter(BOOKED.model_copy(update={"key": "c3"}), language)), (3, matter(SECOND, language))])
    titles = {entry.title for entry in entries}
    assert not [title for title in titles for word in (*PRIVATE, *MEDICAL) if word.casefold() in title.casefold()]
    called = {load_words(language).say("board.client_named", number=number, name=name) for number, name in ((1, "S. W."), (2, "S. W."), (3, "O. P."))}
    assert {client for client in called if any(client in title for title in titles)} == called
    assert not [entry.text for entry in entries for word in PRIVATE if word in entry.text]
    assert len({entry.uid for entry in entries}) == len(entries)
    assert b"BEGIN:VEVENT" in ics.render(entries, STAMP)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_calendar_of_the_office_leaves_out_what_is_over_and_does_not_speak_to_the_worker(language):
    case = EXAM_SOON.model_copy(update={"key": "d4"})
    days = [day(entry) for entry in clinic_calendar([(1, matter(case, language))])]
    own = [day(entry) for entry in calendar(matter(case, language))]
    assert min(own) < TODAY <= min(days) and len(days) == len([one for one in own if one >= TODAY])
    for later, there in ((last := max(days), True), (last + timedelta(days=1), False)):
        assert (last in [day(entry) for entry in clinic_calendar([(1, replace(matter(case, language), today=later))])]) == there, "a day that is here is not over"
    told = {entry.text for entry in clinic_calendar([(1, matter(case, language))])}
    helper = {entry.title for entry in calendar(replace(matter(case, language), words=load_words(language, HELPING)))}
    assert told <= helper and not [text for text in told if re.search(r"\b(your|you|usted)\b", text, re.IGNORECASE)]


@pytest.mark.parametrize(("case", "there"), [(EXAM_SOON, True), (BOOKED, True), (FARM_WORKER, False)])
def test_who_has_an_exam_ahead_gets_the_card_of_the_appointment(case, there):
    with ZipFile(io.BytesIO(all_packets((Client(1, case),), LAW, TODAY, "en"))) as found:
        assert any(one.endswith("appointment-card.pdf") for one in found.namelist()) == there
    last = EXAM_SOON.exams[0].on
    with ZipFile(io.BytesIO(all_packets((Client(1, EXAM_SOON, papers=(CARD,)),), LAW, last + timedelta(days=1), "en"))) as found:
        assert not any(one.endswith("appointment-card.pdf") for one in found.namelist())


def test_the_print_file_is_called_by_whether_it_is_one_person_or_several():
    one, several = (to_print(some, LAW, TODAY, "en") for some in ((Client(1, SECOND, papers=()),), (Client(1, SECOND, papers=()), Client(2, SECOND, papers=()))))
    say = load_words("en").letters["batch-cover"]
    assert [PdfReader(io.BytesIO(made)).metadata.title for made in (one, several)] == [say["title"], say["all"]]


def test_two_files_without_a_key_do_not_share_an_entry():
    bare = FARM_WORKER.model_copy(update={"key": ""})
    entries = clinic_calendar([(1, matter(bare, "en")), (2, matter(bare, "en"))])
    assert len({entry.uid for entry in entries}) == len(entries)


def test_every_sheet_of_a_clinic_is_a_paper_of_the_catalog():
    assert set(SHEETS) <= set(PAPERS)
