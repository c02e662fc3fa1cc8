"""A file that opens only with its passphrase: scrypt makes the key, AES-256-GCM seals, both from `cryptography`.

A sealed file is one line that names the method, 16 bytes of salt, 12 of nonce, what was sealed, and a checksum of all
of it. The line is fixed, so no file can ask for other numbers than ours, cheaper or dearer; the checksum tells a file
that was cut or changed on its way from a passphrase that does not fit. Nobody can open a file without its passphrase,
we neither. This module must not know what is in a file, or any words.
"""

import hashlib
import os
import unicodedata

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from qme_guide.savefile import SaveFileError

_MARK = b"qme-guide-sealed "
_COST, _BLOCK, _LANES, _KEY = 2**15, 8, 3, 32
_HEAD = _MARK + b"1 scrypt n=%d r=%d p=%d aes-256-gcm\n" % (_COST, _BLOCK, _LANES)
_SALT, _NONCE, _TAG = 16, 12, 16
_CHECKSUM = hashlib.sha256().digest_size
SEAL = len(_HEAD) + _SALT + _NONCE + _TAG + _CHECKSUM
"""How many bytes a sealed file has more than what was sealed."""


def seal(data: bytes, passphrase: str) -> bytes:
    """The data as a sealed file, each time another one. Whether the passphrase is good is asked before (`flaw`)."""
    salt, nonce = os.urandom(_SALT), os.urandom(_NONCE)
    body = _HEAD + salt + nonce + AESGCM(_key(passphrase, salt)).encrypt(nonce, data, _HEAD)
    return body + hashlib.sha256(body).digest()


def is_sealed(data: bytes) -> bool:
    """Whether this file needs a passphrase; a damaged one and one of a newer guide too."""
    return data.startswith(_MARK)


def unseal(data: bytes, passphrase: str) -> bytes:
    """What was sealed. Raises SaveFileError: save_not_ours, save_newer, save_broken, save_wrong_passphrase."""
    found = _unsealed(_sound(data), passphrase)
    # Raised out here, away from the library's own error.
    if found is None:
        raise SaveFileError("save_wrong_passphrase")
    return found


def flaw(passphrase: str, again: str, least: int) -> str | None:
    """What is wrong with a new passphrase that was typed twice: its key, or None. `least`: how many signs it needs."""
    if len(_plain(passphrase)) < least:
        return "passphrase_short"
    return None if _plain(passphrase) == _plain(again) else "passphrase_differs"


def _sound(data: bytes) -> bytes:
    """A whole sealed file of this guide, without its checksum. Raises SaveFileError."""
    if not is_sealed(data):
        raise SaveFileError("save_not_ours")
    body, checksum = data[:-_CHECKSUM], data[-_CHECKSUM:]
    if len(data) < SEAL or hashlib.sha256(body).digest() != checksum:
        raise SaveFileError("save_broken")
    if not body.startswith(_HEAD):
        raise SaveFileError("save_newer")
    return body


def _unsealed(body: bytes, passphrase: str) -> bytes | None:
    """None, when the passphrase is another one, or somebody changed the file and its checksum."""
    rest = memoryview(body)[len(_HEAD) :]
    salt, nonce, sealed = bytes(rest[:_SALT]), bytes(rest[_SALT : _SALT + _NONCE]), rest[_SALT + _NONCE :]
    try:
        return AESGCM(_key(passphrase, salt)).decrypt(nonce, sealed, _HEAD)
    except InvalidTag:
        return None


def _key(passphrase: str, salt: bytes) -> bytes:
    return Scrypt(salt=salt, length=_KEY, n=_COST, r=_BLOCK, p=_LANES).derive(_plain(passphrase).encode(errors="surrogatepass"))


def _plain(passphrase: str) -> str:
    """One spelling for what looks the same: one form of accents; blanks at the ends, which phones add, do not count."""
    return unicodedata.normalize("NFC", passphrase).strip()
