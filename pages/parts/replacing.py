"""Another doctor or another panel on the screen: the reasons, what proves each, the sheet; free help comes first."""

from functools import partial

from pages.parts import doctors, look, offer, place, session, show
from qme_guide.answers import Ground
from qme_guide.case import Panel
from qme_guide.documents.catalog import PAPERS, Paper
from qme_guide.documents.replacement import NAME, NOTES, replacement
from qme_guide.rules import replacement as rules


def button(panel: Panel) -> None:
    """The way to it."""
    place.button("choose.to_replace", panel, place.REPLACE)


def screen(panel: Panel, name: str) -> bool:
    """The reasons and the sheet, when they are the open step."""
    if name != place.REPLACE:
        return False
    words, phone = session.words(), str(session.law().contacts.ia_phone)
    look.heading(words.say("choose.replace_title"))
    look.show(show.passage("pages/replace_intro"), look.call_button(words.say("outcome.call", phone=phone), phone, quiet=not panel.grounds))
    doctors.button("choose.change_grounds" if panel.grounds else "choose.say_grounds", doctors.GROUNDS, kind="secondary" if panel.grounds else "primary")
    for one in panel.grounds or ():
        _reason(one)
    _sources(panel)
    offer.paper(Paper(NAME, partial(replacement, panel=panel), PAPERS[NAME].sent), None)
    look.show(look.fold(words.passages["pages/replace_more"].title, show.passage("pages/replace_more")))
    place.button("ask.back", panel, place.LIST)
    offer.save()
    return True


def _reason(ground: Ground) -> None:
    """A marked reason, what to attach, and what to know about it."""
    words = session.words()
    proof = " ".join((words.letter(NAME, "attach"), words.letter(NAME, f"proof_{ground}")))
    note = NOTES.get(ground)
    more = look.paragraph(words.letter(NAME, f"note_{note}")) if note else ""
    look.show(look.card(f"<h3>{look.words(words.choice('panels.grounds', ground))}</h3>", look.paragraph(proof), more))


def _sources(panel: Panel) -> None:
    """Where the marked reasons are written, and which text we know only from others."""
    words, law = session.words(), session.law()
    for name in rules.facts(panel.grounds or ()):
        fact = law.facts[name]
        block = "source" if fact.status == "PRIMARY" else "source_second"
        look.show(look.paragraph(words.letter(NAME, block, citation=fact.citation, as_of=fact.as_of), soft=True))
