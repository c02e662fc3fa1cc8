"""A sealed file opens with its passphrase and with nothing else."""

import hashlib
import unicodedata

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from qme_guide import vault
from qme_guide.law import load_law
from qme_guide.savefile import SaveFileError
from tests.sealing import quick_key  # noqa: F401

DATA = b'{"format": "qme-guide", "secret": "shoulder"}'
PASSPHRASE = "tres palabras y un número"
SEALED = vault.seal(DATA, PASSPHRASE)
LINE = b"qme-guide-sealed 1 scrypt n=32768 r=8 p=3 aes-256-gcm\n"


def refusal(data: bytes, passphrase: str = PASSPHRASE) -> str:
    with pytest.raises(SaveFileError) as caught:
        vault.unseal(data, passphrase)
    assert caught.value.__context__ is None and caught.value.__cause__ is None
    return caught.value.key


def checked(body: bytes) -> bytes:
    """A changed file with a checksum that is right again, as somebody makes it who knows how."""
    return body + hashlib.sha256(body).digest()


def test_what_was_sealed_comes_back_with_the_passphrase():
    assert vault.is_sealed(SEALED) and not vault.is_sealed(DATA)
    assert vault.unseal(SEALED, PASSPHRASE) == DATA


def test_nothing_of_the_content_or_the_passphrase_is_in_the_file_and_no_two_files_are_alike():
    assert b"shoulder" not in SEALED and b"palabras" not in SEALED
    assert vault.seal(DATA, PASSPHRASE)[len(LINE) :] != SEALED[len(LINE) :]
    assert len(SEALED) == len(DATA) + vault.SEAL


def test_the_file_is_made_of_what_it_says_so_that_other_programs_can_open_it():
    assert SEALED.startswith(LINE)
    rest, checksum = SEALED[len(LINE) : -32], SEALED[-32:]
    key = Scrypt(salt=rest[:16], length=32, n=32768, r=8, p=3).derive(PASSPHRASE.encode())
    assert AESGCM(key).decrypt(rest[16:28], rest[28:], LINE) == DATA
    assert hashlib.sha256(SEALED[:-32]).digest() == checksum


@pytest.mark.parametrize("typed", [unicodedata.normalize("NFD", PASSPHRASE), f" {PASSPHRASE}", f"{PASSPHRASE}\u00a0 \n"])
def test_the_same_passphrase_as_another_keyboard_writes_it_opens_the_file(quick_key, typed):
    assert vault.unseal(vault.seal(DATA, PASSPHRASE), typed) == DATA


@pytest.mark.parametrize("typed", ["", PASSPHRASE.upper(), PASSPHRASE[:-1], PASSPHRASE.replace(" ", ""), "tres palabras y un numero", "\ud800"])
def test_another_passphrase_is_refused_kindly(quick_key, typed):
    assert refusal(vault.seal(DATA, PASSPHRASE), typed) == "save_wrong_passphrase"


def test_another_passphrase_is_refused_by_the_real_key_too():
    assert refusal(SEALED, "tres palabras y un numero") == "save_wrong_passphrase"


@pytest.mark.parametrize("length", [len(b"qme-guide-sealed "), 40, len(LINE), len(LINE) + 20, vault.SEAL - 1, len(SEALED) - 33, len(SEALED) - 1])
def test_a_file_that_was_cut_is_damaged_and_no_passphrase_is_blamed(length):
    assert refusal(SEALED[:length]) == "save_broken"


@pytest.mark.parametrize("at", [len(LINE), len(LINE) + 17, len(LINE) + 40, len(SEALED) - 40, len(SEALED) - 1])
def test_a_file_in_which_one_bit_fell_over_is_damaged(at):
    assert refusal(SEALED[:at] + bytes([SEALED[at] ^ 1]) + SEALED[at + 1 :]) == "save_broken"


@pytest.mark.parametrize("at", [len(LINE), len(LINE) + 17, len(LINE) + 40, len(SEALED) - 40])
def test_a_file_that_somebody_changed_on_purpose_does_not_open(quick_key, at):
    whole = vault.seal(DATA, PASSPHRASE)
    assert refusal(checked(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 : -32])) == "save_wrong_passphrase"


@pytest.mark.parametrize("numbers", [b"n=2 r=8 p=1", b"n=1073741824 r=8 p=3", b"n=32768 r=8 p=1", b"n=65536 r=8 p=3"])
def test_a_file_cannot_ask_for_other_work_than_ours(numbers):
    """Cheaper would be weak; dearer would stop the server. Nothing is computed for such a file."""
    asked = checked(SEALED.replace(b"n=32768 r=8 p=3", numbers)[:-32])
    assert refusal(asked) == "save_newer"


def test_a_file_of_a_later_guide_is_told_apart_and_one_of_somebody_else_too():
    assert refusal(checked(SEALED.replace(b"sealed 1 ", b"sealed 2 ")[:-32])) == "save_newer"
    assert refusal(DATA) == "save_not_ours" == refusal(b"")


def test_a_new_passphrase_is_long_enough_and_typed_twice_alike():
    least = load_law().practice.passphrase_letters
    assert vault.flaw(PASSPHRASE, PASSPHRASE, least) is None
    assert vault.flaw(PASSPHRASE, f"{unicodedata.normalize('NFD', PASSPHRASE)} ", least) is None
    assert vault.flaw("x" * (least - 1) + "   ", "x" * (least - 1), least) == "passphrase_short"
    assert vault.flaw(PASSPHRASE, PASSPHRASE.title(), least) == "passphrase_differs"
