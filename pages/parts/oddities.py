"""Days worth a second look, as kind questions. They stand beside an answer and never in its way."""

from collections.abc import Iterable

from pages.parts import doctors, look, session
from qme_guide.case import Exam, Panel, PanelForm
from qme_guide.rules import oddities
from qme_guide.rules.oddities import Oddity


def exam(one: Exam) -> None:
    """What to look at again about an appointment."""
    _show(oddities.about_exam(session.case(), one, session.law(), session.today()))


def form(one: PanelForm) -> None:
    """What to look at again about the request for a panel."""
    _show(oddities.about_form(one))


def panel(one: Panel) -> None:
    """What to look at again about a panel; first, that the notice named another doctor."""
    doctors.other_named(one)
    _show(oddities.about_panel(session.case(), one, session.law(), session.today()))


def _show(found: Iterable[Oddity]) -> None:
    words = session.words()
    for one in found:
        named = words.say("odd.weekend") if one.closed in ("saturday", "sunday") else words.say(f"closed_days.{one.closed}") if one.closed else ""
        look.show(look.notice(words.say(f"odd.{one.name}", closed=named, **one.facts), "soon", words.say("odd.title")))
