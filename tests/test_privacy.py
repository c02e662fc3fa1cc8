"""Where a person's words may not go: into caches that visits share, onto the disk, into logs, into addresses.

What a real browser and a real server show of it: tests/browser/test_no_trace.py and test_many_visits.py.
"""

import ast
import gc
import logging
import re
import sys
from functools import _lru_cache_wrapper, cache
from pathlib import Path
from types import SimpleNamespace

import pytest
from streamlit import net_util
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.media_file_storage import MediaFileStorageError
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage
from streamlit.runtime.state.common import is_element_id
from streamlit.testing.v1 import AppTest
from streamlit.web.server.server_util import is_url_from_allowed_origins

from pages.parts import incoming, process
from qme_guide.case import Case
from qme_guide.flow import PAGES, page
from qme_guide.words import LANGUAGES, load_words
from tests.markup import FULLEST, everywhere
from tests.personas import EXAM_SOON, FARM_WORKER, TODAY
from tests.test_house import ROOT

OURS = [ROOT / "app.py", *sorted((ROOT / "pages").rglob("*.py")), *sorted((ROOT / "qme_guide").rglob("*.py"))]
# The command line speaks and reads and writes the files that it is told; it serves nobody.
COMMAND = ROOT / "qme_guide" / "__main__.py"
WRITES = {"write_text", "write_bytes", "mkdtemp", "mkstemp", "NamedTemporaryFile", "TemporaryDirectory", "TemporaryFile", "SpooledTemporaryFile", "mkdir", "touch", "basicConfig", "FileHandler"}
MODULES = {"tempfile", "shelve", "sqlite3", "dbm", "pickle", "shutil", "subprocess", "requests", "socket", "urllib", "http", "httpx", "smtplib", "webbrowser"}


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QME_GUIDE_TODAY", TODAY.isoformat())


def toured(case: Case, language: str) -> AppTest:
    """Every page once."""
    at = AppTest.from_file("../app.py", default_timeout=60)
    at.session_state["language"], at.session_state["case"] = language, case
    at.run()
    for one in PAGES[1:]:
        at = at.switch_page(page(one.name)).run()
    return at


def caches() -> dict[str, int]:
    """Every cache of ours that all visits share, and how much it holds."""
    found = {}
    for name, module in list(sys.modules.items()):
        if name.startswith(("pages", "qme_guide")):
            for key, value in vars(module).items():
                if isinstance(value, _lru_cache_wrapper) and value.__module__ == name:
                    found[f"{name}.{key}"] = value.cache_info().currsize
    return found


@pytest.mark.slow
def test_no_cache_that_visits_share_grows_with_what_a_person_types():
    for language in LANGUAGES:
        toured(everywhere(FULLEST, "Sample one"), language)
    before = caches()
    assert sum(before.values()) > 5
    toured(everywhere(FULLEST, "Sample quite another"), "es")
    assert {name: size for name, size in caches().items() if size != before.get(name)} == {}


@pytest.mark.slow
def test_nothing_that_a_person_typed_outlives_the_visit_in_memory():
    """Whatever holds a text is alive as long as it: after the visit no object of ours holds the words of its case."""
    token = "Sample-outlives-42"
    at = toured(everywhere(EXAM_SOON, token), "en")
    assert token in str(at.session_state["case"])
    del at
    gc.collect()
    held = [thing for thing in gc.get_objects() if isinstance(thing, Case) and token in str(thing.worker.name)]
    assert not held, [type(one) for thing in held for one in gc.get_referrers(thing)][:5]


def remembered(at: AppTest) -> set[str]:
    """The fields and buttons whose words, choices and actions Streamlit still holds for this visit."""
    return set(filter(is_element_id, at._session_state._state._new_widget_state.widget_metadata))


def erased(at: AppTest) -> AppTest:
    at = at.button(key="bar_erase").click().run()
    sure = [button for button in at.button if button.key == "erase_yes"]
    return sure[0].click().run() if sure else at


def test_after_erasing_streamlit_holds_no_choice_and_no_action_of_the_pages_before():
    process.settle()
    never_told = erased(AppTest.from_file("../app.py", default_timeout=60).run())
    at = toured(everywhere(EXAM_SOON, "Sample-choice-42"), "en")
    assert remembered(at) - remembered(never_told)
    assert remembered(erased(at)) == remembered(never_told)


@cache
def nodes() -> tuple[tuple[Path, ast.AST], ...]:
    """What a file of ours calls, imports or takes from something; the rest is let go of, for it is a million things."""
    wanted = (ast.Call, ast.Import, ast.ImportFrom, ast.Attribute, ast.Subscript)
    return tuple((path, node) for path in OURS if path != COMMAND for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, wanted))


def test_no_file_of_ours_writes_to_the_disk_prints_or_calls_anybody():
    found = []
    for path, node in nodes():
        if isinstance(node, ast.Call):
            called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            opens = isinstance(node.func, ast.Name) and called in ("open", "print", "eval", "exec")
            if opens or called in WRITES:
                found.append(f"{path.relative_to(ROOT)}:{node.lineno}: {called}")
        names = [one.name for one in node.names] if isinstance(node, ast.Import) else [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        found += [f"{path.relative_to(ROOT)}: {one}" for one in names if one.partition(".")[0] in MODULES]
    assert found == []


def test_no_cache_of_streamlits_is_used_for_all_visits_share_it():
    assert [f"{path.relative_to(ROOT)}:{node.lineno}" for path, node in nodes() if isinstance(node, ast.Attribute) and node.attr in ("cache_data", "cache_resource", "experimental_memo")] == []


@pytest.mark.slow
def test_the_address_takes_the_language_and_nothing_else():
    for path, node in nodes():
        if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store) and getattr(node.value, "attr", "") == "query_params":
            assert isinstance(node.slice, ast.Constant) and node.slice.value == "lang", path
        if isinstance(node, ast.Call) and getattr(getattr(node.func, "value", None), "attr", "") == "query_params":
            assert node.func.attr in ("get", "clear", "pop"), path
    at = toured(everywhere(FULLEST, "Sample-address-42"), "es")
    assert set(at.query_params) <= {"lang"} and "42" not in str(at.query_params)


