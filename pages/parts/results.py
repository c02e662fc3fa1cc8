"""What a review decided for each treatment, the list of records beside one's own, and the papers that each stage calls for."""

import streamlit as st

from pages.parts import letters, look, offer, session, show
from pages.parts.markdown import own, typed
from qme_guide.case import Letter, Treatment
from qme_guide.documents.matter import item
from qme_guide.documents.record_names import listed_name, listed_names
from qme_guide.rules import review
from qme_guide.rules.dates import dates
from qme_guide.rules.start import earliest

TONES = {"upheld": "stop", "overturned": "done", "partly": "soon", "unsure": "wait"}
# The papers of each stage, in order; what depends on a clock or a list is offered on its own.
PAPERS = {
    review.MORE: ("more-facts", "call-card"),
    review.NOT_ELIGIBLE: ("appeal-sheet", "call-card", "hand-off"),
    review.UPHELD: ("appeal-sheet", "new-request", "hand-off"),
    review.MIXED: ("appeal-sheet", "new-request", "hand-off"),
    review.DECIDED: ("appeal-sheet", "hand-off"),
}
ASKS = {review.AUTHORIZE: "imr-authorize", review.REIMBURSE: "imr-reimburse"}


def about(letter: Letter, path: str) -> str:
    """The name of the treatment that a path is about; nothing for a path about the review."""
    kind, _, rest = path.partition(".")
    return name(letter, int(rest.partition(".")[0])) if kind == "treatments" else ""


def name(letter: Letter, number: int) -> str:
    """A treatment by its name, or by its number (from 0) in the letter."""
    one = letter.treatments[number]
    return item(one) if one.name else session.words().say("review.unnamed", number=number + 1)


def ended(letter: Letter) -> None:
    """How each treatment ended, in words, and what was done about it since."""
    words = session.words()
    look.subheading(words.say("review.results_title"))
    rows = []
    for number, one in enumerate(letter.treatments):
        result = one.result or "unsure"
        rows.append(look.Row(words.say(f"review.result_{result}"), TONES[result], own(name(letter, number)), f"{words.say(f'review.means_{result}')} {_since(one)}".strip()))
    look.show(look.road(rows))


def _since(one: Treatment) -> str:
    words = session.words()
    days = {"authorized": one.authorized_on, "paid": one.paid_on}
    return " ".join(words.say(f"review.means_{done}", day=words.told(day)) for done, day in days.items() if earliest(day))


def papers(letter: Letter, at: int, stage: str) -> None:
    """What this stage calls for: to write the treatments first, the list, the letters that ask, the sheets."""
    words = session.words()
    if not letter.treatments and stage != review.NOT_SENT:
        look.show(look.notice(words.say("review.no_treatments"), "soon"))
        if st.button(words.say("review.add_treatments"), width="stretch"):
            letters.change("treatments")
            st.switch_page(offer.page("denial"))
    if stage == review.ASSIGNED:
        _records(letter, at)
    if review.approved(letter):
        _asks(letter)
    offer.papers(*PAPERS.get(stage, ()), letter=letter)


def _asks(letter: Letter) -> None:
    """For each clock to authorize or pay: how it stands and the letter that asks; what they pay when they do not comply."""
    words = session.words()
    if review.may_wait(letter):
        look.show(look.notice(words.say("review.may_wait"), "wait"))
        return
    own = [row for row in dates(session.case(), session.law(), session.today()) if row.about == letter.id and row.deadline.rule in ASKS]
    if any(not row.exact for row in own):
        look.show(look.notice(words.say("review.no_receipt"), "wait"))
    for row in own:
        standing = review.progress(row.deadline, session.today())
        look.show(look.notice(words.say(f"review.ask_{standing}"), "soon" if standing == review.LATE else "wait"))
        offer.papers(ASKS[row.deadline.rule], letter=letter)
    if review.to_authorize(letter) or review.to_pay(letter):
        fact = session.law().facts["imr-not-implemented"]
        told = show.passage("pages/after_penalty", dollars=f"${fact.values['dollars_a_day']:,}", source=fact.citation)
        look.show(look.fold(words.say("review.fines"), told))


def _records(letter: Letter, at: int) -> None:
    """The insurer's list beside one's own records: tick what stands on it; what is missing goes into a letter."""
    words, mine = session.words(), review.comparable(session.case())
    look.subheading(words.say("review.compare_title"))
    if letter.review.list_received != "yes":
        look.show(look.paragraph(words.say("review.no_list")))
        offer.papers("records-missing", letter=letter)
        return
    if not mine:
        look.show(look.paragraph(words.say("review.no_records")))
        offer.step(words.say("review.add_records"), "records")
        return
    _compare(letter, at)
    if letter.review.listed is None:
        return
    lacks = review.missing(session.case(), letter)
    look.show(look.notice(words.say("review.compare_missing" if lacks else "review.compare_all"), "soon" if lacks else "done"))
    if lacks:
        look.show(look.bullets(own(listed_name(one, words)) for one in lacks))
        offer.papers("records-missing", letter=letter)


def _compare(letter: Letter, at: int) -> None:
    words, listed = session.words(), letter.review.listed or ()
    with st.form(f"compare.{letter.id}", border=False):
        look.show(look.paragraph(words.say("review.compare_help")))
        with st.container(key="choices-listed", gap="small"):
            known = listed_names(review.comparable(session.case()), words)
            ticked = {one: st.checkbox(typed(name), value=one in listed, key=f"listed.{letter.id}.{one}") for one, name in known.items()}
        if st.form_submit_button(words.say("review.compare_keep"), width="stretch"):
            session.answer({f"letters.{at}.review.listed": tuple(record for record, on in ticked.items() if on)})
            st.rerun()
