"""Whom the words for a helper speak to: "usted" and "you" are the one who types, "la persona" and "they" the injured worker, and never both at once.

The helper looks, reads aloud, types, and calls with the person there. The person keeps the papers, sends them, asks in writing.
"""

import re

import pytest

from qme_guide.words import LANGUAGES, load_words
from tests.test_helper_voice import OVER, PLAIN, QUOTED, TO_THE_HELPER

# To several people at once: "miren" told to the helper and the person together. "Que lo miren otra vez" is about others.
ENDING_IN_EN = "anot apunt arregl avis baj busqu cambi compar contest copi cuent cuid dej descargu empiec esper expliqu firm guard habl junt llam llen llev mand marqu mir pas piens prepar pregunt prueb quit revis sum tach tom toqu us"
ENDING_IN_AN = "abr actú añad corrij decid dig elij escoj escrib hag imprim le met pid pong sig teng vay ve vuelv"
TO_SEVERAL = re.compile(
    r"(?:^|[.:;!?»),] |\*\* ?|\b(?:y|o|(?<!que )no|primero|antes|después|luego|hoy|también) )"
    rf"(?:(?:{'|'.join(ENDING_IN_EN.split())})en|(?:{'|'.join(ENDING_IN_AN.split())})an|\w*[áéíóú]\w*[ea]n(?:se|l[aoe]s?))\b|\bustedes\b",
    re.IGNORECASE | re.MULTILINE,
)
# At the head of a sentence these read as an order to a child or a friend ("guarda" for "guarde"): the sentence names who does it.
LIKE_AN_ORDER = re.compile(r"(?:^|[.:;!?»] |\*\* ?)(?:Avisa|Elige|Entrega|Escribe|Firma|Guarda|Lleva|Llama|Manda|Nombra|Pide|Pregunta)\b", re.MULTILINE)
# What only the worker does: keep the papers, send them, ask for something in writing. Saving the answers is the helper's.
OF_THE_WORKER = {
    "es": re.compile(
        r"(?<!que )(?<!se )\b(?:guarde (?:el|la|los|las|una|cada|todo|todas|ese|esa)\b(?! (?:respuestas|copia (?:de la persona|sin)))|(?:mande|entregue) (?:el|la|los|las|un|una|hoy|copias)\b"
        r"|(?<!no )(?:mánde|entrégue)l[aoe]s?\b|pida (?:hoy|por escrito)\b)",
        re.IGNORECASE,
    ),
    "en": re.compile(r"(?:^|[.:;?!”] |, |\b(?:and|or) )(?:keep (?:the|a|an|each|every|everything|that|those|it with)\b(?! comparison)|send (?:the|a|an|it|them|copies|nothing)\b|ask (?:for .{0,40} )?in writing)", re.IGNORECASE | re.MULTILINE),
}  # fmt: skip
# The person and "they" are named first in these sentences of theirs.
THEIRS = re.compile(r"\b(?:person|they|family|administrator|organization|attorney|office|doctor)\b[^.?!;]*$", re.IGNORECASE)
NOUN = re.compile(r"\b(?:personas?|familia)\b", re.IGNORECASE)


def heard(language: str) -> dict[str, str]:
    """Every text a helper hears, without what somebody says in their own words."""
    own = (*TO_THE_HELPER, "letters: ", "sayings: file.", "sayings: practice.tip_", "sayings: reasons.")
    return {key: QUOTED.sub("", OVER[language].get(key, text)) for key, text in PLAIN[language].items() if not key.startswith(own)}


def sentences(text: str) -> list[str]:
    """A text cut at its sentences."""
    return [one for one in re.split(r"(?<=[.?!])\s+|\n", text) if one.strip()]


def test_no_spanish_text_speaks_to_the_helper_and_the_person_at_once():
    assert {key: text for key, text in heard("es").items() if TO_SEVERAL.search(text)} == {}


def test_in_spanish_ella_stands_only_behind_its_noun():
    loose = []
    for key, text in OVER["es"].items():
        told = sentences(QUOTED.sub("", text))
        for before, one in zip(["", *told], told, strict=False):
            loose += [(key, one) for found in re.finditer(r"\bella\b", one, re.IGNORECASE) if not NOUN.search(before + one[: found.start()])]
    assert loose == []


def test_no_spanish_sentence_about_the_person_reads_like_an_order():
    assert {key: text for key, text in OVER["es"].items() if LIKE_AN_ORDER.search(QUOTED.sub("", text))} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_helper_is_told_to_keep_send_or_ask_in_writing_for_the_person(language):
    found = {}
    for key, text in heard(language).items():
        for match in OF_THE_WORKER[language].finditer(text):
            if language == "es" or not THEIRS.search(text[: match.start() + 1]):
                found[key, match.group()] = text
    assert found == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_screen_says_to_the_worker_what_their_log_on_paper_says(language):
    words = load_words(language)
    for paper, group in (("sending-log", "imr.due"), ("sending-log-all", "sent.act")):
        for key in (key for key in words.sayings if key.startswith(f"{group}_")):
            assert words.sayings[key] == words.letters[paper][f"next_{key.removeprefix(f'{group}_')}"]
