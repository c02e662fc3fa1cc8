"""Texts that would be markup, in every field of the case, on every screen: each stands there as it was typed, and is nothing else.

What a browser makes of them: tests/browser/test_markup_in_browser.py. What stands in a file: test_markup_papers.
"""

import re

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts import look, process
from pages.parts.markdown import own, plain, typed
from qme_guide.case import Case
from qme_guide.flow import PAGES, page
from qme_guide.render.clean import clean
from qme_guide.words import load_words
from tests.markup import CORPUS, FULLEST, MARK, everywhere, fits, places, reached, shifted, text_fields
from tests.personas import EVERYBODY, TODAY
from tests.screens import faults, faults_of_html, faults_of_markdown, own_words, squeezed
from tests.sweeps import some_of

APP = "../app.py"
# Buttons that leave the case behind, or the page.
LEAVES = ("bar_", "erase", "start_again", "sample")
# With each shift every field holds another text; each kind of text comes to each field in some of these, in both languages.
QUICK, SOME = (95,), range(0, len(CORPUS), 5)


@pytest.fixture(autouse=True)
def _as_it_breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that breaks shows why, not the kind sentence."""
    monkeypatch.setenv("QME_GUIDE_TODAY", TODAY.isoformat())
    monkeypatch.setenv(process.DEVELOP, "yes")


def opened(case: Case, name: str = "home", language: str = "es") -> AppTest:
    at = AppTest.from_file(APP, default_timeout=60)
    at.session_state["language"], at.session_state["case"] = language, case
    at.run()
    return at.switch_page(page(name)).run() if name != "home" else at


def walked(case: Case, language: str) -> list[str]:
    """What is wrong on any page."""
    at, typed_words = opened(case, "home", language), own_words(case)
    found = [f"home: {one}" for one in faults(at, typed_words)]
    for one in PAGES[1:]:
        found += [f"{one.name}: {fault}" for fault in faults(at.switch_page(page(one.name)).run(), typed_words)]
    return found


def pressed(case: Case, name: str, known: set[str]) -> list[str]:
    """What is wrong behind any button of a page that is of no known kind, each pressed in a visit of its own; they are known then."""
    found, typed_words = [], own_words(case)
    for key in [one.key for one in opened(case, name).button if one.key and not one.disabled and not one.key.startswith(LEAVES)]:
        if (kind := re.sub(r"\d+", "", key)) not in known:
            known.add(kind)
            at = opened(case, name)
            found += [f"{name}, {key}: {fault}" for fault in faults(at.button(key=key).click().run(), typed_words)]
    return found


def test_the_corpus_is_large_and_each_text_of_it_can_be_found_again():
    assert len(CORPUS) == len(set(CORPUS)) >= 100
    assert all(MARK in one for one in CORPUS)
    alone = re.compile(f"({MARK})+")
    assert not [one for one in CORPUS if alone.fullmatch(squeezed(one)) or alone.fullmatch(squeezed(clean(one)))], "the mark alone would hide what is left of another text"


def test_every_text_field_of_the_model_is_filled():
    assert set(text_fields()) == reached(FULLEST) and len(reached(FULLEST)) > 100
    case = everywhere(FULLEST, "zonk")
    assert all(case.answer(path) == "zonk" for path in places(case))


@pytest.mark.slow
def test_each_text_comes_to_each_field_in_one_of_the_shifts():
    cases = [shifted(Case(), by) for by in range(len(CORPUS))]
    for path in places(Case()):
        assert {case.answer(path) for case in cases} == {fits(one, path) for one in CORPUS}


@pytest.mark.parametrize("text", CORPUS, ids=range(len(CORPUS)))
def test_each_piece_of_the_look_and_each_label_takes_each_text_as_it_is(text):
    words = load_words("es")
    said = words.fill("Antes {what} después", what=text)
    for piece in (look.paragraph(said), look.bullets([own(text)]), look.quote(text), look.own(text), look.notice(said, "soon"), look.fold(own(text)), look.image("data:,", text)):
        assert MARK in piece and not faults_of_html(piece, (text,)), piece
    for label in (typed(text), words.fill("Antes {what} después", what=typed(text)), plain(words.fill("{what}", what=typed(text)))):
        assert not faults_of_markdown(label, (text,)), label


@pytest.mark.parametrize("text", ["<img src=x onerror=zonk()>", "**zonk**", "2*zonk*4"])
def test_the_check_of_the_screens_finds_what_is_not_escaped(text):
    assert faults_of_html(f"<p>{text}</p>".replace("**", "<b>").replace("*", ""), (text,))
    assert faults_of_markdown(f"Open: {text}", (text,))
    assert faults_of_html(f'<p style="background:url({MARK})">x</p>', ()) and faults_of_html(f"<style>{MARK}</style>", ()) and faults_of_html("<!-- x -->", ())


@pytest.mark.parametrize("by", some_of(SOME, QUICK))
def test_every_page_shows_every_text_as_it_was_typed(by):
    assert walked(shifted(FULLEST, by), "es" if by % 2 else "en") == []


@pytest.mark.slow
@pytest.mark.parametrize("person", EVERYBODY)
def test_every_page_of_every_person_shows_every_text_as_it_was_typed(person):
    for by in range(list(EVERYBODY).index(person), len(CORPUS), 95):
        assert walked(shifted(EVERYBODY[person], by), "en" if by % 2 else "es") == []


@pytest.mark.slow
@pytest.mark.parametrize("name", [one.name for one in PAGES])
def test_what_opens_behind_every_button_shows_every_text_as_it_was_typed(name):
    known: set[str] = set()
    for base in (FULLEST, *EVERYBODY.values()):
        assert pressed(everywhere(base, "<b onclick=zonk>2*zonk*4</b> [zonk](https://zonk.example) :red[$zonk$]"), name, known) == []
