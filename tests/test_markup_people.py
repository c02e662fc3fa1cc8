"""Texts that would be markup, where several cases or files meet: the people of a clinic, two files of one person, what
lies on a device, and what leaves for everybody at once. The pages of one case: test_markup_pages; its papers: test_markup_papers.
"""

import csv
import io
import re
from functools import cache
from zipfile import ZipFile

import pytest
from pypdf import PdfReader
from streamlit.testing.v1 import AppTest

from pages.parts import device_store, process
from qme_guide import batch, board, vault
from qme_guide.case import Case
from qme_guide.documents.clinic_calendar import clinic_calendar
from qme_guide.documents.matter import Matter
from qme_guide.flow import page
from qme_guide.savefile import dump
from qme_guide.tables.board import to_csv
from qme_guide.words import load_words
from tests.markup import CORPUS, FULLEST, MARK, fits, shifted
from tests.personas import CLAIM_DENIED, EXAM_SOON, FARM_WORKER, LATE_DRUG, TODAY
from tests.screens import faults, own_words
from tests.sealing import quick_key  # noqa: F401
from tests.sweeps import some_of
from tests.test_markup_pages import opened
from tests.test_markup_papers import DOES, LAW, keys, sound
from tests.test_pages import healthy, text

# So many people sit at one table; from table to table each text is a name and the name of a file.
SEATS = 12
TABLES = range(0, len(CORPUS), SEATS)
BASES = (FARM_WORKER, LATE_DRUG, EXAM_SOON, CLAIM_DENIED)
WHO = ("worker.name", "claim.number")
ES = load_words("es")


@pytest.fixture(autouse=True)
def _as_it_breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QME_GUIDE_TODAY", TODAY.isoformat())
    monkeypatch.setenv(process.DEVELOP, "yes")


@cache
def people(first: int) -> tuple[Case, ...]:
    """The people of one table, each with another text as name and other texts in all other fields."""
    texts = [CORPUS[at % len(CORPUS)] for at in range(first, first + SEATS)]
    return tuple(
        shifted(BASES[at % len(BASES)], first + at).answers({"worker.name": fits(text, "worker.name"), "key": f"{first + at + 1:064x}", "claim.number": f"SAMPLE-{first + at}"})
        for at, text in enumerate(texts)
    )


def again(case: Case, by: int) -> Case:
    """Another file of the same person, with other texts everywhere else."""
    return shifted(case, by).answers({path: case.answer(path) for path in WHO})


def all_words(*cases: Case) -> tuple[str, ...]:
    """What was typed in any of them, and every text of the corpus, for files are called so."""
    return tuple(sorted({*(one for case in cases for one in own_words(case)), *CORPUS}, key=len, reverse=True))


def table(first: int, *more: tuple[str, bytes]) -> AppTest:
    """The page of a clinic with a file of each of these people, and more files under names of their own."""
    at = opened(Case(), "clinic")
    given = [(f"{number}.json", dump(one, TODAY, "es")) for number, one in enumerate(people(first))]
    at.file_uploader[0].set_value([(name, data, "application/json") for name, data in (*given, *more)])
    return at.run()


@pytest.mark.parametrize("first", some_of(TABLES, TABLES[8:9]))
def test_the_board_the_files_that_wait_and_the_band_show_every_text_as_it_was_typed(first, quick_key):  # noqa: F811
    double, names = again(people(first)[0], first + 5), [CORPUS[(first + at) % len(CORPUS)] for at in range(3)]
    words = all_words(*people(first), double)
    at = table(first, (names[0], b"{"), (names[1], vault.seal(b"{}", "one two three four")), (names[2], dump(double, TODAY, "es")))
    shown = text(at)
    assert all(ES.say(name) in shown for name in ("clinic.same", "errors.save_not_ours", "clinic.locked"))
    assert len(at.session_state["sitting.people"]) == SEATS
    assert not faults(at, words)
    for key in ("clinic.merge.2", "clinic.remove.3", "undo.undo", "clinic.clear", "clinic.clear_no", "clinic.open.2"):
        assert not faults(at.button(key=key).click().run(), words), key


