"""The text of a report beside its table of errors: one page at a time, with a search.

The file is read in memory and let go of. Its words stay a place of this visit: they are in no saved file, and they go
with the report and with everything else. Nobody needs to add one.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape

import streamlit as st

from pages.parts import look, session, undo, widgets
from pages.parts.markdown import typed
from qme_guide import looks, report_text
from qme_guide.case import Report
from qme_guide.papers import Limits, Problem
from qme_guide.report_text import ReportText

# So many pages with what was searched are shown.
_MOST = 11
OnPage = Callable[[int], None] | None


def beside(report: Report, on_page: OnPage = None) -> None:
    """The optional text of this report. on_page: what the button "The error is on page 3" does with the number (as `on_click`)."""
    undo.offer("report_text")
    text = session.place(_place(report))
    if text is None:
        _add(report)
        return
    words = session.words()
    with st.container(key="report-read", gap="small"):
        look.subheading(words.say("report_text.title"))
        _count(report, text)
        if text.pictures:
            look.show(look.notice(words.say("report_text.pictures_some" if any(text.pages) else "report_text.pictures"), "wait"))
        if any(text.pages):
            wanted = _search(report, text)
            _page(report, text, wanted, on_page)
        st.button(words.say("report_text.remove"), key=f"text_remove.{report.id}", type="tertiary", on_click=_remove, args=(report,))


def _remove(report: Report) -> None:
    """Let go of the text; it can come back as it was."""
    text = session.place(_place(report))
    session.note(_place(report), None)
    undo.remember("report_text.removed", places={_place(report): text})


def _place(report: Report) -> str:
    """Under which word the visit keeps the text; it goes with the report, whose id is in it."""
    return f"report_text.{report.id}"


def _at(report: Report) -> str:
    """Under which word the screen remembers the open page (from 0)."""
    return f"{_place(report)}.at"


def _add(report: Report) -> None:
    """A place for the file, folded; a file that cannot be used gets its word."""
    words, problem = session.words(), session.place(f"{_place(report)}.problem")
    with st.expander(words.say("report_text.open"), expanded=problem is not None):
        if problem:
            look.show(look.notice(words.say(f"errors.{problem.key}", **problem.facts), "stop"))
        look.show(look.paragraphs(words.say(f"report_text.{name}") for name in ("help", "private")))
        data = widgets.one_file(f"{_place(report)}.field", words.say("report_text.field"))
        if data is not None:
            with st.spinner(words.say("report_text.reading")):
                _take(report, data)
            st.rerun()


def _take(report: Report, data: bytes) -> None:
    """Read the file and keep its words, or why it cannot be used."""
    most = session.law().practice.uploads
    found = report_text.read(data, Limits(most.megabytes, most.pages, most.megapixels, most.unpacked_megabytes))
    session.note(f"{_place(report)}.problem", found if isinstance(found, Problem) else None)
    session.note(_place(report), None if isinstance(found, Problem) else found)
    session.note(_at(report), 0)


def _count(report: Report, text: ReportText) -> None:
    """How many pages the file has, and taking that over when the answers say another number, or none."""
    words, count = session.words(), len(text.pages)
    look.show(look.paragraph(words.say("report_text.count" if text.pages[1:] else "report_text.count_one", count=count), soft=True))
    places = {one.id: place for place, one in enumerate(session.case().reports)}
    if report.id in places and report.pages != str(count):
        taken = {f"reports.{places[report.id]}.pages": str(count)}
        st.button(words.say("report_text.use_count", count=count), key=f"text_count.{report.id}", type="tertiary", on_click=session.answer, args=(taken,))


def _search(report: Report, text: ReportText) -> str:
    """What is searched, and the way to each page with it."""
    words = session.words()
    wanted = st.text_input(words.say("report_text.search"), key=f"text_search.{report.id}", autocomplete="off")
    look.show(look.paragraph(words.say("report_text.search_hint"), soft=True))
    st.button(words.say("report_text.search_do"), key=f"text_search_do.{report.id}")
    if not wanted.strip():
        return ""
    found = report_text.find(text, wanted, _MOST + 1)
    if not found:
        look.show(look.notice(words.say("report_text.found_none", wanted=wanted), "wait"))
    else:
        look.show(look.paragraph(words.say("report_text.found_more" if found[_MOST:] else "report_text.found", count=len(found[:_MOST]))))
    for number, hit in enumerate(found[:_MOST]):
        around = typed(" ".join(f"{hit.before}{hit.found}{hit.after}".split()))
        label = words.say("report_text.hits" if hit.times > 1 else "report_text.hit", page=hit.page, count=hit.times, words=around)
        st.button(label, key=f"text_hit.{report.id}.{number}", type="tertiary", on_click=session.note, args=(_at(report), hit.page - 1))
    return wanted


def _page(report: Report, text: ReportText, wanted: str, on_page: OnPage) -> None:
    """One page: its number, the ways to others, its words with what was searched marked, and taking its number over."""
    words, pages = session.words(), text.pages
    at = min(session.place(_at(report), 0), len(pages) - 1)
    place = words.say("report_text.place", page=at + 1, pages=len(pages))
    look.show(look.paragraph(f"**{place}**"))
    _ways(report, len(pages), at)
    if on_page:
        _numbers(report, pages[at], at, on_page)
    if pages[at]:
        look.show(_shown(place, pages[at], report_text.places(pages[at], wanted)), look.paragraph(words.say("report_text.order"), soft=True))
    else:
        look.show(look.notice(words.say("report_text.page_picture"), "wait"))


def _ways(report: Report, count: int, at: int) -> None:
    """To the page before, to the next one, and to any."""
    words, id_ = session.words(), report.id
    if count <= 1:
        return
    with st.container(key="report-text-ways", gap="small"):
        st.button(words.say("report_text.before"), key=f"text_before.{id_}", on_click=session.note, args=(_at(report), at - 1), disabled=not at)
        st.button(words.say("report_text.after"), key=f"text_after.{id_}", on_click=session.note, args=(_at(report), at + 1), disabled=at + 1 == count)
    chosen = st.selectbox(words.say("report_text.go"), range(1, count + 1), index=at, key=f"text_go.{id_}.{at}")
    if chosen != at + 1:
        session.note(_at(report), chosen - 1)
        st.rerun()


def _numbers(report: Report, page: str, at: int, on_page: Callable[[int], None]) -> None:
    """The number of this page for the error: as it is printed on it, and as the file counts."""
    words, said, filled = session.words(), looks.printed(page), session.place(_filled(report))
    if said and said[0] != at + 1:
        look.show(look.paragraph(words.say("report_text.printed", page=said[0]), soft=True))
    numbers = dict.fromkeys(((said[0] if said else at + 1), at + 1))
    for place, number in enumerate(numbers):
        st.button(words.say("report_text.this_page_file" if place else "report_text.this_page", page=number), key=f"text_this.{report.id}.{place}", on_click=_fill, args=(report, number, on_page), width="stretch")
        if filled == (number, session.moves()):
            look.show(look.notice(words.say("report_text.filled", page=number), "done"))


def _filled(report: Report) -> str:
    return f"{_place(report)}.filled"


def _fill(report: Report, number: int, on_page: Callable[[int], None]) -> None:
    """Give the number to the open error; on a phone its field is out of sight, so that is said here until the screen moves on."""
    on_page(number)
    session.note(_filled(report), (number, session.moves()))


def _shown(name: str, page: str, marked: Iterable[slice]) -> str:
    """The words of a page as they stand, in a part that can be scrolled by keys; what was searched is marked."""
    pieces, last = [], 0
    for place in marked:
        pieces += [escape(page[last : place.start]), f"<mark>{escape(page[place])}</mark>"]
        last = place.stop
    lines = ("".join(pieces) + escape(page[last:])).split("\n")
    body = "".join(line + end for line, end in zip(lines, _breaks(page.split("\n")), strict=True))
    return f'<div class="report-page" role="region" tabindex="0" dir="auto" aria-label="{escape(name)}">{body}</div>'


def _breaks(lines: Sequence[str]) -> Iterator[str]:
    """What comes after each line: a long line goes on in the next one, as on paper; after any other there is a break."""
    longest = max(map(len, lines))
    for line, following in zip(lines, (*lines[1:], ""), strict=True):
        goes_on = following.strip() and len(line) * (1 + 1) > longest
        yield " " if goes_on else "<br>"
