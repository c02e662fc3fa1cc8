"""What all tests share.

Streamlit looks for components among the installed packages once, not anew for each AppTest: no package of ours has one,
and the search takes longer than the first run of a page. No example of hypothesis fails for its time: a busy machine is
no fault of ours, and speed is proved by bench/.
"""

from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import settings
from streamlit.components.v2 import manifest_scanner

settings.register_profile("guide", deadline=None)
settings.load_profile("guide")


@pytest.fixture(scope="session", autouse=True)
def _components_are_looked_for_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What long sweeps counted: the process that runs them may have no terminal of its own."""
    for report in terminalreporter.getreports("passed"):
        for name, told in report.user_properties:
            if name == "counted":
                terminalreporter.write_line(told)
