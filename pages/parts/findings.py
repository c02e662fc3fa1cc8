"""The findings of one report that the worker does not accept: a card for each, and the two screens that ask about one."""

import streamlit as st

from pages.parts import ask, letters, look, offer, reports, session, undo
from qme_guide.case import Finding, Report
from qme_guide.paths import free_id
from qme_guide.rules import objection

MATTER, WORDS = "matter", "words"
FIELDS = {MATTER: ("about",), WORDS: ("page", "says", "mine")}


def asking(report: Report) -> bool:
    """One finding of this report is open, and still there."""
    name, number, _ = _place() or ("", 0, "")
    return name == report.id and number < len(letters.case().answer(_list()))


def question(report: Report) -> None:
    """The open finding: first what it is about, then its page and its words."""
    words, (_, number, part) = session.words(), _place()
    paths = tuple(f"{_list()}.{number}.{name}" for name in FIELDS[part])
    title = words.say("objection.finding_title", number=number + 1) if part == WORDS else ""
    went = ask.screen(f"{_list()}.{number}.{part}", paths, part == WORDS, title, only={"about": objection.MATTERS})
    if not went:
        return
    if went == ask.ON and part == MATTER and objection.goes_in(letters.case(), _findings()[number]):
        _go(report, number, WORDS)
    elif went == ask.BACK and part == WORDS:
        _go(report, number, MATTER)
    else:
        letters.stop()
        session.go("finding", None)
    st.rerun()


def cards(report: Report) -> None:
    """Every finding with what was noted, its road when it is another one, and its buttons; then the way to note more."""
    words = session.words()
    look.heading(words.say("objection.findings_title"))
    if not report.findings:
        look.show(look.paragraph(words.say("objection.findings_help")))
    for number, finding in enumerate(report.findings):
        _card(report, number, finding)
    _other_road(report)
    key = "another_finding" if report.findings else "add_finding"
    kind = "secondary" if report.findings else "primary"
    st.button(words.say(f"objection.{key}"), key="add_finding", on_click=_begin, args=(report,), type=kind, width="stretch")


def _other_road(report: Report) -> None:
    """To the road of what stays out of the letter; what it is about is told there too, as the person said it."""
    case = session.case()
    others = [one.about for one in report.findings if not objection.goes_in(case, one)]
    kind = "secondary" if objection.findings(case, report) else "primary"
    if others and st.button(session.words().say("objection.to_route"), key="to_route", type=kind, width="stretch"):
        session.answer({"route.about": tuple(dict.fromkeys((*(case.route.about or ()), *others)))})
        st.switch_page(offer.page("dispute"))


def _card(report: Report, number: int, finding: Finding) -> None:
    words, place = session.words(), number + 1
    about = words.choice(f"{_list()}.{number}.about", finding.about) if finding.about else words.say("objection.no_matter")
    elsewhere = not objection.goes_in(session.case(), finding)
    with st.container(key=f"card-finding-{finding.id}", gap="xsmall"):
        look.show(f"<p><strong>{place}. {look.words(about)}</strong></p>", *_said(finding))
        if elsewhere:
            look.show(look.tag(words.say("objection.elsewhere"), "soon"), look.paragraph(words.say("objection.elsewhere_help"), soft=True))
        for key, press in (("edit", _edit), ("remove", _remove)):
            label = words.say(f"objection.{key}_finding", number=place)
            st.button(label, key=f"{key}.{report.id}.{finding.id}", type="tertiary", on_click=press, args=(report, number))


def _said(finding: Finding) -> list[str]:
    """Its page and its words, as they were typed."""
    words = session.words()
    page = [look.paragraph(words.say("objection.page", page=finding.page), soft=True)] if finding.page else []
    mine = [look.paragraph(words.say("objection.mine"), soft=True), look.quote(finding.mine)] if finding.mine else []
    return [*page, *([look.quote(finding.says)] if finding.says else []), *mine]


def _place() -> tuple[str, int, str] | None:
    """The report, the number (from 0) and the part of the finding that is open."""
    return session.place("finding")


def _list() -> str:
    return reports.path("findings")


def _findings() -> tuple[Finding, ...]:
    return session.case().answer(_list())


def _go(report: Report, number: int, part: str) -> None:
    session.go("finding", (report.id, number, part))


def _begin(report: Report) -> None:
    letters.begin(_list(), Finding(id=free_id("finding", {one.id for one in report.findings})))
    _go(report, len(report.findings), MATTER)


def _edit(report: Report, number: int) -> None:
    letters.stop()
    _go(report, number, MATTER)


def _remove(report: Report, number: int) -> None:
    known = report.findings
    session.answer({_list(): known[:number] + known[number + 1 :]})
    undo.remember("objection.finding_removed", {_list(): known}, number=number + 1)
