"""Files changed by accident or on purpose, for the test that nothing but a kind word comes of it."""

import hashlib
import random
import re

JUNK = (b"\0", b"\xff\xfe", b"{", b"}" * 9, b"<<", b">>", b"endstream", b"endobj", b"stream\n", b"%%EOF", b"/Length 99999999999", b"/Kids [1 0 R]", b"R", b"NaN", b'"__proto__":{}', b"-1", b"9" * 40)  # fmt: skip


def changed(data: bytes, chance: random.Random, times: int = 3) -> bytes:
    """The file with up to so many things done to it: bytes turned, cut out, put in, doubled, moved, numbers made others."""
    for _ in range(chance.randint(1, times)):
        data = chance.choice(WAYS)(data, chance) if data else chance.choice(JUNK)
    return data


def _span(data: bytes, chance: random.Random, longest: int = 60) -> tuple[int, int]:
    start = chance.randrange(len(data))
    return start, min(start + chance.randint(1, longest), len(data))


def _bit(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]


def _byte(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + chance.randbytes(1) + data[at + 1 :]


def _cut_out(data: bytes, chance: random.Random) -> bytes:
    start, end = _span(data, chance)
    return data[:start] + data[end:]


def _cut_off(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def _cut_head(data: bytes, chance: random.Random) -> bytes:
    return data[chance.randint(1, min(40, len(data))) :]


def _put_in(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + (chance.choice(JUNK) if chance.random() < 0.6 else chance.randbytes(chance.randint(1, 30))) + data[at:]


def _doubled(data: bytes, chance: random.Random) -> bytes:
    start, end = _span(data, chance, 300)
    return data[:end] + data[start:end] + data[end:]


def _moved(data: bytes, chance: random.Random) -> bytes:
    start, end = _span(data, chance)
    rest = data[:start] + data[end:]
    at = chance.randint(0, len(rest))
    return rest[:at] + data[start:end] + rest[at:]


def _number(data: bytes, chance: random.Random) -> bytes:
    """Another number in the place of one: lengths, places, ids, versions."""
    found = list(re.finditer(rb"\d+", data))
    if not found:
        return _byte(data, chance)
    one = chance.choice(found)
    other = chance.choice((b"0", b"1", b"-1", b"7", b"99999", b"4294967296", b"1e9", str(int(one[0][:18]) + chance.randint(-3, 3)).encode()))
    return data[: one.start()] + other + data[one.end() :]


def _zeroed(data: bytes, chance: random.Random) -> bytes:
    start, end = _span(data, chance, 500)
    return data[:start] + bytes(end - start) + data[end:]


def _twice(data: bytes, chance: random.Random) -> bytes:
    return data + data


def _lines(data: bytes, chance: random.Random) -> bytes:
    """As a mail program does that takes a file for text."""
    return data.replace(b"\n", b"\r\n")


WAYS = (_bit, _byte, _cut_out, _cut_off, _cut_head, _put_in, _doubled, _moved, _number, _number, _zeroed, _twice, _lines)


def checksummed(data: bytes) -> bytes:
    """A sealed file that was changed, with a checksum that is right again, as somebody makes it who knows how."""
    body = data[: -hashlib.sha256().digest_size]
    return body + hashlib.sha256(body).digest()
