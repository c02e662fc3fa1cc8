"""Whatever file a person brings back: answers as they are, sealed ones, or a PDF with either of them in it.

A file is judged by its content, never by its name. This module must not know law, words, or where a file is kept.
"""

from qme_guide import carry, savefile, vault
from qme_guide.savefile import Saved, SaveFileError
from qme_guide.travel import Limits

_MEGA = 1_000_000
_ZIP = b"PK"


def opened(data: bytes, passphrase: str | None, limits: Limits) -> Saved:
    """What is in a file. Raises SaveFileError.

    Keys: those of `savefile.read`, `carry.carried` and `vault.unseal`; save_zip for a folder of files, as we give one for
    several people; and save_locked when the answers in it are sealed and there is no passphrase: then ask for it, and come
    again with the same file.
    """
    if too_big(data, limits):
        raise SaveFileError("save_too_big")
    if data.startswith(_ZIP):
        raise SaveFileError("save_zip")
    found = carry.carried(data, limits.file + vault.SEAL) if carry.is_pdf(data) else data
    if vault.is_sealed(found):
        if not passphrase:
            raise SaveFileError("save_locked")
        found = vault.unseal(found, passphrase)
    return savefile.read(found, limits)


def too_big(data: bytes, limits: Limits) -> bool:
    """Whether a file is larger than what we open. A PDF may show papers as large as one that we take, beside what it carries."""
    shown = limits.paper.megabytes * _MEGA if carry.is_pdf(data) else 0
    return len(data) > shown + limits.file + vault.SEAL
