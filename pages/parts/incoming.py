"""Files as they came from a person's device, and as they wait to be downloaded: Streamlit would hold them for longer.

It must not know what is in a file.
"""

from collections.abc import Iterable

from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile

from pages.parts import process


def let_go(files: Iterable[UploadedFile]) -> None:
    """Forget these files. What was made of them stays."""
    run = get_script_run_ctx()
    for file in files if run else ():
        run.uploaded_file_mgr.remove_file(run.session_id, file.file_id)


def let_go_all() -> None:
    """Forget every file of this visit: what came in, and what was made to be downloaded.

    Streamlit keeps a download until two more runs of anybody ended: the first only marks it; `process` keeps it longer.
    """
    if run := get_script_run_ctx():
        process.give_up_downloads(run.session_id)
        run.uploaded_file_mgr.remove_session_files(run.session_id)
        for _ in ("marked", "gone"):
            runtime.get_instance().media_file_mgr.remove_orphaned_files()


def count() -> int:
    """How many files of this visit are still held as they came."""
    run = get_script_run_ctx()
    return len(run.uploaded_file_mgr.file_storage.get(run.session_id, ())) if run else 0
