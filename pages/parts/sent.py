"""Everything that went out, on one page: what to look at now, each sending, what the others have to do since then.

Each letter has its own log on the page where it is made; here the lines of all of them stand together. It decides
nothing: what is open, and from which day, comes from rules/following.
"""

from collections.abc import Mapping

import streamlit as st

from pages.parts import asking_again, ask, cards, letters, look, offer, sendline, sendlog, session, undo, when
from pages.parts.sent_at import ANSWER, FOLLOW, LIST, PLACE, go, log, matter, sayer, what
from qme_guide.case import UNSURE
from qme_guide.documents.sending_log_all import NAME, act, started
from qme_guide.rules import following, outbox, report_clocks
from qme_guide.rules.outbox import Sent
from qme_guide.rules.start import exact

# The letters whose answer is noted here.
ANSWERED = (*outbox.ASKS, "supplemental-request")


def screen() -> None:
    """What is open: a line of a log, the day of an answer, the letter that asks again; else the list."""
    found = outbox.everything(session.case())
    for one in found:
        if sendlog.opened(log(one)):
            return
    name, about, line = session.place(PLACE) or (LIST, "", "")
    one = next((one for one in found if (one.about, one.line.id) == (about, line)), None)
    if one and name == ANSWER:
        _ask_answer(one)
    elif one and name != LIST:
        asking_again.screen(one, name)
    else:
        _list(found)


def _list(found: tuple[Sent, ...]) -> None:
    words = session.words()
    look.show(look.paragraph(words.say("sent.intro" if found else "sent.none")))
    if found:
        _due(found)
        look.heading(words.say("sent.list_title"))
        for number, one in enumerate(found, start=1):
            _card(number, one)
    _theirs()
    offer.step(words.say("sent.to_write"), "write", primary=not found)
    offer.papers(NAME)
    if found:
        offer.calendar()
    offer.save()


def _due(all_sent: tuple[Sent, ...]) -> None:
    """What to look at now, then what comes later, folded."""
    words, today = session.words(), session.today()
    found = following.due(session.case(), session.law(), today)
    numbers = {(one.path, one.line.id): number for number, one in enumerate(all_sent, start=1)}
    now, later = ([_row(one, numbers) for one in found if (one.day <= today) is here] for here in (True, False))
    look.heading(words.say("sent.next_title"))
    look.show(look.road(now) if now else look.paragraph(words.say("sent.nothing_due"), soft=True))
    if later:
        look.show(look.fold(words.say("sent.later_title"), look.road(later)))


def _row(found: following.Due, numbers: Mapping[tuple[str, str], int]) -> look.Row:
    """One thing to look at, with the number of its sending in the list below."""
    words, late, number = session.words(), found.day <= session.today(), numbers[found.sent.path, found.sent.line.id]
    word = words.say("sent.now") if late else words.say("sent.from_day", day=words.short_day(found.day))
    return look.Row(word, "soon" if late else "next", words.say(f"sent.do_{found.kind}", number=number), act(matter(), found, sayer))


def _card(number: int, one: Sent) -> None:
    """One sending: what, to whom, how and when, about what, its proof, its answer, its buttons."""
    words, line = session.words(), one.line
    with st.container(key=f"card-sent-{one.about or 'case'}-{line.id}", gap="xsmall"):
        sendline.head(f"{number}. {what(one)}", line)
        look.show(look.paragraph(sendline.called_here(line)))
        if one.about.startswith(("letter", "report", "exam")):
            look.show(look.paragraph(words.say("sent.about", name=letters.about(one.about)), soft=True))
        sendline.soft(line, one.path)
        _answer(one)
        sendline.buttons(*_buttons(number, one))


def _answer(one: Sent) -> None:
    """Whether an answer came; without one, from which day to ask again, and what is left once that was done."""
    words, case, answered = session.words(), session.case(), one.line.answered_on
    if answered is not None:
        told = words.say("sent.answered_unsure") if answered == UNSURE else words.say("sent.answered", day=words.told(answered))
        look.show(look.paragraph(told, soft=True))
    elif day := following.answer_from(case, one, session.law()):
        look.show(look.paragraph(words.say("sent.no_answer_yet", day=day), soft=True))
    elif one.paper in outbox.ASKS and outbox.followed(case, one):
        look.show(look.paragraph(words.say("sent.followed", call=when.call_day(), phone=session.law().contacts.ia_phone), soft=True))


def _buttons(number: int, one: Sent) -> list[sendline.Button]:
    """Change, remove; the answer of a letter that asked for one; ask again."""
    words, name = session.words(), f"{one.about or 'case'}.{one.line.id}"
    made = [
        (words.say("imr.edit_line", number=number), f"edit.{name}", sendlog.edit, (log(one), one.line)),
        (words.say("imr.remove_line", number=number), f"remove.{name}", _remove, (one,)),
    ]
    if one.paper in ANSWERED and one.day:
        key = "sent.change_answer" if one.line.answered_on else "sent.note_answer"
        made.append((words.say(key, number=number), f"answer.{name}", go, (ANSWER, one)))
    if day := following.answer_from(session.case(), one, session.law()):
        key = "sent.follow" if day <= session.today() else "sent.follow_early"
        made.append((words.say(key, number=number), f"follow.{name}", go, (FOLLOW, one)))
    return made


def _remove(one: Sent) -> None:
    known = session.case().answer(one.path)
    session.answer({one.path: tuple(line for line in known if line.id != one.line.id)})
    session.note("line", None)
    undo.remember("sent.removed", {one.path: known})


def _ask_answer(one: Sent) -> None:
    """The day of the answer; an empty one takes it back."""
    lines = session.case().answer(one.path)
    path = f"{one.path}.{lines.index(one.line)}.answered_on"
    if ask.screen(f"sent.{path}", (path,), optional=True, title=what(one)):
        go(LIST, one)
        st.rerun()


def _theirs() -> None:
    """The dates of others that a sending started, and the QME's answer to a judge."""
    words, rows = session.words(), started(offer.matter(session.language()))
    back = report_clocks.sent_back(session.case(), session.law())
    if not (rows or back):
        return
    look.heading(words.say("sent.theirs_title"))
    if rows:
        look.show(look.paragraph(words.say("sent.theirs_intro")), *map(cards.line, rows))
    if back and exact(back.safe):
        late = look.paragraph(words.say("sent.back_late", day=back.outside)) if back.outside else ""
        look.show(look.card(f"<h3>{look.words(words.say('sent.back_title'))}</h3>", look.paragraph(words.say("sent.back_label", day=back.safe)), late, tone="next"))
