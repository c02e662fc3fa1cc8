"""The frame around each page: top bar, list of pages, one error boundary and help line.

It opens the page that was asked for and shows one kind sentence when a page breaks. It must not know what a page does.
"""

from collections.abc import Iterable
from functools import partial

import streamlit as st
from streamlit.navigation.page import Page

from pages.parts import clients, clinic_typed, device, helping, leaving, look, process, returned, script, session, undo
from qme_guide import flow
from qme_guide.case import Case
from qme_guide.words import LANGUAGES, Words

HOME = "home"


def run(table: Iterable[flow.Page]) -> None:
    """Draw the frame and, in it, the open page. The first page of the table is home."""
    process.settle()
    words = session.words()
    st.set_page_config(layout="centered")
    look.style()
    listed = _listed(words, table)
    page = st.navigation(listed, expanded=True)
    pages = [one for group in listed.values() for one in group]
    # What the tab says, and with it the list of pages a browser remembers: what one does here, and nothing about anybody.
    st.set_page_config(page_title=words.say("frame.title", page=words.say(f"tab.{page.url_path or HOME}")))
    _keep_language_in_address()
    session.came_to(page.url_path)
    undo.settle()
    _bar(words, page)
    if page.url_path != clients.PAGE:
        helping.band(always=clients.several())
    if session.case().sample:
        _sample(words, pages)
    if not leaving.stands(page.url_path):  # one question at a time
        device.found()
        returned.show(page.url_path)
    with st.sidebar:
        look.show(_help(words))
    _content(words, page, pages)
    clients.glance(page.url_path or HOME)
    look.show(f'<footer>{look.paragraph(words.say("frame.not_lawyer"))}{_help(words)}</footer>')
    with st.container(key="helper"):
        script.run(words.language, f"{page.url_path} {session.moves()}", clients.unsaved(), clients.opened() is None)
        device.run()
        if clients.opened() is not None and page.url_path != clients.PAGE:
            clinic_typed.run()


def _listed(words: Words, table: Iterable[flow.Page]) -> dict[str, list[Page]]:
    """The list of pages: under the heading of each folder what is in it, home first."""
    listed: dict[str, list[Page]] = {}
    for one in table:
        entry = st.Page(one.path, title=words.say(f"nav.{one.name}"), default=one.name == HOME)
        listed.setdefault(words.say(f"nav_group.{one.folder}"), []).append(entry)
    return listed


def _keep_language_in_address() -> None:
    """Streamlit clears the address on each change of page: write the chosen language into it again."""
    if session.held("language_chosen") and st.query_params.get("lang") != session.language():
        st.query_params["lang"] = session.language()


def _bar(words: Words, page: Page) -> None:
    """Brand, the other language, and the way out."""
    other = next(one for one in LANGUAGES if one != words.language)
    with st.container(key="bar", horizontal=True, vertical_alignment="center"):
        look.show(f'<span class="brand" {script.lines(clients.opened() is None)}>{look.words(words.say("frame.brand"))}</span>')
        st.button(words.say("frame.other_language"), key="bar_language", type="tertiary", on_click=session.set_language, args=(other,))
        st.button(words.say("frame.erase"), key="bar_erase", type="tertiary", on_click=leaving.leave, args=(page.url_path,))


def _sample(words: Words, pages: list[Page]) -> None:
    """On every page: this is an example, and the way out of it."""
    home, *_ = pages
    with st.container(key="sample", horizontal=True, vertical_alignment="center", gap="small"):
        look.show(look.tag(words.say("frame.sample"), "soon"))
        if st.button(words.say("frame.leave_sample"), key="sample_leave", type="tertiary"):
            _leave_sample()
            st.switch_page(home)


def _leave_sample() -> None:
    """The example goes, and nobody else who is open, nor what the device keeps."""
    everybody, key = clients.open_cases(), session.case().key
    if key in everybody and key == clients.opened():
        clients.drop(key)
    else:
        session.open_case(Case())


def _content(words: Words, page: Page, pages: list[Page]) -> None:
    """What stands between bar and footer: a screen of leaving, or the page."""
    home, *_ = pages
    if not leaving.stands_in(page.url_path, partial(st.switch_page, home)):
        _page(words, page, pages)


def _page(words: Words, page: Page, pages: list[Page]) -> None:
    """The one error boundary. It logs the kind of error and the page, nothing else: an error's text may quote an answer.

    Streamlit's own signals (rerun, stop, switch page) are no `Exception` and pass.
    """
    if notice := session.told():
        key, tone, facts = notice
        look.show(look.notice(words.say(key, **facts), tone, word=words.say("state.done") if tone == "done" else ""))
    place = st.empty()
    try:
        with place.container():
            page.run()
    except Exception as error:
        if process.developing():
            raise
        process.LOG.error("%s on page %s", type(error).__name__, page.url_path or HOME)
        # What was open may be what broke: without it the page opens where its visit begins. Answers and papers stay.
        session.forget_places()
        # Emptied, and the sentence put after it: what a second container in the same place replaces may stay on the screen.
        place.empty()
        look.title(page.title)
        _broken(words, pages)


def _broken(words: Words, pages: Iterable[Page]) -> None:
    home, *_ = pages
    look.show(look.errors(words.say("errors.page_broken"), ()))
    st.button(words.say("frame.open_again"), key="broken_again", type="primary", width="stretch")
    if st.button(words.say("frame.home"), key="broken_home", width="stretch"):
        st.switch_page(home)


def callback_broke(error: Exception) -> bool:
    """For the server: the same kind sentence when a button's callback fails, where no page runs. True: shown, do not show more."""
    if process.developing():
        return False
    process.LOG.error("%s in a callback", type(error).__name__)
    look.style()
    look.show(look.errors(session.words().say("errors.page_broken"), ()))
    return True


def _help(words: Words) -> str:
    """Whom to call: the State's free help, danger, and a crisis."""
    contacts = session.law().contacts
    lines = (words.say("frame.help_free", phone=contacts.ia_phone), words.say("frame.help_danger", emergency=contacts.emergency, crisis=contacts.crisis))
    return f'<div class="help">{look.paragraphs(lines)}</div>'
