"""The reasons of a letter: choosing them by the words that stand in it, then what each means, what to ask, which papers answer it.

Which reasons there are, and which papers, comes from the rules; the words come from content.
"""

import streamlit as st

from pages.parts import ask, letters, look, session
from qme_guide.answers import Reason, RecordKind
from qme_guide.case import Letter
from qme_guide.rules import reasons
from qme_guide.rules.records import TO_ASK

# Each state of a record with its tone, as on the page of the records.
TONES = {TO_ASK: "soon", "asked": "next", "cant_get": "stop", "have": "done", "not_mine": "wait"}


def choose(letter: Letter) -> str | None:
    """One screen: the reasons in groups, each with the English words to look for. "on", "back", or None while it is open."""
    words, path = session.words(), f"letters.{letters.at()}.reasons"
    told = words.question(path)
    look.heading(str(told["label"]))
    look.show(look.paragraph(str(told["why"]), soft=True), look.paragraph(str(told["find"])))
    _own_words(letter)
    with st.form(f"form.{path}", border=False):
        said = _boxes(letter)
        went_on = st.form_submit_button(words.say("ask.continue"), type="primary", width="stretch")
        skipped = not letter.reasons and st.form_submit_button(words.say("ask.skip_it"), width="stretch")
        went_back = bool(letter.reasons) and st.form_submit_button(words.say("ask.back"), width="stretch")
    if went_on or skipped:
        letters.keep({path: tuple(reason for reason in reasons.ROWS if said[reason] and went_on)})
        return ask.ON
    return ask.BACK if went_back else None


def _own_words(letter: Letter) -> None:
    """What the person copied from the letter before, so that nobody has to look it up again."""
    if letter.reason:
        words = session.words()
        look.show(look.card(look.paragraph(words.say("fact.reason")), look.quote(letter.reason)))


def _boxes(letter: Letter) -> dict[Reason, bool]:
    """The reasons whose words the person copied from the letter first, the others folded; without such words all in groups."""
    words = session.words()
    first = reasons.likely(letter.reason or "", {reason: words.say(f"reasons.{reason}.on_letter") for reason in reasons.ROWS})
    if not first:
        return _groups(letter, ())
    look.subheading(words.say("doctor.likely"))
    alone = not first[1:] and letter.reasons is None
    said = {reason: _box(reason, letter, ticked=alone) for reason in first}
    with st.expander(words.say("doctor.other_reasons"), expanded=not set(letter.reasons or ()) <= set(first)):
        return said | _groups(letter, first)


def _groups(letter: Letter, told: tuple[Reason, ...]) -> dict[Reason, bool]:
    """The reasons under their headings, but for those told above; under each its English words."""
    said: dict[Reason, bool] = {}
    for group in reasons.GROUPS:
        rest = [reason for reason, row in reasons.ROWS.items() if row.group == group and reason not in told]
        if rest:
            look.subheading(session.words().say(f"doctor.group_{group}"))
        said |= {reason: _box(reason, letter) for reason in rest}
    return said


def _box(reason: Reason, letter: Letter, ticked: bool = False) -> bool:
    words, path = session.words(), f"letters.{letters.at()}.reasons.{reason}"
    before = ticked or reason in (letter.reasons or ())
    with st.container(key=f"reason-{reason}", gap=None):
        ticked = st.checkbox(words.say(f"reasons.{reason}.name"), value=before, key=f"q.{letter.id}.{path}")
        look.show(look.paragraph(words.say(f"reasons.{reason}.on_letter"), soft=True))
    return ticked


def show(letter: Letter) -> None:
    """A card for each reason of the letter: what it means, the question, the papers and how they stand, the source."""
    words = session.words()
    phone = session.law().contacts.ia_phone
    for reason in reasons.chosen(letter):
        row = reasons.ROWS[reason]
        outside = row.way == reasons.LIABILITY
        label = words.say("doctor.ask_help", phone=phone) if outside else words.say("doctor.ask_doctor")
        look.show(
            look.card(
                f"<h3>{look.words(words.say(f'reasons.{reason}.name'))}</h3>",
                look.paragraph(words.say(f"reasons.{reason}.means")),
                look.paragraph(f"**{label}** {words.say(f'reasons.{reason}.ask')}"),
                _papers(reason),
                look.fold(words.say("doctor.source"), look.paragraphs(_sources(reason))),
                tone="soon" if outside else "next",
            )
        )


def _papers(reason: Reason) -> str:
    """The papers that answer a reason, each with how it stands; nothing when there are none."""
    words, kinds = session.words(), reasons.ROWS[reason].papers
    if not kinds:
        return ""
    rows = "".join(f"<li>{look.words(words.choice('records.kind', kind))} {_tag(kind)}</li>" for kind in kinds)
    return f"{look.paragraph(words.say('doctor.papers'))}<ul>{rows}</ul>"


def _tag(kind: RecordKind) -> str:
    """How the papers of one kind stand; what the worker writes is not asked for."""
    words, state = session.words(), reasons.standing(session.case(), kind) or TO_ASK
    word = words.say("doctor.to_write") if state == TO_ASK and kind in reasons.OWN else words.say(f"records.state_{state}")
    return look.tag(word, TONES[state])


def _sources(reason: Reason) -> list[str]:
    """Where the law in its words stands, and how old the copy was that we read."""
    words, facts = session.words(), session.law().facts
    return [words.say("card.source", citation=facts[name].citation, as_of=facts[name].as_of) for name in reasons.ROWS[reason].facts]
