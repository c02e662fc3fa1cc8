"""No word is written for nothing: every label, message, passage and block of a letter is used by some code."""

import re
from pathlib import Path

from qme_guide.words import load_words

ROOT = Path(__file__).resolve().parents[1]
FILES = [ROOT / "app.py", *(ROOT / "pages").rglob("*.py"), *(ROOT / "qme_guide").rglob("*.py"), *(ROOT / "deploy").rglob("*.py")]
CODE = "\n".join(path.read_text(encoding="utf-8") for path in FILES)
WORDS = load_words("en")
QUOTED = {found[1] for found in re.findall(r"(?=([\"'])([\w./-]+)\1)", CODE)}
# Keys that are put together while running, as patterns.
PATTERNS = [re.compile("^" + re.sub(r"\\{[^}]*\\}", ".+", re.escape(found)) + "$") for found in re.findall(r'f"([a-z_.{}\[\]()-]+)"', CODE) if re.match(r"[a-z]{3,}[._]", found)]
LISTED = ("about.", "near.", "soon.", "start.", "closed_days.", "working.", "builtin.", "nav.", "nav_group.", "paper.", "file.", "tab.")


def used(key: str) -> bool:
    """The key stands in the code as it is, or a key that is put together can become it."""
    return key in QUOTED or any(pattern.match(key) for pattern in PATTERNS)


def test_every_label_is_used():
    assert not [key for key in WORDS.sayings if not key.startswith((*LISTED, "errors.")) and not used(key)]


def test_every_message_is_used():
    assert not [key for key in WORDS.sayings if key.startswith("errors.") and not used(key) and key.removeprefix("errors.") not in QUOTED]


def test_every_passage_is_shown():
    assert not [name for name in WORDS.passages if name.startswith("pages/") and not {name, name.removeprefix("pages/")} & QUOTED]


def test_every_block_of_a_letter_is_used():
    assert not [(name, block) for name, blocks in WORDS.letters.items() for block in blocks if block != "title" and not used(block)]
