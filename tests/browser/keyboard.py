"""A visit with the keyboard alone: press Tab until something has the focus."""

from collections.abc import Callable

from playwright.sync_api import Page

from qme_guide.fields import field

FOCUSED = (
    "() => { const e = document.activeElement; const label = e.labels && e.labels.length ? e.labels[0].innerText : '';"
    " return [e.getAttribute('role') || e.type || '', (e.getAttribute('aria-label') || e.innerText || label || '').trim()] }"
)


def steps(path: str, value: str) -> int:
    """How many arrow presses lead from the first choice to this one."""
    return field(path).values.index(value)


def tab_to(page: Page, name: str) -> None:
    """Press Tab until the thing with this name has the focus."""
    _tab_until(page, lambda role, found: found == name, name)


def tab_to_role(page: Page, role: str) -> None:
    """Press Tab until something of this role has the focus."""
    _tab_until(page, lambda found, name: found == role, role)


def _tab_until(page: Page, reached: Callable[[str, str], bool], wanted: str) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        if reached(*page.evaluate(FOCUSED)):
            return
    raise AssertionError(f"the keyboard does not reach {wanted}")
