"""Nothing that a person removes is gone for good: every button that takes something away leads to an undo."""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from qme_guide.documents.matter import item
from qme_guide.report_text import ReportText
from qme_guide.savefile import dump
from qme_guide.words import load_words
from tests.personas import CLAIM_DENIED, FARM_WORKER, TODAY, TWO_TRACKS, WRONG_REPORT
from tests.test_acroform import TEXT, blank
from tests.test_pages import opened, press, text

ROOT = Path(__file__).resolve().parents[1] / "pages"
REMOVES = re.compile(r"(Remove|Delete|Take out|Take off|Forget|Clear|Erase|Drop|Let go|Leave out|Discard|Throw away)\b")
# Words that are on no button, or on one that only asks first, or that erases by design: with the reason.
ASKS = {
    "builtin.clear": "Streamlit's own small cross in a list; it empties a field",
    "light.doubles_amber_fix": "a sentence that says what to do",
    "denial.remove": "asks first; the answer to it (denial.remove_yes) can be undone",
    "frame.erase": "the way out: asks while anything is unsaved, and must leave nothing to bring back",
    "frame.erase_yes": "the answer to that question",
    "frame.erase_title": "its heading",
    "clinic.clear": "empties the sitting by design: asks first, offers every file, and nothing may stay behind",
    "clinic.clear_title": "its heading",
    "clinic.end_help": "what to do at the end of a sitting",
    "device.forget": "the browser itself puts it back: device.undo, in tests/browser/test_keeping.py",
    "device.forget_of": "the same, for one of several",
    "device.erase_title": "the heading over the ways out where others kept something on the device",
    "device.erase_own": "one of these ways: must leave nothing of this visit to bring back",
    "device.erase_all": "the other way",
}
# Labels whose key is put together in the code: where the button is made.
MADE = {"leaf.remove": ("leaf_tools", "_remove"), "choose.remove_call": ("calls", "_remove"), "objection.remove_finding": ("findings", "_remove")}


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", TODAY.isoformat())


