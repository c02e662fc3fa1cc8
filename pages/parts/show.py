"""Show: passages, outcomes, the road, the answers, the sample letter. Words come from content."""

import base64
from collections.abc import Callable

import streamlit as st

from pages.parts import cards, letters, look, session
from qme_guide import interview
from qme_guide.case import UNSURE
from qme_guide.content import CONTENT
from qme_guide.documents.matter import item
from qme_guide.fields import field
from qme_guide.flow import DONE, NEXT, SOON, STOP, Road, Standing
from qme_guide.rules.triage import Outcome

TONES = {DONE: "done", NEXT: "next", SOON: "soon", STOP: "stop"}
PICTURE = CONTENT / "pictures" / "ur-decision.svg"


def passage(name: str, **facts: object) -> str:
    """The paragraphs of a passage as HTML."""
    words = session.words()
    return look.paragraphs(words.fill(text, **facts) for text in words.passages[name].paragraphs)


def outcome(found: Outcome, step: Callable[[], None] = lambda: None) -> None:
    """Where the first questions lead: what it means, the next step, whom to contact, what to say, which number and date."""
    words = session.words()
    told = words.passages[f"outcomes/{found.name}"]
    look.heading(told.title)
    look.show(look.paragraphs(told.paragraphs[:1]))
    step()
    look.show(look.paragraphs(told.paragraphs[1:]))
    parts = ((words.say(f"outcome.{name}"), str(told.front[name])) for name in ("who", "say", "number", "date"))
    look.show(look.card(*(f"<h3>{look.words(label)}</h3>{look.paragraph(text)}" for label, text in parts), tone="next"))


def odds() -> None:
    """How reviews ended in other cases: the newest figure, with its year and its source."""
    words, fact = session.words(), session.law().facts["imr-stats-2024"]
    facts = {"year": fact.year, "percent": f"{fact.values['overturned_percent']}%", "source": fact.citation}
    look.show(look.fold(words.passages["pages/imr_odds"].title, passage("pages/imr_odds", **facts)))


def danger() -> None:
    """Help first, before any paper."""
    told = session.words().passages["outcomes/danger"]
    look.show(look.card(f"<h2>{look.words(told.title)}</h2>", look.paragraphs(told.paragraphs), tone="stop"))


def road(found: Road) -> None:
    """The steps, each with its status word; then what is on hold and why."""
    words = session.words()
    rows = [_step(standing) for standing in found.standings]
    for about, why in found.parked:
        rows.append(look.Row(words.say("state.parked"), "wait", words.paper(about), words.say(f"road.parked_{why}")))
    look.show(look.road(rows))


def _step(standing: Standing) -> look.Row:
    words, name = session.words(), standing.task.name
    word = cards.near(standing.row.deadline.safe, "soon") if standing.state == SOON else words.say(f"state.{standing.state}")
    told = words.say(f"road.{name}_help")
    if standing.row:
        told = words.say("road.arrive_today") if cards.overdue(standing.row.deadline) else words.say("road.arrive", safe=standing.row.deadline.safe)
    return look.Row(word, TONES.get(standing.state, "wait"), words.say(f"road.{name}"), told)


def answers(at: int) -> None:
    """Every answer about a letter, each with a way to change it and come straight back."""
    words, case = session.words(), session.case()
    for screen in interview.screens(case, at):
        if screen.fields:
            pairs = [(str(words.question(path)["label"]), _said(path, case.answer(path))) for path in screen.fields]
            with st.container(key=f"answer-{screen.name}", gap=None):
                look.show(*(look.paragraph(f"**{label}** {said}") for label, said in pairs))
                title = pairs[0][0] if not screen.fields[1:] else words.say(f"denial.{screen.name}")
                label = words.say("denial.change", what=title)
                st.button(label, key=f"change.{screen.name}", type="tertiary", on_click=letters.change, args=(screen.name,))


def _said(path: str, answer: object) -> str:
    """An answer in words."""
    words = session.words()
    if answer in (None, "", ()):
        return words.say("denial.empty")
    kind = field(path).kind
    if kind == "list":
        return "; ".join(item(one) if one.name else words.say("treat.unnamed", number=number) for number, one in enumerate(answer, start=True))
    if kind == "day":
        return words.say("ask.unsure") if answer == UNSURE else words.told(answer)
    if kind == "choices":
        return "; ".join(words.choice(path, one) for one in answer)
    return words.choice(path, answer) if kind == "choice" else str(answer)


def picture() -> None:
    """The drawn sample letter, then what each numbered box says."""
    told = session.words().picture
    image = base64.b64encode(PICTURE.read_bytes()).decode()
    look.show(look.notice(str(told["sample_note"]), "soon"), look.image(f"data:image/svg+xml;base64,{image}", str(told["alt"])))
    boxes = (f"**{number}. {box['name']}.** {box['text']}" for number, box in told["boxes"].items())
    look.show(look.card(look.paragraphs(boxes)))
