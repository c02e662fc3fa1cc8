"""Show: passages, outcomes, the answers, the sample letter. Words come from content."""

import base64
from collections.abc import Callable
from functools import partial

import streamlit as st

from pages.parts import look, session
from pages.parts.markdown import own
from qme_guide.case import UNSURE
from qme_guide.content import CONTENT
from qme_guide.documents.matter import item
from qme_guide.fields import field
from qme_guide.rules.route import Found
from qme_guide.rules.triage import Outcome, answered
from qme_guide.words import Passage

PICTURE = CONTENT / "pictures" / "ur-decision.svg"


def passage(name: str, **facts: object) -> str:
    """The paragraphs of a passage as HTML."""
    words = session.words()
    return look.paragraphs(words.fill(text, **facts) for text in words.passages[name].paragraphs)


def outcome(found: Outcome | Found, step: Callable[[], None] = lambda: None, title: bool = True, more: str = "") -> None:
    """Where the questions lead: what it means, the next step, whom to contact, what to say, which number and date.

    `title`: with its title as a heading; without, where the title is the screen's own. `more`: all after the step in a
    fold of this name.
    """
    told = _told(found)
    if title:
        look.heading(told.title)
    look.show(look.paragraphs(told.paragraphs[:1]))
    step()
    rest = look.paragraphs(told.paragraphs[1:])
    contact = _contact(told, ("who", "say", "number", "date"), "h3" if title or more else "h2")
    look.show(look.fold(more, rest, contact) if more else rest + look.card(contact, tone="next"))


def outcome_title(found: Outcome | Found) -> str:
    """What an outcome is called."""
    return _told(found).title


def short_outcome(found: Outcome | Found) -> None:
    """The outcome on Home: what it means or asks first, whom to talk to and which number."""
    words, told = session.words(), _told(found)
    lawyer = found.name == "attorney"
    title = words.say("home.attorney") if lawyer else told.title
    first = told.paragraphs[1:][:1] if lawyer else told.paragraphs[:1]
    look.show(look.card(f"<h2>{look.words(title)}</h2>", look.paragraphs(first), _contact(told, ("who", "number")), tone="next"))


def call(found: Outcome | Found) -> None:
    """A button that calls the State's free help, where that is the number of this outcome."""
    phone = str(session.law().contacts.ia_phone)
    if str(_told(found).front["number"]) == phone:
        look.show(look.call_button(session.words().say("outcome.call", phone=phone), phone))


def only_for(found: Outcome) -> None:
    """What the date of a letter is for, where the first questions led elsewhere; else which date matters there."""
    words, key = session.words(), f"home.only_{found.name}"
    look.show(look.notice(words.say(key) if key in words.sayings else str(_told(found).front["date"]), "soon"))


def _told(found: Outcome | Found) -> Passage:
    return session.words().passages[found.passage]


def _contact(told: Passage, names: tuple[str, ...], kind: str = "h3") -> str:
    """Whom to contact, what to say, which number and date: each under a heading of this kind."""
    words = session.words()
    parts = ((words.say(f"outcome.{name}"), str(told.front[name])) for name in names)
    return "".join(f"<{kind}>{look.words(label)}</{kind}>{look.paragraph(text)}" for label, text in parts)


def odds() -> None:
    """How reviews ended in other cases: the newest figure, with its year and its source."""
    words, fact = session.words(), session.law().facts["imr-stats-2024"]
    facts = {"year": fact.year, "percent": f"{fact.values['overturned_percent']}%", "source": fact.citation}
    look.show(look.fold(words.passages["pages/imr_odds"].title, passage("pages/imr_odds", **facts)))


def danger(title: bool = True) -> None:
    """Help first, before any paper: whom to call at once. `title`: with the passage's title as a heading."""
    words, contacts = session.words(), session.law().contacts
    told = words.passages["outcomes/danger"]
    calls = (look.call_button(words.say("outcome.call", phone=phone), str(phone)) for phone in (contacts.emergency, contacts.crisis))
    head = f"<h2>{look.words(told.title)}</h2>" if title else ""
    look.show(look.card(head, *calls, look.paragraphs(told.paragraphs), tone="stop"))


def first_answers() -> None:
    """Every answer to the first questions that counts, each with a way to change it."""
    answers(answered(session.case().triage), "triage")


def answers(paths: tuple[str, ...], page: str) -> None:
    """The answers at these paths, each with a way to change it: that question opens on this page."""
    words = session.words()
    look.heading(words.say("triage.answers"))
    for path in paths:
        label = str(words.question(path)["label"])
        with st.container(key=f"answer-{path.replace('.', '-')}", gap=None):
            look.show(look.paragraph(f"**{label}** {said(path)}"))
            change, short = partial(session.go, page, path), words.say(f"fact.short_{path.rpartition('.')[-1]}")
            st.button(words.say("denial.change", what=short), key=f"change.{path.replace('.', '-')}", type="tertiary", on_click=change)


def said(path: str) -> str:
    """An answer in words."""
    return told(path, session.case().answer(path))


def told(path: str, answer: object) -> str:
    """What was answered, or may be, to the question at this path, in words."""
    words = session.words()
    if answer in (None, "", ()):
        return words.say("denial.empty")
    kind = field(path).kind
    if kind == "list":
        return "; ".join(own(item(one)) if one.name else words.say("treat.unnamed", number=number) for number, one in enumerate(answer, start=1))
    if kind in ("day", "moment"):
        return words.say("ask.unsure") if answer == UNSURE else words.told(answer)
    if kind == "choices":
        return "; ".join(words.choice(path, one) for one in answer)
    return words.choice(path, answer) if kind == "choice" else own(str(answer))


def picture() -> None:
    """The drawn sample letter, then what each numbered box says."""
    told = session.words().picture
    image = base64.b64encode(PICTURE.read_bytes()).decode()
    look.show(look.notice(str(told["sample_note"]), "soon"), look.image(f"data:image/svg+xml;base64,{image}", str(told["alt"]), str(told["hint"])))
    boxes = (f"**{number}. {box['name']}.** {box['text']}" for number, box in told["boxes"].items())
    look.show(look.card(look.paragraphs(boxes)))
