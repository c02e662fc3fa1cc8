"""The rows of a CSV file, whoever wrote it: its encoding, its separator, and where its headings stand. No meaning yet.

Refused: what is no text table, holds nothing, or is too large, before any row of it is looked at.
"""

import codecs
import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from qme_guide.tables.columns import named, plain

_SEPARATORS = ",;\t|"
_OTHER_FILES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"{", b"\x89PNG", b"\xff\xd8\xff")
_WIDE = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Refused(Exception):
    """A file that is not taken: the key of a message under `errors` and its facts."""

    key: str
    facts: Mapping[str, object] = field(default_factory=dict)


Row = tuple[int, tuple[str, ...]]
"""A row with its number as a spreadsheet counts it."""


def rows_of(data: bytes, rows: int, megabytes: int) -> tuple[Row, ...]:
    """The rows that hold anything, the headings first. Raises Refused."""
    if len(data) > megabytes * _MEGABYTE:
        raise Refused("table_too_big", {"limit": megabytes})
    if data.startswith(_OTHER_FILES):
        raise Refused("table_not_csv")
    text = _text(data)
    separator = _told_separator(text) or max(_SEPARATORS, key=lambda one: _known(text, one))
    try:
        found = tuple(islice(_filled(text, separator), rows + len(("headings", "one more"))))
    except csv.Error:
        raise Refused("table_not_csv") from None
    if len(found) <= 1:
        raise Refused("table_empty")
    if len(found) > rows + 1:
        raise Refused("table_too_many", {"limit": rows})
    return found


def unreadable(rows: Sequence[Row]) -> bool:
    """Some letters came as a sign that stands for an unreadable one."""
    return any("\ufffd" in cell for _, cells in rows for cell in cells)


def _text(data: bytes) -> str:
    """The bytes as text: as their mark says, else UTF-8, else as older programs of the West write it."""
    for mark, name in _WIDE.items():
        if data.startswith(mark):
            return data.decode(name, errors="replace")
    if b"\x00" in data:
        raise Refused("table_not_csv")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _told_separator(text: str) -> str:
    """The separator of a first line such as "sep=;"."""
    first = text.split("\n", 1)[0].strip()
    return first[-1] if first.lower().startswith("sep=") and first[-1] in _SEPARATORS else ""


def _filled(text: str, separator: str) -> Iterator[Row]:
    """The rows in which anything stands, without the line that tells the separator."""
    rest = text.partition("\n")[-1] if _told_separator(text) else text
    for number, row in enumerate(csv.reader(io.StringIO(rest, newline=""), delimiter=separator), 1):
        if any(cell.strip() for cell in row):
            yield number, tuple(row)


def _known(text: str, separator: str) -> int:
    """How many headings are understood when the first row is split there."""
    try:
        _, head = next(_filled(text, separator), (0, ()))
    except csv.Error:
        return 0
    return sum(plain(cell) in named() for cell in head)
