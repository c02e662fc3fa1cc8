"""The house: arrows point down, one file touches the session and the clock, no number of law stands in code."""

import ast
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
ENGINE = sorted((ROOT / "qme_guide").rglob("*.py"))
SCREENS = [ROOT / "app.py", *sorted((ROOT / "pages").rglob("*.py"))]
SESSION = ROOT / "pages" / "parts" / "session.py"
# What belongs to one case is taken away and laid back as one piece: the same state, in a file of its own.
CLIENTS = SESSION.with_name("clinic_piece.py")

BASE = {"answers", "case", "case_exam", "case_letter", "case_panel", "case_report", "paths", "content", "days"}
LAW = {"law", "law_models", "law_product", "law_calendar", "law_checks", "law_files"}
KNOWLEDGE = {*BASE, *LAW, "rules", "words"}
PAPER_ROOMS = {"papers", "packet", "photos", "sheets", "copyist", "layers", "forms", "pictures", "leaves", "looks", "fax", "acroform", "edges", "report_text", "recheck", "own_packet", "pdf_entries", "unlayered", "covered"}
# room -> the rooms of qme_guide it may name
ROOMS = {
    "__init__": set(),
    "answers": set(),
    "case_letter": {"answers"},
    "case_exam": {"answers"},
    "case_panel": {"answers", "case_exam", "case_letter"},
    "case_report": {"answers", "case_letter"},
    "case": {"answers", "case_exam", "case_letter", "case_panel", "case_report"},
    "paths": set(),
    "folded": set(),
    "content": set(),
    "days": set(),
    **{room: {"content", "days", *LAW} for room in LAW},
    "word_files": {"content"},
    "sign": set(),
    "voices": {"word_files"},
    "words": {"content", "paths", "voices", "word_files"},
    "rules": {"answers", "case", "days", "folded", "paths", "rules", *LAW},
    "sitemap": set(),
    "tasks": {"case", "rules"},
    "flow": {"case", "rules", "sitemap", "tasks", *LAW},
    "fields": {"answers", "case", "paths"},
    "typed": {"answers", "case", "rules"},
    "interview": {"case", "flow"},
    "checks": {*KNOWLEDGE, "fields", "interview", "flow"},
    "board": {"answers", "board", "case", "flow", "interview", "rules", "tasks", *LAW},
    "documents": {*KNOWLEDGE, "board", "documents", "flow", "folded", "moments"},
    "examples": {*KNOWLEDGE, "documents"},
    "render": {"documents", "render"},
    **{room: {"documents", "folded", "render", *PAPER_ROOMS} for room in PAPER_ROOMS},
    "enclosures": {"case", "documents", "render", *PAPER_ROOMS},
    "batch": {"bundle", "case", "documents", "enclosures", "packet", "render", "rules", "words", *LAW},
    "bundle": {"case", "documents", "enclosures", "rules", *PAPER_ROOMS},
    "travel": {"answers", "law_product", "leaves", "papers", "recheck"},
    "upgrades": set(),
    "savefile": {"answers", "case", "travel", "upgrades"},
    "schema": {"answers", "savefile"},
    "alike": {"answers", "case", "folded"},
    "aligned": {"alike", "answers", "case", "folded"},
    "merge": {"aligned", "alike", "answers", "case", "folded"},
    "vault": {"savefile"},
    "carry": {"copyist", "papers", "savefile"},
    "anyfile": {"carry", "savefile", "travel", "vault"},
    "moments": {"answers", "case", "words"},
    "tables": {"answers", "board", "case", "fields", "rules", "moments", "words"},
    "__main__": {"*"},
}
# library -> the only rooms that may name it
LIBRARIES = {
    "streamlit": set(),
    "fpdf": {"render"},
    "docx": {"render"},
    "icalendar": {"render"},
    "pypdf": {"carry", *PAPER_ROOMS},
    "cryptography": {"vault"},
    "pypdfium2": {"pictures"},
    "PIL": PAPER_ROOMS,
    "pillow_heif": {"photos"},
    "numpy": {"covered", "edges", "looks"},
    "babel": {"words"},
    "yaml": {"content"},
    "pandas": {"tables"},
    "requests": set(),
    "socket": set(),
    "urllib": set(),
    "http": set(),
    "time": set(),
}


def room(path: Path) -> str:
    """The room a file of the engine belongs to."""
    return path.relative_to(ROOT / "qme_guide").parts[0].removesuffix(".py")


