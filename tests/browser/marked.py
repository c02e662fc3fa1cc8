"""Ways through the guide that need no word of it: by the address of a page, by the key of a button. For cases that change how it speaks."""

from qme_guide.case import Case
from qme_guide.savefile import dump
from tests.browser.journey import Journey


def turn_to(journey: Journey, name: str) -> None:
    """Follow the link of the list of pages that leads there."""
    journey.follow(journey.page.locator(f"[data-testid=stSidebarNavLink][href$='/{'' if name == 'home' else name}']").first)


def press(journey: Journey, key: str) -> None:
    """Press the button with this key."""
    journey.page.locator(f".stMain .st-key-{key.replace('.', '-')} button").first.click()
    journey.rest()


def bring(journey: Journey, case: Case, name: str = "case.json") -> None:
    """Open a case file on the page that opens files."""
    turn_to(journey, "keep")
    journey.add(name, dump(case), "application/json")
    press(journey, "open_yes")
