"""The voice for a helper: whatever speaks to "you" has words of its own about the injured person, in both languages.

A text speaks when either language names "you", "your", "I" or "my" in it: Spanish often says it with the verb alone.
"""

import re
from pathlib import Path

import pytest

from qme_guide.content import CONTENT
from qme_guide.voices import HELPING, OWN, texts
from qme_guide.word_files import read, read_overlay
from qme_guide.words import LANGUAGES, load_words

SPEAKS = {
    "en": re.compile(r"\b(you|your|yours|yourself|my|me|mine|myself)\b|\bI\b(?!&A|’m not sure)", re.IGNORECASE),
    "es": re.compile(r"\b(usted|su|sus|suyo|suya|me|mi|mis|mí|yo|conmigo)\b", re.IGNORECASE),
}
# To the helper "you" is the helper; the injured person is never "I" outside of what they say themselves.
WRONG = {
    "en": re.compile(r"\b(your|yours|yourself|my|me|mine|myself)\b|\bI\b(?!&A|’m not sure)", re.IGNORECASE),
    "es": re.compile(r"\b(mi|mis|mí|me|yo|conmigo)\b", re.IGNORECASE),
}
# What only the injured person does: never told to the helper as an order. "No firme" and "que nadie firme" are none.
ORDERED = {
    "en": re.compile(r"(?:^|[.:;!?] )(?:now |then )?(?:sign|object|appeal)\b(?! of\b)|(?<!they )(?<!to )\bchoose (?:a|one) (?:doctor|qme)\b|(?<!they )(?<!and )(?<!not )(?<!to )\bsign it\b(?!\?)", re.IGNORECASE | re.MULTILINE),
    "es": re.compile(r"(?<!no )(?<!nadie )(?<!persona )\b(?:firmen?|fírm(?:e|en)l[oa]s?|objeten?|apelen?|eli(?:ja|jan) (?:a )?un (?:médico|qme)|pidan? (?:un panel|la imr))\b", re.IGNORECASE),
}
QUOTED = re.compile(r"“[^”]*”|«[^»]*»|(?<!\*)\*[^*]+\*(?!\*)")
# These speak to the helper as they are.
TO_THE_HELPER = (
    "questions: helper.", "questions: worker.language.", "sayings: helping.", "sayings: clinic.", "passages: pages/helping_", "passages: pages/clinic_",
)  # fmt: skip
PLAIN = {language: dict(texts(read(CONTENT / language))) for language in LANGUAGES}
OVER = {language: dict(texts(read_overlay(CONTENT / language))) for language in LANGUAGES}
# Texts that fit a helper as they are: "You can mark more than one."
FITS = Path(__file__).with_name("voice_fits.txt").read_text(encoding="utf-8").splitlines()
# Groups whose every text is spoken for. What is not here yet speaks to the worker also while somebody helps.
DONE = (
    "questions: ",
    "clocks: ",
    "passages: outcomes/",
    "passages: routes/",
    *(f"passages: pages/{page}" for page in (
        "about", "after_", "doctor", "erase", "example", "home", "imr", "late", "left", "letter_picture", "privacy", "save", "send", "signing",
        "special_", "stale", "attorney", "choose", "exam_", "qme_", "rating_", "replace", "report_", "write_",
    )),
    "picture: ",
    *(f"sayings: {group}." for group in (
        "home", "road", "triage", "start", "frame", "ask", "fact", "offer", "card", "dates", "nav", "tone", "table", "add", "leaf",
        "denial", "imr", "light", "review", "sent", "doctor", "records", "reasons", "odd", "paper", "exam_letter", "working", "builtin",
        "dispute", "objection", "panel", "choose", "appointment", "evaluator", "plan", "exam_day", "evening", "exam_at", "function",
        "timeline", "practice", "report", "correct", "write", "rating", "dispute_letter", "errors", "device", "about", "keep", "keeping", "nudge",
        "report_text",
    )),
)  # fmt: skip


def speaking() -> list[str]:
    """Every text that speaks to the worker."""
    return [key for key in PLAIN["en"] if not key.startswith(TO_THE_HELPER) and any(SPEAKS[one].search(PLAIN[one][key]) for one in LANGUAGES)]


def test_whatever_speaks_to_the_worker_has_words_for_a_helper():
    assert [key for key in speaking() if key.startswith(DONE) and key not in OVER["en"] and key not in FITS] == []


def test_no_text_fits_that_is_not_there_or_has_words_for_a_helper():
    assert [key for key in FITS if key not in PLAIN["en"] or key in OVER["en"]] == []
    assert len(FITS) == len(set(FITS))


@pytest.mark.parametrize("language", LANGUAGES)
def test_to_a_helper_nobody_says_i_for_the_injured_person_but_in_their_own_words(language):
    said = {key: QUOTED.sub("", text) for key, text in OVER[language].items()}
    assert {key: text for key, text in said.items() if WRONG[language].search(text)} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_helper_is_told_to_sign_object_appeal_or_choose_the_doctor(language):
    heard = {key: QUOTED.sub("", OVER[language].get(key, text)) for key, text in PLAIN[language].items() if not key.startswith((*TO_THE_HELPER, "letters: ", "sayings: file."))}
    assert {key: text for key, text in heard.items() if ORDERED[language].search(text)} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_for_a_helper_keep_every_number_and_every_word_to_look_for(language):
    def kept(text):
        return sorted(re.findall(r"\d+", text)), sorted(re.findall(r"(?<!\*)\*[^*]+\*(?!\*)", text))

    changed = {key: (kept(PLAIN[language][key]), kept(text)) for key, text in OVER[language].items()}
    assert {key: pair for key, pair in changed.items() if pair[0] != pair[1]} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_helper_hears_of_the_injured_person_and_every_other_word_stays(language):
    own, helping = load_words(language), load_words(language, HELPING)
    assert load_words(language, OWN) is own and (own.voice, helping.voice) == (OWN, HELPING)
    assert own.question("worker.name") != helping.question("worker.name")
    assert own.question("letters.printed_on") == helping.question("letters.printed_on")
    assert own.letters == helping.letters and own.tone == helping.tone
    assert own.choice("triage.denied", "treatment") == helping.choice("triage.denied", "treatment")
