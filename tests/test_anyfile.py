"""Any file a person brings back: it opens, or one kind word says why not. Round trips of any case, and changed files."""

import random
import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qme_guide import anyfile, carry, savefile, vault
from qme_guide.documents.document import Document, Paragraph
from qme_guide.render import pdf
from qme_guide.savefile import Saved, SaveFileError, dump
from qme_guide.words import LANGUAGES, load_words
from tests import hostile
from tests.any_case import LIMITS, saved
from tests.changing import changed, checksummed
from tests.personas import EVERYBODY, RATED, SENT
from tests.sealing import quick_key  # noqa: F401

PASSPHRASE = "tres palabras y un número"
PAPER = pdf.render(Document("sample", "Sample paper", "es", (Paragraph("Sample words"),)))
SMALL = hostile.paper()
SAVED = date(2026, 11, 21)
PLAIN = dump(SENT, SAVED, "es")
KINDS = ("plain", "sealed", "in a PDF", "sealed in a PDF")


def file(kind: str, save: bytes, paper: bytes = PAPER) -> bytes:
    inner = vault.seal(save, PASSPHRASE) if kind.startswith("sealed") else save
    return carry.carry(paper, inner) if kind.endswith("PDF") else inner


def passphrase(kind: str) -> str | None:
    return PASSPHRASE if kind.startswith("sealed") else None


def refusal(data: bytes, typed: str | None = None, limits=LIMITS) -> str:
    with pytest.raises(SaveFileError) as caught:
        anyfile.opened(data, typed, limits)
    assert caught.value.__context__ is None and caught.value.__cause__ is None, "the error carries another, which quotes the file"
    return caught.value.key


@pytest.mark.parametrize("kind", KINDS)
def test_everybody_comes_back_from_every_kind_of_file(kind, quick_key):
    for case in EVERYBODY.values():
        assert anyfile.opened(file(kind, dump(case, SAVED, "en"), SMALL), passphrase(kind), LIMITS) == Saved(case, SAVED, "en")


def test_a_passphrase_for_a_file_that_needs_none_does_no_harm():
    assert anyfile.opened(PLAIN, PASSPHRASE, LIMITS).case == SENT
    assert anyfile.opened(carry.carry(PAPER, PLAIN), PASSPHRASE, LIMITS).case == SENT


@pytest.mark.parametrize("kind", KINDS[1::2])
def test_a_sealed_file_asks_for_its_passphrase_and_opens_the_second_time(kind, quick_key):
    data = file(kind, PLAIN)
    assert refusal(data) == refusal(data, "") == "save_locked"
    assert refusal(data, "another one") == "save_wrong_passphrase"
    assert anyfile.opened(data, PASSPHRASE, LIMITS).case == SENT


def test_every_kind_of_file_has_its_limit(quick_key):
    small = replace(LIMITS, answers=len(PLAIN), file=len(PLAIN), paper=replace(LIMITS.paper, megabytes=0))
    assert anyfile.opened(PLAIN, None, small).case == SENT
    assert refusal(dump(RATED), None, small) == "save_too_big"
    assert refusal(b"%PDF-" + bytes(len(PLAIN) + vault.SEAL), None, small) == "save_too_big"
    sealed = vault.seal(b"[" * (len(PLAIN) + 1), PASSPHRASE)
    assert refusal(sealed, PASSPHRASE, small) == "save_too_big"
    assert not anyfile.too_big(bytes(len(PLAIN)), small) and anyfile.too_big(bytes(len(PLAIN) + vault.SEAL + 1), small)


OTHERS = {
    "a PDF without answers": (PAPER, "save_pdf_bare"),
    "a PDF with other answers": (carry.carry(PAPER, b'{"name": "Sample"}'), "save_not_ours"),
    "a PDF with answers cut off": (carry.carry(PAPER, PLAIN[:-9]), "save_broken"),
    "a PDF with answers of a later guide": (carry.carry(PAPER, b'{"format": "qme-guide", "version": 999, "case": {}}'), "save_newer"),
    "a PDF in a PDF": (carry.carry(PAPER, carry.carry(PAPER, PLAIN)), "save_not_ours"),
    "a PDF with a password": (hostile.locked("secret"), "save_pdf_locked"),
    "a photo": (hostile.photo(), "save_not_ours"),
    "a zip": (hostile.zipped("word/document.xml"), "save_zip"),
    "nothing": (b"", "save_not_ours"),
    "brackets": (b"[" * 400_000, "save_not_ours"),
}


