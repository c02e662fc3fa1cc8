"""Every letter for a person whose answers are hard to print: as it was read and agreed, whole, and in every kind of file.

After a change of words: QME_GUIDE_GOLDEN=write python -m pytest tests/test_awkward_letters.py, then read the difference.
"""

import re
from html import unescape

import pytest

from qme_guide.documents.catalog import PAPERS
from qme_guide.documents.document import Document
from qme_guide.law import load_law
from qme_guide.render import RENDERERS, html
from qme_guide.rules import correspondence
from qme_guide.rules.correspondence import KINDS
from qme_guide.words import LANGUAGES, load_words
from tests.awkward import AWKWARD, COMPANY, DOCTOR, RIGHT_TO_LEFT, THERAPY, WORDS, WORKER, awkward
from tests.personas import TODAY
from tests.sweeps import SPANISH
from tests.taking_away import strings
from tests.test_letters import golden, matter

LAW, NAMES = load_law(), tuple(KINDS)
TYPED = (WORKER, COMPANY, DOCTOR, THERAPY, RIGHT_TO_LEFT, WORDS)
# Where the person speaks in the own words, and for how long.
SPEAKS = ("objection", "correction-reply", "dispute-letter", "factual-correction", "supplemental-request", "rating-reconsider")


def built(name: str, language: str) -> Document:
    return PAPERS[name].build(matter(awkward(name), language))


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_the_text_of_each_letter_for_an_awkward_case_is_what_was_read_and_agreed(name, language):
    golden(f"awkward/{name}-{language}", RENDERERS[".txt"](built(name, language)).decode())


@pytest.mark.parametrize("name", NAMES)
def test_each_letter_is_made_for_the_awkward_case_and_not_refused(name):
    assert correspondence.refused(KINDS[name], awkward(name), LAW, TODAY) is None
    words = load_words("en").letters[name]
    refusals = {text for key, text in words.items() if key.startswith(("not_yet", "not_title", "not_mark", "refused"))}
    assert not refusals & set(strings(built(name, "en")))


@pytest.mark.parametrize("language", SPANISH)
@pytest.mark.parametrize("name", NAMES)
def test_what_was_typed_stands_on_the_screen_as_it_was_typed_and_makes_no_tag(name, language):
    document = built(name, language)
    shown = html.fragment(document)
    assert not re.search(r"</?(b|i|script|Esq)\b", shown)
    seen = flat(unescape(re.sub(r"<[^>]+>", " ", shown)))
    assert all(flat(part) in seen for part in TYPED if any(part in one for one in strings(document)))


@pytest.mark.parametrize("name", SPEAKS)
def test_own_words_stand_whole_in_each_letter_in_which_the_person_speaks(name):
    assert flat(WORDS) in flat(" ".join(strings(built(name, "en"))))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_a_month_is_told_as_a_month_or_not_at_all_and_never_as_a_day(name, language):
    words, told = load_words(language), flat(" ".join(strings(built(name, language))))
    assert words.told(AWKWARD.claim.injured_on) in told
    without = told.replace("{name} None", "").replace("{number}", "")
    assert not re.search(r"\b\d{4}-(0\d|1[0-2])\b|\bNone\b(?! yet)|[{}]|\bunsure\b", without)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_no_mark_stands_twice_around_what_was_typed(name, language):
    """A name that ends with a stop, at the end of a sentence; an address with an empty line, in one line."""
    told = "\n".join(strings(built(name, language)))
    assert not re.search(r"\.\.(?!\.)|,\s*,|,\s{2,}", told)


@pytest.mark.slow
@pytest.mark.parametrize("ending", [".pdf", ".docx"])
@pytest.mark.parametrize("name", NAMES)
def test_each_letter_for_an_awkward_case_becomes_a_file(name, ending):
    for language in LANGUAGES:
        assert len(RENDERERS[ending](built(name, language))) > 1000
