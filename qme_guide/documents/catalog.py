"""Every paper by name: its builder, and whether it goes to somebody else (then it is written in English)."""

from collections.abc import Callable
from dataclasses import dataclass

from qme_guide.documents.call_card import call_card
from qme_guide.documents.date_sheet import date_sheet
from qme_guide.documents.document import Document
from qme_guide.documents.hand_off import hand_off
from qme_guide.documents.letters import claims_copy, form_missing, imr_cover, late_note
from qme_guide.documents.matter import Matter


@dataclass(frozen=True)
class Paper:
    """A paper that can be built from a case."""

    name: str
    build: Callable[[Matter], Document]
    sent: bool


PAPERS = {
    paper.name: paper
    for paper in (
        Paper("imr-cover", imr_cover, sent=True),
        Paper("claims-copy", claims_copy, sent=True),
        Paper("form-missing", form_missing, sent=True),
        Paper("late-note", late_note, sent=True),
        Paper("date-sheet", date_sheet, sent=False),
        Paper("call-card", call_card, sent=False),
        Paper("hand-off", hand_off, sent=True),
    )
}
CALENDAR = "calendar"