@pytest.mark.parametrize("name", OTHERS)
def test_every_other_file_gets_its_own_kind_word(name):
    data, key = OTHERS[name]
    assert refusal(data, PASSPHRASE) == key


def test_what_is_sealed_in_another_way_than_ours_is_not_ours(quick_key):
    for inner in (PAPER, vault.seal(PLAIN, PASSPHRASE), carry.carry(SMALL, PLAIN)):
        assert refusal(vault.seal(inner, PASSPHRASE), PASSPHRASE) == "save_not_ours"


def test_every_key_has_its_sentence_in_both_languages():
    keys = {"save_locked", "save_wrong_passphrase", "save_pdf_bare", "save_pdf_damaged", "save_pdf_locked", "save_pdf_several"}
    keys |= {key for _, key in OTHERS.values()} | set(re.findall(r"save_\w+", str(SaveFileError.__doc__)))
    for language in LANGUAGES:
        assert all(load_words(language).say(f"errors.{key}") for key in keys)
        assert "12" in load_words(language).say("errors.passphrase_short", least=12) and load_words(language).say("errors.passphrase_differs")


def survives(saved: Saved) -> None:
    """In every kind of file, nothing lost."""
    data = dump(saved.case, saved.saved_on, saved.language, saved.papers)
    for kind in KINDS[1:]:
        back = anyfile.opened(file(kind, data, SMALL), passphrase(kind), LIMITS)
        assert back == anyfile.opened(data, None, LIMITS), kind
        assert (back.case, back.saved_on, back.language) == (saved.case, saved.saved_on, saved.language), kind
        assert [(one.paper, one.order) for one in back.papers] == [(one.paper, one.order) for one in saved.papers], kind


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(saved())
def test_any_case_comes_back_from_every_kind_of_file(quick_key, told):
    survives(Saved(*told))


@pytest.mark.slow
@settings(max_examples=1500, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(saved())
def test_many_cases_come_back_from_every_kind_of_file(quick_key, told):
    survives(Saved(*told))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60), st.binary(max_size=200))
def test_any_passphrase_and_any_bytes_come_back(quick_key, typed, data):
    assert vault.unseal(vault.seal(data, typed), typed) == data
    assert carry.carried(carry.carry(SMALL, data), LIMITS.file) == data


def mutants(count: int, seed: int) -> dict[str, int]:
    """So many changed files of each kind, opened: how many gave a valid case, and how many each word. Nothing else may come."""
    chance, told = random.Random(seed), dict[str, int]()
    bases = {kind: file(kind, PLAIN, SMALL) for kind in KINDS[1:]}
    sealed = bases["sealed"]
    kinds = {
        **{kind: lambda base=base: changed(base, chance) for kind, base in bases.items()},
        "sealed, checksum made right": lambda: checksummed(changed(sealed, chance)),
        "changed, then sealed": lambda: vault.seal(changed(PLAIN, chance), PASSPHRASE),
        "changed, then in a PDF": lambda: carry.carry(SMALL, changed(PLAIN, chance)),
    }
    for _ in range(count):
        for make in kinds.values():
            data = make()
            try:
                back = anyfile.opened(data, PASSPHRASE, LIMITS)
                word = "a valid case"
                assert anyfile.opened(dump(back.case), None, LIMITS).case == back.case
            except SaveFileError as error:
                word = error.key
                assert error.__context__ is None and load_words("es").say(f"errors.{word}")
            told[word] = told.get(word, 0) + 1
    return told


def test_a_changed_file_opens_or_gets_a_kind_word(quick_key):
    told = mutants(40, seed=7)
    assert sum(told.values()) == 240 and {"a valid case", "save_broken", "save_pdf_damaged", "save_wrong_passphrase"} <= set(told)


@pytest.mark.slow
@pytest.mark.parametrize("part", range(4))
def test_many_thousand_changed_files_open_or_get_a_kind_word(part, quick_key, record_property):
    told = mutants(2_500, seed=part)
    record_property("counted", f"{sum(told.values()):,} changed sealed files and PDFs: {told}")
    assert sum(told.values()) == 15_000


def test_no_answer_makes_a_file_look_like_another_kind(quick_key):
    """What a person typed cannot make their file a PDF or a sealed one."""
    for typed in ("%PDF-1.7", "qme-guide-sealed 1 scrypt", "\n%PDF-1.7\n%%EOF", "/EmbeddedFiles"):
        case = SENT.answers({"worker.name": typed})
        for kind in KINDS:
            assert anyfile.opened(file(kind, dump(case), SMALL), passphrase(kind), LIMITS).case.worker.name == case.worker.name
