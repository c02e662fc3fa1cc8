"""The second face: dates and papers from a file, without Streamlit."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from qme_guide import vault
from qme_guide.__main__ import main
from qme_guide.carry import carry
from qme_guide.documents.catalog import CALENDAR, PAPERS
from qme_guide.savefile import dump
from qme_guide.words import LANGUAGES, load_words
from tests.hostile import paper as sheet
from tests.personas import EVERYBODY, FARM_WORKER
from tests.sealing import quick_key  # noqa: F401
from tests.sweeps import in_turn

ROOT = Path(__file__).resolve().parents[1]
VECTORS = ROOT / "tests" / "examples" / "test-vectors.json"
TODAY = ("--today", "2026-11-21")


@pytest.fixture
def case_file(tmp_path):
    path = tmp_path / "case.json"
    path.write_bytes(dump(FARM_WORKER))
    return path


def run(*arguments: object) -> int:
    return main([str(one) for one in arguments])


def test_the_engine_runs_without_streamlit_and_writes_utf_8_where_the_terminal_does_not():
    """A process that cannot import Streamlit, on a terminal that knows ASCII alone, computes every published example."""
    code = "import runpy, sys; sys.modules['streamlit'] = None; runpy.run_module('qme_guide', run_name='__main__')"
    command = [sys.executable, "-c", code, "examples", str(VECTORS)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=120, env={"PYTHONIOENCODING": "ascii", "PATH": ""})
    assert done.returncode == 0, done.stderr
    assert len(json.loads(done.stdout)) == 190 and "\u2020" in done.stdout.decode("utf-8")


def test_a_difference_goes_to_standard_error_and_the_answer_stays_ours(tmp_path, capsys):
    path = tmp_path / "examples.json"
    wrong = {"id": "x", "rule": "imr-request-30", "inputs": {"served": "2026-10-30"}, "safe": "2026-11-29"}
    path.write_text(json.dumps([wrong, {"id": "y"}]), encoding="utf-8")
    assert run("examples", path) == 1
    said = capsys.readouterr()
    first, second = json.loads(said.out)
    assert first["safe"] == "2026-11-25" and first["working"] and first["citation"] and first["status"]
    assert second["safe"] is None
    assert "x" in said.err


def test_a_file_that_is_no_list_of_examples_is_told_kindly(tmp_path, capsys):
    path = tmp_path / "examples.json"
    path.write_text("not json", encoding="utf-8")
    assert run("examples", path) == 1
    assert capsys.readouterr().out == ""
    assert run("examples", tmp_path / "nowhere.json") == 1
    path.write_text("[" * 200_000, encoding="utf-8")
    assert run("examples", path) == 1
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize("person", EVERYBODY)
def test_dates_prints_only_json_for_everybody(person, tmp_path, capsys):
    path = tmp_path / "case.json"
    path.write_bytes(dump(EVERYBODY[person]))
    assert run("dates", path, *TODAY) == 0
    assert isinstance(json.loads(capsys.readouterr().out)["dates"], list)


def test_dates_takes_a_bare_case_too(tmp_path, capsys):
    path = tmp_path / "bare.json"
    path.write_text(json.dumps(json.loads(dump(FARM_WORKER))["case"]), encoding="utf-8")
    assert run("dates", path) == 0
    safe = {row["rule"]: row["safe"] for row in json.loads(capsys.readouterr().out)["dates"]}
    assert safe["imr-request-30"] == "2026-11-25"


@pytest.mark.parametrize("kind", ["sealed", "in a PDF", "sealed in a PDF"])
def test_dates_takes_whatever_file_the_person_keeps(kind, tmp_path, capsys, quick_key):
    path, secret = tmp_path / "my-copy", tmp_path / "passphrase.txt"
    data = vault.seal(dump(FARM_WORKER), "tres palabras y un número") if kind.startswith("sealed") else dump(FARM_WORKER)
    path.write_bytes(carry(sheet(), data) if kind.endswith("PDF") else data)
    secret.write_text("\ufefftres palabras y un número\r\nmore\n", encoding="utf-8")
    assert run("dates", path, *TODAY, "--passphrase-file", secret) == 0
    safe = {row["rule"]: row["safe"] for row in json.loads(capsys.readouterr().out)["dates"]}
    assert safe["imr-request-30"] == "2026-11-25"
    if kind.startswith("sealed"):
        assert run("dates", path) == 1
        secret.write_bytes(b"\xff wrong")
        assert run("dates", path, "--passphrase-file", secret) == 1
        said = capsys.readouterr()
        assert said.out == "" and load_words("en").say("errors.save_locked") in said.err and load_words("en").say("errors.save_wrong_passphrase") in said.err


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_wrong_with_a_file_is_told_in_the_language_that_was_asked_for_and_names_the_argument_that_mends_it(language, tmp_path, capsys, quick_key):
    cut, locked = tmp_path / "cut.json", tmp_path / "locked"
    cut.write_bytes(dump(FARM_WORKER)[:-9])
    locked.write_bytes(vault.seal(dump(FARM_WORKER), "cuatro palabras que nadie sabe"))
    assert run("dates", cut, "--language", language) == 1 == run("paper", "date-sheet", locked, "-o", tmp_path / "x.pdf", "--language", language)
    said, words = capsys.readouterr().err, load_words(language)
    assert words.say("errors.save_broken") in said and words.say("errors.save_locked") in said and "--passphrase-file" in said


def test_a_pdf_without_answers_and_a_missing_passphrase_file_are_told_kindly(tmp_path, capsys):
    path = tmp_path / "letter.pdf"
    path.write_bytes(sheet())
    assert run("dates", path) == 1
    assert load_words("en").say("errors.save_pdf_bare") in capsys.readouterr().err
    assert run("dates", path, "--passphrase-file", tmp_path / "nowhere") == 1
    assert "Traceback" not in capsys.readouterr().err


MAGIC = {"pdf": b"%PDF-", "docx": b"PK", "txt": b"Sample", "html": b"<!doctype html>"}


def kinds() -> list:
    """Each paper with each kind of file: one kind with every run, the kinds and the languages in turn."""
    papers = [(at, one) for at, one in enumerate(in_turn(PAPERS))]
    return [
        pytest.param(*one.values, ending, marks=one.marks if at // 2 % len(MAGIC) == number else pytest.mark.slow)
        for at, one in papers
        for number, ending in enumerate(MAGIC)
    ]


@pytest.mark.parametrize(("name", "language", "ending"), kinds())
def test_every_paper_comes_as_every_kind_of_file(name, ending, language, case_file, tmp_path):
    out = tmp_path / f"paper.{ending}"
    assert run("paper", name, case_file, "-o", out, "--language", language, *TODAY) == 0
    assert out.read_bytes().startswith(MAGIC[ending]) or ending == "txt"
    assert len(out.read_bytes()) > 100


def test_the_calendar_is_an_ics_file_and_the_list_names_it(case_file, tmp_path, capsys):
    out = tmp_path / "dates.ics"
    assert run("paper", CALENDAR, case_file, "-o", out, *TODAY) == 0
    assert out.read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert run("paper", "--list") == 0
    assert CALENDAR in json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("wrong", [("paper", "no-such-paper"), ("paper", "imr-cover")])
def test_a_wrong_name_or_ending_says_what_there_is(wrong, case_file, tmp_path, capsys):
    assert run(*wrong, case_file, "-o", tmp_path / "x.exe") == 1
    assert "imr-cover" in capsys.readouterr().err


def test_a_letter_that_is_not_in_the_case_is_told_and_nothing_is_written(case_file, tmp_path, capsys):
    out = tmp_path / "paper.txt"
    assert run("paper", "designation", case_file, "-o", out, "--letter", "letter-9") == 1 and not out.exists()
    said = capsys.readouterr().err
    assert "letter-9" in said and "Sample" not in said and "Traceback" not in said
    assert run("paper", "designation", case_file, "-o", out, "--letter", "letter-1") == 0


def test_a_broken_case_file_is_refused_without_a_word_of_it(tmp_path, capsys):
    path = tmp_path / "case.json"
    path.write_text('{"format": "qme-guide", "version": 1, "case": {"worker": {"name": 5, "secret-word": "hidden"}}}', encoding="utf-8")
    assert run("dates", path) == 1
    said = capsys.readouterr()
    assert "secret-word" not in said.err and "hidden" not in said.err and "Traceback" not in said.err
    assert said.out == ""


def test_check_is_well_today_and_names_what_is_overdue_later(capsys):
    assert run("check", *TODAY) == 0
    assert json.loads(capsys.readouterr().out)["clocks"] == 77
    assert run("check", "--today", "2027-01-02") == 1
    assert "imr-request-30" in capsys.readouterr().err
