"""A gentle word under the person's own words that print in letters: what may hurt the letter, and that it can stay."""

from collections.abc import Iterable, Sequence
from html import escape

from pages.parts import letters, look, session
from qme_guide.rules import tone
from qme_guide.words import LANGUAGES, load_words

# So many words of a kind are shown; the rest is counted.
_MOST = 11


def told(*paths: str) -> None:
    """What is worth a second look in the answers at these paths, all in one note; nothing when there is nothing."""
    case = letters.case()
    noted([case.answer(path) for path in paths])


def noted(texts: Iterable[str | None]) -> None:
    """The same for texts, such as the words of every row of a table."""
    words, lists = session.words(), [load_words(language).tone for language in LANGUAGES]
    found = [flag for text in texts for flag in tone.flags(text, lists)]
    kinds = {kind: tuple(dict.fromkeys(flag.found for flag in found if flag.kind == kind)) for kind in tone.KINDS}
    if kinds[tone.CRISIS]:
        contacts = session.law().contacts
        look.show(look.notice(words.say("tone.crisis", crisis=contacts.crisis, emergency=contacts.emergency), "stop"))
    about_letter = {kind: shown for kind, shown in kinds.items() if shown and kind != tone.CRISIS}
    if about_letter:
        lines = [_line(kind, shown) for kind, shown in about_letter.items()]
        why = look.fold(words.say("tone.why"), look.bullets(words.say(f"tone.{kind}_why") for kind in about_letter))
        look.show(look.card(look.paragraph(f"**{words.say('tone.title')}**"), *lines, look.paragraph(words.say("tone.keep")), why, tone="soon"))


def _line(kind: str, found: Sequence[str]) -> str:
    """What was found of one kind, in the person's own words."""
    words, rest = session.words(), len(found[_MOST:])
    title = words.say(f"tone.{kind}")
    own = ", ".join(f"<bdi>\u201c{escape(one)}\u201d</bdi>" for one in found[:_MOST])
    more = f" {words.say('tone.more', count=rest)}" if rest else ""
    return f"<p><strong>{look.words(title)}</strong> {own}{more}</p>"
