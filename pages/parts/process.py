"""What holds for the whole server process: no case data on the disk or in the log, nobody else is asked, nothing noted by
halves, and no needless garbage collection.

`settle` does it once. Nothing here knows a visit, a word or a rule.
"""

import gc
import logging
import os
import sys
import threading
from collections.abc import Callable
from functools import cache
from time import monotonic

from starlette.formparsers import MultiPartParser
from streamlit import net_util
from streamlit.runtime import media_file_manager
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.state import SafeSessionState, SessionState
from streamlit.runtime.state.common import is_element_id
from streamlit.runtime.state.session_state import WStates

LOG = logging.getLogger("qme_guide")
DEVELOP = "QME_GUIDE_DEVELOP"
# Seconds: long enough for a phone far from a mast.
FETCH = 10.0
# Files that were made to be downloaded: which visit each belongs to, and since when no screen shows it.
_OWNERS: dict[str, str] = {}
_IDLE: dict[str, float] = {}
_NEUTRAL: list[Callable[[], str]] = []


def serves_neutral_page(path: Callable[[], str]) -> None:
    """Our own server has a page to go to after "erase and leave": what tells its path."""
    _NEUTRAL[:] = [path]


def neutral_page() -> str | None:
    """The path of that page; None where another server runs the app."""
    return next((path() for path in _NEUTRAL), None)


def developing() -> bool:
    """Whether errors may show themselves in full: tests and made-up cases only, never where people are served."""
    return bool(os.environ.get(DEVELOP))


@cache
def settle() -> None:
    """Set the process up, once: uploads stay in memory, logs stay silent about people, imports leave the collector."""
    _keep_uploads_in_memory()
    _ask_nobody_for_our_address()
    _keep_downloads_until_they_are_fetched()
    _remember_whose_downloads_they_are()
    _forget_fields_that_are_gone()
    _note_whole()
    if not developing():
        _keep_people_out_of_logs()
    _freeze_imports()


def _keep_uploads_in_memory() -> None:
    """Starlette writes an upload over one megabyte to a temporary file. Streamlit's own size limit still holds."""
    MultiPartParser.spool_max_size = sys.maxsize


def _ask_nobody_for_our_address() -> None:
    """Streamlit asks another company for it when a page of somebody else tries to connect, and nobody is served meanwhile."""
    net_util.get_external_ip = lambda: None


def _keep_downloads_until_they_are_fetched() -> None:
    """A file that is built when its button is pressed belongs to no run of the app; the next two runs of other visits would
    remove it, even before the browser has asked for it. It stays for FETCH seconds from when it was first in the way.
    """
    found = MediaFileManager._get_inactive_file_ids

    def ready(manager: MediaFileManager) -> set[str]:
        now, idle = monotonic(), found(manager)
        for name in _IDLE.keys() - idle:
            del _IDLE[name]
        for name in _OWNERS.keys() - manager._file_metadata.keys():
            del _OWNERS[name]
        return {name for name in idle if now - _IDLE.setdefault(name, now) >= FETCH}

    MediaFileManager._get_inactive_file_ids = ready


def _remember_whose_downloads_they_are() -> None:
    """Streamlit forgets it at the next run; a person who erases everything does not wait."""
    add, build = MediaFileManager.add, MediaFileManager.execute_deferred

    def added(manager: MediaFileManager, *what: object, **named: object) -> str:
        address = add(manager, *what, **named)
        _OWNERS[_name(address)] = media_file_manager._get_session_id()
        return address

    def built(manager: MediaFileManager, name: str) -> str:
        owner, address = manager._deferred_callables.get(name), build(manager, name)
        _OWNERS[_name(address)] = owner["session_id"] if owner else ""
        return address

    MediaFileManager.add, MediaFileManager.execute_deferred = added, built


def _name(address: str) -> str:
    """The name under which a file is kept: the last of its address, without the ending."""
    return address.rpartition("/")[-1].partition(".")[0]


def give_up_downloads(visit: str) -> None:
    """Nobody fetches the files of this visit any more. From a button's `on_click`, when no screen shows them yet."""
    _IDLE.update({name: -FETCH for name, owner in _OWNERS.copy().items() if owner == visit})


def _forget_fields_that_are_gone() -> None:
    """Streamlit keeps the words, the choices and the action of each field and button for as long as a visit lasts, also when
    everything was erased or another person's case opened. When a run ends, those that it did not draw go. What our scripts
    in the browser tell comes under names that are never drawn: it stays.
    """
    remove = WStates.remove_stale_widgets

    def removed(states: WStates, drawn: frozenset[str], parts: list[str] | None) -> None:
        remove(states, drawn, parts)
        for name in () if parts else filter(is_element_id, states.widget_metadata.keys() - drawn):
            del states.widget_metadata[name]

    WStates.remove_stale_widgets = removed


def _note_whole() -> None:
    """Streamlit may break a run off for the next press whenever something is noted, and so in the middle of what belongs
    together: a case without its papers. It still does whenever something is drawn.
    """
    make = SafeSessionState.__init__

    def whole(state: SafeSessionState, held: SessionState, *_: object, **__: object) -> None:
        make(state, held, lambda: None)

    SafeSessionState.__init__ = whole


def _keep_people_out_of_logs() -> None:
    """A traceback and an exception's text may quote what a person typed: of an exception only its type is logged.

    Libraries have no handler of their own and would fall back to standard error: they are given one that is silent.
    """
    make = logging.getLogRecordFactory()

    def make_silent(*args: object, **named: object) -> logging.LogRecord:
        return _without_people(make(*args, **named))

    logging.setLogRecordFactory(make_silent)
    logging.getLogger().addHandler(logging.NullHandler())
    LOG.propagate = False
    LOG.addHandler(logging.StreamHandler())
    threading.excepthook = lambda failure: LOG.error("%s in a thread", failure.exc_type.__name__)


def _without_people(record: logging.LogRecord) -> logging.LogRecord:
    """The same record with each exception reduced to the name of its type."""
    if record.exc_info:
        kind, *_ = record.exc_info
        record.msg = f"{record.msg} ({kind.__name__})" if kind else record.msg
    record.exc_info = record.exc_text = record.stack_info = None
    record.msg = _named(record.msg)
    if isinstance(record.args, tuple):
        record.args = tuple(_named(part) for part in record.args)
    return record


def _named(part: object) -> object:
    return type(part).__name__ if isinstance(part, BaseException) else part


def _freeze_imports() -> None:
    """Streamlit collects garbage after each run; what was imported never becomes garbage. Three times the throughput."""
    gc.collect()
    gc.freeze()
