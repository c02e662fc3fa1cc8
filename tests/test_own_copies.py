"""The worker's own copies: every page says that the answers are in the file, and they are; no copy for others says so."""

import ast
import io
import re
from pathlib import Path

import pytest
from pypdf import PdfReader
from streamlit.testing.v1 import AppTest

from qme_guide import anyfile, bundle, carry
from qme_guide.bundle import Enclosed
from qme_guide.documents.catalog import PAPERS
from qme_guide.documents.own_copy import own_copy, own_mark
from qme_guide.own_packet import own_packet
from qme_guide.packet import PacketError
from qme_guide.render import pdf
from qme_guide.savefile import dump
from qme_guide.words import LANGUAGES, load_words
from tests import inside
from tests.any_case import LIMITS
from tests.browser.journey import paper
from tests.hostile import numbered
from tests.test_bundle import bookmarks
from tests.personas import TODAY
from tests.test_keep_page import files  # noqa: F401
from tests.test_recipient_copies import RICH, findings, marked, matter

ROOT = Path(__file__).resolve().parents[1]
FEW = 23


def pages(data: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(data)).pages]


def some() -> list:
    every = [(name, language) for language in LANGUAGES for name in PAPERS]
    return [pytest.param(*one, marks=() if at % FEW == 0 else pytest.mark.slow) for at, one in enumerate(every)]


@pytest.mark.parametrize(("name", "language"), some())
def test_every_page_of_an_own_copy_says_so_and_the_file_opens_again(name, language):
    words, plain = load_words(language), PAPERS[name].made(matter(marked(), language))
    own = carry.carry(pdf.render(own_copy(plain, words)), dump(marked()))
    found, without = pages(own), pages(pdf.render(plain))
    assert all(page.count(own_mark(words)) == 1 for page in found)
    assert not any(own_mark(words) in page for page in without)
    assert not any(words.letter("common", "copy_mark") in page for page in found), "one warning is enough"
    assert len(without) <= len(found) <= len(without) + 1
    assert not inside.pdf(own, attached=True) and anyfile.opened(own, None, LIMITS).case == marked()


def test_what_else_the_mark_of_a_paper_says_stays():
    words = load_words("es")
    private = own_copy(PAPERS["timeline-private"].made(matter(RICH.answers({"sample": True}), "es")), words)
    assert private.mark.endswith(own_mark(words))
    assert words.letter("common", "private_mark") in private.mark and words.letter("common", "sample_mark") in private.mark


def test_a_paper_for_one_page_is_still_one_page_as_an_own_copy():
    for name in ("call-card", "appointment-card"):
        plain = PAPERS[name].made(matter(RICH, "es"))
        before, after = (len(pages(pdf.render(one))) for one in (plain, own_copy(plain, load_words("es"))))
        assert before == after == 1, name


@pytest.mark.parametrize("language", ["es", pytest.param("en", marks=pytest.mark.slow)])
def test_a_packet_as_an_own_copy_says_so_on_every_sheet_and_loses_nothing(language):
    told, mark = matter(RICH, language), own_mark(load_words(language))
    packet = bundle.request_packet(told, Enclosed([paper("FORM signed")], [numbered(3), numbered(1, (0, 0, 792, 612))]))
    steps: list[tuple[int, int]] = []
    own = own_packet(packet, mark, language, lambda done, total: steps.append((done, total)))
    found, before = pages(own), pages(packet)
    assert len(found) == len(before) and [page.replace(mark, "").split() for page in found] == [page.split() for page in before]
    assert all(page.count(mark) == 1 for page in found) and not any(mark in page for page in before)
    assert bookmarks(own) == bookmarks(packet)
    sizes = [[(one.mediabox.width, one.mediabox.height) for one in PdfReader(io.BytesIO(data)).pages] for data in (own, packet)]
    assert sizes[0] == sizes[1]
    assert steps[-1] == (len(before), len(before))
    assert own_packet(packet, mark, language) == own
    carrying = carry.carry(own, dump(RICH))
    assert not inside.pdf(own) and not inside.pdf(carrying, attached=True) and not inside.pdf(packet)
    assert anyfile.opened(carrying, None, LIMITS).case == RICH


def test_a_packet_that_is_none_is_refused_without_a_word_of_it():
    for data in (b"", b"%PDF-1.7", b"secret words"):
        with pytest.raises(PacketError) as caught:
            own_packet(data, "mark", "en")
        assert caught.value.__context__ is None


def test_only_a_marked_copy_is_ever_given_answers():
    """Wherever a PDF gets answers, it was marked as the worker's own in the same breath."""
    calls = []
    for path in [*(ROOT / "pages").rglob("*.py"), *(ROOT / "qme_guide").rglob("*.py")]:
        text = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(text)) if "carry(" in text else ():
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "carry":
                calls.append((path.name, ast.unparse(node.args[0])))
    assert calls, "nothing offers an own copy with answers"
    assert not [one for one in calls if "own_copy(" not in one[1] and "own_packet(" not in one[1]], calls


# What a folder full of downloads must not tell, in either language; the names of papers for others stay as they are.
TELLING = re.compile("medic|doctor|clinic|dolor|lesion|salud|enferm|examen|diagn|tratam|imr|qme|incapac|evalua")


def test_every_paper_has_a_file_name_of_its_own_and_a_spanish_one_says_nothing_medical():
    names = {language: {key.removeprefix("file."): said for key, said in load_words(language).sayings.items() if key.startswith("file.")} for language in LANGUAGES}
    called = {key.removeprefix("paper.") for key in load_words("es").sayings if key.startswith("paper.")}
    assert set(PAPERS) <= called <= set(names["es"])
    for said in names.values():
        assert len(set(said.values())) == len(said) and all(re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*-?", one) for one in said.values())
    assert not [one for one in names["es"].values() if TELLING.search(one)]
    assert all(said == key for key, said in names["en"].items() if key != "own")


def _every_paper() -> None:
    """A page with every paper on it, as a script."""
    from pages.parts import offer, session
    from qme_guide.documents.catalog import PAPERS

    (letter,) = session.case().letters
    for number, one in enumerate(PAPERS.values()):
        offer.paper(one, letter.model_copy(update={"id": f"letter-{number}"}))  # a paper may be offered beside two others
    offer.calendar()


@pytest.mark.parametrize(("language", "few"), [("es", 16), pytest.param("es", 1, marks=pytest.mark.slow), pytest.param("en", 1, marks=pytest.mark.slow)])
def test_of_all_that_the_screens_offer_only_own_copies_hold_answers(language, few, files, monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", TODAY.isoformat())
    at = AppTest.from_function(_every_paper, default_timeout=60)
    at.session_state["case"], at.session_state["language"] = RICH, language
    assert not at.run().exception
    words = load_words(language)
    own, others = [{name: build for name, build in files.items() if name.startswith(words.say("file.own")) == mine} for mine in (True, False)]
    assert {f"{name}-en.pdf" for name, paper in PAPERS.items() if paper.sent} <= set(others), "a paper that is sent is offered without answers"
    assert {f"{words.say('file.own')}{words.say(f'file.{name}')}-{language}.pdf" for name in PAPERS} == set(own), "each paper has an own copy"
    for name in list(others)[::few]:
        ending = name[name.rindex(".") :]
        assert not (inside.ics(others[name]()) if ending == ".ics" else findings(ending, others[name]())), name
    for name in list(own)[::few]:
        assert anyfile.opened(own[name](), None, LIMITS).case == RICH, name