@pytest.mark.slow
def test_no_download_is_named_by_what_a_person_typed():
    at = AppTest.from_file("../app.py", default_timeout=60)
    at.session_state["language"], at.session_state["case"] = "en", everywhere(FULLEST, "Sample-name-42")
    at.run()
    named = []
    for one in PAGES[1:]:
        at = at.switch_page(page(one.name)).run()
        named += [button.proto.url for button in at.get("download_button")]
    assert named and not [one for one in named if "42" in one.rpartition("/")[-1]]


def test_only_the_kind_of_an_error_is_ever_logged():
    for path, node in nodes():
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("debug", "info", "warning", "error", "exception", "critical", "log"):
            said = ast.unparse(node)
            if re.search(r"\b(LOG|logging|logger)\b", said):
                assert "__name__" in said and not re.search(r"str\(|repr\(|exc_info", said), f"{path.relative_to(ROOT)}: {said}"


@pytest.mark.parametrize("text", ["%s %d %n zonk", "{zonk.__class__}", "zonk\nERROR root: zonk", "<script>zonk</script>", "\x1b[31mzonk", "zonk" * 5000])
def test_a_page_that_breaks_over_a_hostile_text_shows_and_logs_nothing_of_it(text, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture):
    def breaks(*_: object) -> None:
        raise ValueError(text, {"worker": text})

    monkeypatch.delenv(process.DEVELOP, raising=False)
    process.settle()  # the first page of a process would do it, and switch off what the next line but one switches on
    monkeypatch.setattr("qme_guide.flow.road", breaks)
    monkeypatch.setattr(process.LOG, "propagate", True)
    at = AppTest.from_file("../app.py", default_timeout=60)
    at.session_state["case"] = FARM_WORKER
    with caplog.at_level(logging.DEBUG):
        at.run()
    shown = "".join(element.body for element in at.get("html"))
    assert not at.exception and load_words("en").say("errors.page_broken") in shown
    assert "zonk" not in shown and "zonk" not in caplog.text and "ValueError on page home" in caplog.text


def test_our_scripts_keep_their_things_under_names_that_no_typed_text_can_take():
    """A heading has its own words, in small letters, as its id, and the browser makes a name of that."""
    names = {name for path in (ROOT / "pages" / "parts").glob("*.js") for name in re.findall(r"window\.(\w+)\s*(?:\?\?=|=[^=])", path.read_text(encoding="utf-8"))}
    names |= {name for path in (ROOT / "pages" / "parts").glob("*.js") for name in re.findall(r"window\.(guide\w*)", path.read_text(encoding="utf-8"))}
    assert names and all(name != name.lower() for name in names), names


def test_a_foreign_page_that_knocks_at_our_door_makes_the_server_ask_nobody(monkeypatch: pytest.MonkeyPatch):
    asked = []
    process.settle()
    monkeypatch.setattr(net_util, "_external_ip", None)
    monkeypatch.setattr(net_util, "_make_blocking_http_get", lambda address, **_: asked.append(address))
    assert not is_url_from_allowed_origins("https://another.example") and is_url_from_allowed_origins("http://localhost:8501")
    assert asked == []


def test_a_file_that_was_just_built_is_still_there_when_other_visits_run_and_gone_a_little_later(monkeypatch: pytest.MonkeyPatch):
    process.settle()
    clock = [1000.0]
    monkeypatch.setattr(process, "monotonic", lambda: clock[0])
    manager = MediaFileManager(MemoryMediaFileStorage("/media"))
    name = manager.add_deferred(lambda: b"Sample", "text/plain", "0.0", file_name="sample.txt")
    address = manager.execute_deferred(name)
    for _ in range(5):
        manager.remove_orphaned_files()
    assert manager._storage.get_file(address.rpartition("/")[-1]).content == b"Sample"
    clock[0] += process.FETCH
    for _ in range(2):
        manager.remove_orphaned_files()
    with pytest.raises(MediaFileStorageError):
        manager._storage.get_file(address.rpartition("/")[-1])


def test_erasing_forgets_the_files_of_this_visit_at_once_and_no_file_of_another(monkeypatch: pytest.MonkeyPatch):
    process.settle()
    manager, visit = MediaFileManager(MemoryMediaFileStorage("/media")), ["mine"]
    monkeypatch.setattr("streamlit.runtime.media_file_manager._get_session_id", lambda: visit[0])
    monkeypatch.setattr(incoming.runtime, "get_instance", lambda: SimpleNamespace(media_file_mgr=manager))
    monkeypatch.setattr(incoming, "get_script_run_ctx", lambda: SimpleNamespace(session_id="mine", uploaded_file_mgr=SimpleNamespace(remove_session_files=lambda _: None)))
    held = {}
    for visit[0] in ("mine", "yours"):
        held[visit[0], "made"] = manager.execute_deferred(manager.add_deferred(lambda: f"made {visit[0]}", "text/plain", "0.0", file_name="a.txt"))
        held[visit[0], "there"] = manager.add(f"there {visit[0]}".encode(), "text/plain", "0.1", file_name="b.txt", is_for_static_download=True)
        manager.clear_session_refs(visit[0])
    manager.remove_orphaned_files()
    incoming.let_go_all()
    there = {name for name, address in held.items() if manager.read_file(address.rpartition("/")[-1])}
    assert there == {("yours", "made"), ("yours", "there")}