@cache
def known() -> Mapping[tuple[str, str], ast.AST]:
    """Every function of the screens by module and name; what stands outside functions under an empty name."""
    found = {}
    for path in ROOT.rglob("*.py"):
        tree, module = ast.parse(path.read_text(encoding="utf-8")), path.stem if path.parent.name == "parts" else f"page {path.stem}"
        found[module, ""] = ast.Module([node for node in tree.body if not isinstance(node, ast.FunctionDef)], [])
        found |= {(module, node.name): node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    return found


def named(module: str, node: ast.AST) -> Iterator[tuple[str, str]]:
    """Functions of the screens that are named somewhere below a node: `module` is the file it stands in."""
    for one in ast.walk(node):
        if isinstance(one, ast.Name) and (module, one.id) in known():
            yield module, one.id
        if isinstance(one, ast.Attribute) and isinstance(one.value, ast.Name) and (one.value.id, one.attr) in known():
            yield one.value.id, one.attr


@cache
def named_in(one: tuple[str, str]) -> frozenset[tuple[str, str]]:
    """Functions that a function names."""
    return frozenset(named(one[0], known()[one]))


@cache
def leads_to_undo(one: tuple[str, str]) -> bool:
    """This function comes, over however many others, to `undo.remember`."""
    seen, waiting = set(), [one]
    while waiting:
        one = waiting.pop()
        if one == ("undo", "remember"):
            return True
        if one not in seen:
            seen.add(one)
            waiting += named_in(one)
    return False


def said(nodes: Iterable[ast.AST]) -> set[str]:
    """The keys of all words that are said in these nodes."""
    calls = [one for one in nodes if isinstance(one, ast.Call) and getattr(one.func, "attr", "") == "say" and one.args]
    return {one.args[0].value for one in calls if isinstance(one.args[0], ast.Constant)}


@cache
def buttons() -> Mapping[str, list[tuple[str, ast.AST]]]:
    """Where buttons are drawn, by the key of their words: the branch one opens, the call with its `on_click`, or the function around it."""
    found: dict[str, list[tuple[str, ast.AST]]] = {}
    for (module, _), function in known().items():
        inside = list(ast.walk(function))
        exact = [(key, one) for one in inside if isinstance(one, ast.If) for key in said(ast.walk(one.test))]
        clicked = [one for one in inside if isinstance(one, ast.Call) and any(word.arg == "on_click" for word in one.keywords)]
        exact += [(key, one) for one in clicked for key in said(ast.walk(one))]
        around = [(key, function) for key in said(inside) - {key for key, _ in exact}] if isinstance(function, ast.FunctionDef) else []
        for key, one in (*exact, *around):
            found.setdefault(key, []).append((module, one))
    return found


REMOVING = sorted(key for key, words in load_words("en").sayings.items() if REMOVES.match(words) and key not in ASKS and not key.startswith("errors."))


@pytest.mark.parametrize("key", REMOVING)
def test_every_button_that_takes_something_away_can_be_undone(key):
    drawn = [(MADE[key][0], known()[MADE[key]])] if key in MADE else buttons().get(key)
    assert drawn, f"{key}: no button with these words was found"
    for module, node in drawn:
        assert any(map(leads_to_undo, named(module, node))), f"{module}: the button {key!r} takes something away for good"


def test_every_undo_is_offered_on_some_screen():
    """The first word of each saying is the kind that a screen offers."""
    calls = [one for node in known().values() for one in ast.walk(node) if isinstance(one, ast.Call) and getattr(one.func, "value", None) is not None and getattr(one.func.value, "id", "") == "undo"]
    kept = {one.args[0].value.partition(".")[0] for one in calls if one.func.attr == "remember" and isinstance(one.args[0], ast.Constant)}
    offered = {one.args[0].value for one in calls if one.func.attr == "offer" and isinstance(one.args[0], ast.Constant)}
    offered |= {"report", "objection"}  # both in one loop on the page of the report
    assert len(kept) > 15 and kept <= offered


def undone(at, label: str):
    """Press the button, see that something is gone, undo, and see that answers, papers and places are as they were."""
    before = held(at)
    at = press(at, label)
    assert held(at) != before
    words = load_words("en")
    at = press(at, words.say("undo.undo"))
    assert words.say("undo.done") in text(at) and held(at) == before
    return at


def held(at) -> Mapping[str, object]:
    """Answers, papers and files of the screens."""
    names = ("case", "papers", "place.own_form", "place.to_open", f"place.report_text.{WRONG_REPORT.reports[-1].id}")
    return {name: at.session_state[name] for name in names if name in at.session_state and at.session_state[name]}


def test_a_treatment_comes_back():
    one, words = TWO_TRACKS.letters[0].treatments[0], load_words("en")
    at = opened(TWO_TRACKS, "denial")
    at.session_state["place.denial"] = "treatments"
    undone(at.run(), words.say("treat.remove", name=item(one)))


def test_the_pdf_of_the_form_comes_back():
    at = opened(FARM_WORKER, "panel")
    at.session_state["place.own_form"] = blank(("Claim Number", TEXT)), None, None
    at.session_state["place.form105"] = "fill"
    undone(at.run(), load_words("en").say("panel.own_drop"))


def test_the_text_of_a_report_comes_back():
    *_, report = WRONG_REPORT.reports
    at = opened(WRONG_REPORT, "report")
    at.session_state[f"place.reading.{report.id}"] = "history"
    at.session_state[f"place.report_text.{report.id}"] = ReportText(("a page", "another page"), False)
    undone(at.run(), load_words("en").say("report_text.remove"))


def test_a_file_that_was_taken_away_before_it_was_opened_comes_back():
    at = opened(CLAIM_DENIED, "keep")
    at.file_uploader[0].set_value(("my-answers.json", dump(FARM_WORKER), "application/json"))
    undone(at.run(), load_words("en").say("keep.drop"))