@pytest.mark.parametrize("by", some_of(range(0, len(CORPUS), 13), (104,)))
def test_two_files_of_one_person_are_compared_in_the_words_that_were_typed(by):
    mine = shifted(FULLEST, by)
    for theirs in (again(mine, by + 1), shifted(FULLEST, by + 2)):
        at = opened(mine.answers({"key": f"{1:064x}"}), "keep")
        at.file_uploader[0].set_value(("a.json", dump(theirs.answers({"key": f"{2:064x}"}), TODAY, "es"), "application/json"))
        words = all_words(mine, theirs)
        assert not faults(at.run(), words)
        for key in ("open_no", "undo.undo"):
            assert not faults(at.button(key=key).click().run(), words), key
        for asked in (one for one in at.radio if one.key == "open_same"):
            assert not faults(asked.set_value("yes").run(), words)
        assert not faults(at.button(key="open_join").click().run(), words)


def test_of_what_a_browser_tells_of_its_storage_only_days_and_initials_are_shown():
    days = ("2026-11-20T15:05", "0001-01-01", "9999-12-31T23:59:59")
    kept = [{"key": f"{at:064x}", "on": days[at % len(days)], "mark": mark} for at, mark in enumerate((*CORPUS, "S. W.", "\u00d1."))]
    at = AppTest.from_file("../app.py", default_timeout=60)
    at.session_state["language"], at.session_state[device_store.HEARD] = "es", {"kept": kept, "trouble": "<b>zonk</b>"}
    for found in (at.run(), at.switch_page(page("keep")).run()):
        assert not faults(found, ()) and healthy(found)
    labels = [one.label for one in at.button]
    assert any("S. W." in one for one in labels) and any("\u00d1." in one for one in labels)
    assert len(labels) > 2 * len(CORPUS)


@pytest.mark.parametrize("first", some_of(TABLES, TABLES[:1]))
def test_the_table_and_the_calendar_of_a_clinic_run_nothing_and_name_nobody_who_is_not_wanted(first):
    cases = people(first)
    rows = board.rows(cases, LAW, TODAY)
    assert MARK.encode() not in to_csv(rows, ES) and MARK.encode() in to_csv(rows, ES, names=True)
    data = to_csv(rows, ES, names=True).decode("utf-8-sig")
    assert len(list(csv.reader(io.StringIO(data, newline="")))) == len(rows) + 1
    for separator in (",", ";", "\t"):
        for row in csv.reader(io.StringIO(data, newline=""), delimiter=separator):
            assert not [cell for cell in row if re.match(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20](?!\d+$)", cell)], separator
    entries = clinic_calendar([(number, Matter(case, None, LAW, ES, TODAY)) for number, case in enumerate(cases, start=1)])
    assert len(entries) > SEATS and MARK.encode() not in sound(entries)


@pytest.mark.parametrize("first", some_of(TABLES[::6], TABLES[:1]))
def test_the_papers_of_everybody_open_and_do_nothing_and_no_file_is_called_what_was_typed(first):
    clients = [batch.Client(number, case) for number, case in enumerate(people(first), start=1)][:: 1 if first else SEATS // 2]
    with ZipFile(io.BytesIO(batch.all_packets(clients, LAW, TODAY, "es"))) as found:
        assert all(re.fullmatch(r"client-\d\d/\d-[a-z-]+\.pdf", name) for name in found.namelist())
        files = [found.read(name) for name in found.namelist()]
    for data in (*files, batch.to_print(clients, LAW, TODAY, "es")):
        reader = PdfReader(io.BytesIO(data), strict=True)
        assert not keys(reader) & DOES and MARK not in str(reader.metadata) and MARK not in str(reader.outline)
