"""Files as accidents and other programs leave them: cut, mixed, turned around, with another thing where an answer was.

`mutated` changes the bytes of any file. `changed_answers` changes what stands in a save file and leaves it JSON. Both take
their chances from the Random they are given, so that a run can be had again.
"""

import json
from collections.abc import Callable
from copy import deepcopy
from random import Random

ODD = (
    b"NaN", b"-Infinity", b"1e999", b"null", b"true", b"[]", b"{}", b'"', b"\\", b"\\ud800", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"[" * 2000,
    b'{"a":' * 2000, b"9" * 5000, b'"__proto__": {"a": 1}, ', b'"case": {}, ', b'"version": 99, ', b"<script>", b"%PDF-1.7\n", b"PK\x03\x04", b"\r\n", b"\xc3",
)  # fmt: skip
VALUES = (
    None, True, False, 0, -1, 4, 1e308, 20260216, 10**30, "", "x", "unsure", "2026-02-30", "2026-13", "9999-12-31", "0001-01-01", "0000-01", [], {}, [[]], [{}], {"id": "x"},
    "../../x", "<b>", "=1+1", "\x00", "x" * 400, "x" * 21_000, "__proto__", {"__proto__": {}}, ["none", "none"], "letter-1", "a" * 64,
)  # fmt: skip
KEYS = ("__proto__", "constructor", "shoe", "", "id", "case", "format", "\x00", "name ", "Name")
ENCODINGS = ("utf-16", "utf-32", "utf-8-sig", "cp1252", "latin-1", "utf-16-be", "cp500", "utf-7")


def mutated(data: bytes, chance: Random) -> bytes:
    """A file with one to three accidents."""
    for _ in range(chance.randint(1, 3)):
        data = chance.choice(ACCIDENTS)(data, chance)
    return data


def _two(data: bytes, chance: Random) -> tuple[int, int]:
    first = chance.randint(0, len(data))
    return first, min(len(data), first + chance.choice((0, 1, 2, 5, 20, 200, 5000)))


def _flipped(data: bytes, chance: Random) -> bytes:
    at = chance.randrange(len(data) or 1)
    return data[:at] + bytes(one ^ 1 << chance.randrange(8) for one in data[at : at + 1]) + data[at + 1 :]


def _cut_off(data: bytes, chance: Random) -> bytes:
    return data[: chance.randint(0, len(data))]


def _without_head(data: bytes, chance: Random) -> bytes:
    return data[chance.randint(0, 40) :]


def _hole(data: bytes, chance: Random) -> bytes:
    first, last = _two(data, chance)
    return data[:first] + data[last:]


def _twice(data: bytes, chance: Random) -> bytes:
    first, last = _two(data, chance)
    return data[:last] + data[first:]


def _moved(data: bytes, chance: Random) -> bytes:
    first, last = _two(data, chance)
    rest, at = data[:first] + data[last:], chance.randint(0, len(data))
    return rest[:at] + data[first:last] + rest[at:]


def _odd(data: bytes, chance: Random) -> bytes:
    first, last = _two(data, chance)
    return data[:first] + chance.choice(ODD) + data[chance.choice((first, last)) :]


def _noise(data: bytes, chance: Random) -> bytes:
    first, last = _two(data, chance)
    return data[:first] + chance.randbytes(last - first) + data[last:]


def _other_letters(data: bytes, chance: Random) -> bytes:
    return data.decode("utf-8", "replace").encode(chance.choice(ENCODINGS), "replace")


ACCIDENTS: tuple[Callable[[bytes, Random], bytes], ...] = (_flipped, _cut_off, _without_head, _hole, _twice, _moved, _odd, _noise, _other_letters)


def changed_answers(data: bytes, chance: Random) -> bytes:
    """A save file in which one to three answers, keys or lines are others; it stays JSON."""
    file = json.loads(data)
    for _ in range(chance.randint(1, 3)):
        _change(chance.choice(_places(file)), chance)
    text = json.dumps(file, ensure_ascii=chance.random() < 0.5)
    return text.replace('": "', f'": {chance.choice(["NaN", "1", "Infinity"])}, "again": "', 1).encode() if chance.random() < 0.02 else text.encode()


def _places(file: object) -> list[dict | list]:
    """Every object and list in a file."""
    inner = list(file.values()) if isinstance(file, dict) else file if isinstance(file, list) else []
    mine = [file] if isinstance(file, (dict, list)) else []
    return mine + [place for one in inner for place in _places(one)]


def _change(place: dict | list, chance: Random) -> None:
    ways = list(place) if isinstance(place, dict) else list(range(len(place)))
    what = chance.randrange(6)
    if not ways or what == 0:
        _more(place, chance)
    elif what == 1:
        del place[chance.choice(ways)]
    elif what == 2:
        one, other = chance.choice(ways), chance.choice(ways)
        place[one], place[other] = place[other], place[one]
    elif what == 3 and isinstance(place, list):
        place.append(deepcopy(place[chance.choice(ways)]))
    else:
        place[chance.choice(ways)] = deepcopy(chance.choice(VALUES))


def _more(place: dict | list, chance: Random) -> None:
    if isinstance(place, dict):
        place[chance.choice(KEYS)] = deepcopy(chance.choice(VALUES))
    else:
        place.insert(0, deepcopy(chance.choice(VALUES)))
