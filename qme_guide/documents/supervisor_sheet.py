"""For whoever supervises a clinic: one page a client, with what to look at first, who decides, the dates and what is open.

It stays in the office. It names no helper; what the guide never asks is there to be ticked by hand.
"""

import re
from dataclasses import replace
from functools import partial

from qme_guide import board
from qme_guide.board import BoardRow
from qme_guide.case import Letter
from qme_guide.documents.brief import COLUMNS, DATES, FACTS, Told, more, one_page
from qme_guide.documents.document import Blank, Document, Paragraph, Table
from qme_guide.documents.hand_off import NAME as HAND_OFF
from qme_guide.documents.hand_off import questions
from qme_guide.documents.matter import SENT_LANGUAGE, Matter, copy_note, sheet
from qme_guide.documents.names import choice_name, letter_name
from qme_guide.documents.room import DOWN, left
from qme_guide.rules import imr
from qme_guide.words import HELPING, load_words

NAME = "supervisor-sheet"
_MOST = len(("first", "second", "third"))
"""So many open questions stand on the page, fewer where they leave too little for dates and facts; the full sheet holds all."""
_ROOM = 0.25
"""How much of the page is for dates and facts before any question is."""
_SIGNERS = len(("first", "second"))
_BETWEEN = "; "
_BOX, _APART, _SENTENCE = "[\u00a0\u00a0]\u00a0", "\u00a0\u00a0 ", re.compile(r"(?<=\.) ")


def supervisor_sheet(matter: Matter) -> Document:
    """The page, in the voice that speaks to a helper. Without a day of writing the next step and what is due cannot be told."""
    sent = replace(matter, words=load_words(SENT_LANGUAGE, HELPING))
    most = next((most for most in range(_MOST, 0, -1) if left(_drawn(sent, Told({}, 1), most)) >= DOWN * _ROOM), 0)
    return one_page(replace(matter, words=load_words(matter.words.language, HELPING)), partial(_drawn, most=most))


def _drawn(matter: Matter, told: Told, most: int) -> Document:
    """The page with so many of the open questions."""
    say = matter.sayer(NAME)
    rows = (*_glance(matter), *told.rows.get(DATES, ()), *told.rows.get(FACTS, ()), *_questions(matter, most))
    by_hand = ((say("ask"), _boxes(say("ask_list"))), (say("leave"), _boxes(say("leave_list"))))
    page = sheet(
        matter,
        NAME,
        [
            *copy_note(matter),
            Paragraph(say("intro")),
            Table((), (*rows, *by_hand), COLUMNS),
            *more(matter, told),
            Table((say("notes"),), (("",),)),
            Blank(say("initials")),
        ],
        sent=True,
        one_page=True,
    )
    # It is the office that made it, and that keeps it.
    return replace(page, foot=matter.shared("not_lawyer"))


def _boxes(text: str) -> str:
    """A box to tick before each sentence; a box never stands at the end of a line."""
    return _APART.join(f"{_BOX}{one}" for one in _SENTENCE.split(text))


def _questions(matter: Matter, most: int) -> list[tuple[str, str]]:
    """What is open, as a row; whose office takes the case is no question here."""
    hand_off, (_, *asked) = matter.sayer(HAND_OFF), questions(matter)
    left_out = [hand_off("more_questions", count=len(asked[most:]))] if asked[most:] else []
    text = "\n".join([*(hand_off(name) for name in asked[:most]), *left_out])
    return [(matter.sayer(NAME)("questions_title"), text)] if text else []


def _glance(matter: Matter) -> list[tuple[str, str]]:
    """What is seen at one look."""
    say, words = matter.sayer(NAME), matter.words
    language = matter.case.worker.language or "none"
    reads = say("reads", language=words.say(f"board.language.{language}"))
    # Which papers lie there no answer says, so none is called missing.
    row = board.row(matter.case, matter.law, matter.today, None) if matter.today else None
    flags = _flags(matter)
    lacks = _BETWEEN.join(words.say(f"board.missing.{name}") for name in row.missing) if row else ""
    return [
        *([(say("flags"), flags)] if flags else []),
        (say("authority"), " ".join(filter(None, [reads, *_help(matter), *_signers(matter)]))),
        *([(say("step"), _step(matter, row))] if row else []),
        *([(say("missing"), lacks)] if lacks else []),
    ]


def _flags(matter: Matter) -> str:
    """What the answers raise. That they raise nothing can only be said on a day."""
    raised = board.flags(matter.case, matter.law, matter.today)
    told = _BETWEEN.join(matter.words.say(f"board.flag.{name}") for name in raised)
    return told or (matter.sayer(NAME)("no_flags") if matter.today else "")


def _step(matter: Matter, row: BoardRow) -> str:
    words = matter.words
    step = words.say(f"road.{row.step}") if row.step else words.say("board.no_step")
    return matter.sayer(NAME)("step_minutes" if row.minutes else "step_only", step=step, minutes=row.minutes)


def _help(matter: Matter) -> list[str]:
    """Who helps, whether the worker agrees, and whether the worker can be asked; only what was said."""
    say, helper = matter.sayer(NAME), matter.case.helper
    if helper.helping != "yes":
        return [say("alone" if helper.helping == "no" else "not_told")]
    role = choice_name("helper.role", helper.role, matter.words) if helper.role else ""
    agreed = helper.agreed or "no"
    here = [say(f"here_{helper.here}")] if helper.here else []
    return [*([say("helping", role=role)] if role else []), say(f"agreed_{agreed}"), *here]


def _signers(matter: Matter) -> list[str]:
    """Who signs the requests that still go out: each other person with the two days that matter, of many the first ones and a count."""
    say, waiting = matter.sayer(NAME), [letter for letter in matter.case.letters if not imr.sent(letter)]
    others = [letter for letter in waiting if letter.signer == "other"]
    told = [_signer(matter, letter) for letter in others[:_SIGNERS]]
    more_others = [say("signer_more", count=len(others[_SIGNERS:]))] if others[_SIGNERS:] else []
    own = [say("signer_worker")] if waiting and all(one.signer == "worker" for one in waiting) else []
    return [*own, *told, *more_others, *([say("signer_law")] if told else [])]


def _signer(matter: Matter, letter: Letter) -> str:
    """Whether the paper that names another person is of a later day than the decision. Lab. Code 4610.5(j)."""
    say, paper = matter.sayer(NAME), letter_name(letter, matter.words)
    named, decided = (matter.told(day) or say("no_day") for day in (letter.designated_on, letter.decided_on or letter.printed_on))
    return say("signer_other", paper=paper, named=named, decided=decided)