def imports(path: Path) -> list[str]:
    """Every module a file imports, in full."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [name.name for name in node.names]
        if isinstance(node, ast.ImportFrom):
            found += [f"{node.module}.{name.name}" for name in node.names] if node.module == "qme_guide" else [node.module or ""]
    return found


@pytest.mark.parametrize("path", ENGINE, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_arrow_in_the_engine_points_down(path):
    allowed = ROOMS[room(path)]
    named = {module.split(".")[1] for module in imports(path) if module.startswith("qme_guide.")}
    strangers = named - allowed - {room(path)} if "*" not in allowed else set()
    assert not strangers, f"{path.relative_to(ROOT)} must not know {sorted(strangers)}"


@pytest.mark.parametrize("path", ENGINE, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_library_stays_in_its_room(path):
    for module in imports(path):
        library = module.split(".")[0]
        assert library not in LIBRARIES or room(path) in LIBRARIES[library], f"{path.relative_to(ROOT)} must not know {library}"
        assert library != "pages", f"{path.relative_to(ROOT)} must not know the pages"


def test_only_one_file_names_the_session_state_and_asks_what_day_it_is():
    clock = {("date", "today"), ("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"), ("time", "time")}
    for path in [*ENGINE, *SCREENS]:
        if path == SESSION:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute):
                assert node.attr != "session_state" or path == CLIENTS, f"{path.relative_to(ROOT)} names session_state"
                owner = node.value.id if isinstance(node.value, ast.Name) else getattr(node.value, "attr", "")
                assert (owner, node.attr) not in clock, f"{path.relative_to(ROOT)} asks the clock"


def test_pages_know_no_renderer_and_no_file_format():
    for path in SCREENS:
        if path.parent.name == "parts":
            continue
        known = {module for module in imports(path) if module.startswith(("qme_guide.render", "fpdf", "pypdf", "yaml"))}
        assert not known, f"{path.relative_to(ROOT)} must not know {sorted(known)}"


# (file, number) -> why it is no number of law
ALLOWED: dict[tuple[str, int], str] = {
    ("qme_guide/days.py", 12): "months in a year",
    ("qme_guide/__main__.py", 2): "spaces to indent JSON by",
    ("qme_guide/documents/contents.py", 15): "per cent of the width of a column",
    ("qme_guide/vault.py", 2): "the base of a power of two",
    ("qme_guide/vault.py", 15): "memory that scrypt takes: 2 to this power blocks",
    ("qme_guide/vault.py", 8): "scrypt: the size of a block",
    ("qme_guide/vault.py", 3): "scrypt: how often it works through its memory",
    ("qme_guide/vault.py", 12): "bytes of a nonce of AES-GCM",
    ("qme_guide/carry.py", 2): "names and files take turns in a list",
    ("qme_guide/copyist.py", 64): "bytes so few that nothing harmful can be packed into them",
    ("pages/parts/widgets.py", 90): "pixels: the width of the field for a year",
}
ANYWHERE = {0: "nothing", 1: "the next or the first of several; no rule adds one day but through days.py"}


def law_numbers() -> set[int]:
    """Every whole number in the law files."""
    found: set[int] = set()

    def walk(value):
        if isinstance(value, bool):
            return
        if isinstance(value, int):
            found.add(value)
        for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            walk(inner)

    for path in (ROOT / "content" / "law").rglob("*.yaml"):
        walk(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))
    return found


def integers(path: Path) -> list[tuple[int, int]]:
    """Every whole number written in a file, with its line."""
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return [(node.value, node.lineno) for node in nodes if isinstance(node, ast.Constant) and type(node.value) is int]


def test_no_number_of_law_stands_in_code():
    numbers, strangers = law_numbers(), []
    assert {10, 20, 30, 90} <= numbers, "the law files were not read"
    for path in [*ENGINE, *SCREENS]:
        name = str(path.relative_to(ROOT))
        for value, line in integers(path):
            if value in numbers and value not in ANYWHERE and (name, value) not in ALLOWED:
                strangers.append(f"{name}:{line}: {value}")
    assert not strangers, "\n".join(strangers)


def test_every_exception_to_the_rule_is_still_needed():
    written = {(str(path.relative_to(ROOT)), value) for path in [*ENGINE, *SCREENS] for value, _ in integers(path)}
    assert set(ALLOWED) <= written, f"no longer needed: {sorted(set(ALLOWED) - written)}"


def test_pages_hold_no_sentence():
    """A string with a space and a letter, outside docstrings, is a sentence (HTML pieces in look.py and keys aside)."""
    for path in SCREENS:
        if path.name in ("look.py", "process.py", "__init__.py"):
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docs = {id(node.body[0].value) for node in ast.walk(tree) if isinstance(node, (ast.Module, ast.FunctionDef, ast.ClassDef)) and node.body and isinstance(node.body[0], ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
                words = [word for word in node.value.split() if word.isalpha()]
                assert len(words) < 4 or "<" in node.value, f"{path.relative_to(ROOT)}:{node.lineno}: {node.value!r}"


@pytest.mark.parametrize("path", [*ENGINE, *SCREENS], ids=lambda path: str(path.relative_to(ROOT)))
def test_every_name_that_a_file_imports_is_used_there_or_offered_on(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    here = [name for node in ast.walk(tree) if isinstance(node, (ast.Import, ast.ImportFrom)) for name in node.names]
    named = {(name.asname or name.name).partition(".")[0] for name in here}
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)} | {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    assert named <= used, sorted(named - used)


def test_modules_pages_and_functions_stay_short():
    for path in [*ENGINE, *SCREENS]:
        lines = path.read_text(encoding="utf-8").splitlines()
        most = 60 if path in SCREENS and path.parent.name != "parts" else 180
        assert len(lines) <= most, f"{path.relative_to(ROOT)}: {len(lines)} lines"
        for node in ast.walk(ast.parse("\n".join(lines))):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                assert node.end_lineno - node.lineno < 40, f"{path.relative_to(ROOT)}: {node.name} is too long"
