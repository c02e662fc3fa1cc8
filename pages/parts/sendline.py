"""One line of a log of sendings on the screen: its card, and what is said again after it was noted. It keeps nothing."""

import streamlit as st

from pages.parts import doctors, look, offer, session
from qme_guide.case import UNSURE, Panel, Sending
from qme_guide.documents.record_names import listed_name
from qme_guide.documents.sending_log import called

TONES = {None: "soon", "sent": "next", "arrived": "done", "failed": "stop"}
Button = tuple[str, str, object, tuple[object, ...]]


def tell(line: Sending) -> None:
    """What was noted: that it failed, else the day and the way, as far as they were said."""
    words = session.words()
    if line.result == "failed":
        session.tell("imr.sent_failed", "soon")
    elif line.on in (None, UNSURE):
        session.tell("imr.sent_no_day", "soon")
    elif line.how in (None, UNSURE):
        session.tell("imr.sent_done_day", day=words.told(line.on))
    else:
        session.tell("imr.sent_done_how", day=words.told(line.on), how=words.letter("claims-copy", f"how_{line.how}"))


def head(title: str, line: Sending) -> None:
    """A title, and how it stands with the line."""
    word = session.words().say(f"imr.result_{line.result or 'none'}")
    look.show(f"<p><strong>{look.words(title)}</strong></p>", look.tag(word, TONES[line.result]))


def soft(line: Sending, path: str, panel: Panel | None = None) -> None:
    """Under the title: which doctor a notice named, which records went along, and the proof. path: of the log."""
    words = session.words()
    proof = ", ".join(part for part in (line.proof and words.choice(f"{path}.proof", line.proof), line.number) if part)
    if panel and line.doctor:
        look.show(look.paragraph(words.say("choose.named", name=doctors.named(panel, line)), soft=True))
    if line.papers:
        look.show(look.paragraph(words.say("evaluator.line_papers", papers=_papers(line)), soft=True))
    if proof:
        look.show(look.paragraph(words.say("imr.proof_of", proof=proof), soft=True))


def called_here(line: Sending) -> str:
    """To whom, how, and on which day."""
    return called(offer.matter(session.words().language), line)


def buttons(*rows: Button) -> None:
    """The quiet buttons of a card: label, key, what it does, and with what."""
    for label, key, press, facts in rows:
        st.button(label, key=key, type="tertiary", on_click=press, args=facts)


def _papers(line: Sending) -> str:
    """The records that went along, those that are still on the list."""
    return "; ".join(listed_name(one, session.words()) for one in session.case().records if one.id in line.papers)
