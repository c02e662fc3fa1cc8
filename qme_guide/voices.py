"""Two languages that are mirror images, and two voices of each: to the injured person, and to whoever helps that person.

The helper's words are laid over the others, key by key. A helper's word without a key below it, without a twin, or with
other facts than the word it stands for is a problem. This module knows no file and no sentence.
"""

import string
from collections.abc import Iterator, Mapping

from qme_guide.word_files import OVERLAY, flat

OWN, HELPING = "own", OVERLAY
Groups = Mapping[str, Mapping[str, object]]


def laid_over(below: Mapping[str, object], over: Mapping[str, object]) -> dict[str, object]:
    """The words below, with those of `over` in their place."""
    return {key: laid_over(value, over.get(key, {})) if isinstance(value, Mapping) else over.get(key, value) for key, value in below.items()}


def placeholders(text: str) -> frozenset[str]:
    """The facts a text asks for."""
    return frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name)


def twin_problems(found: Mapping[str, Groups]) -> tuple[str, ...]:
    """Every key or placeholder that one language has and its twin has not."""
    texts = {language: asked(groups) for language, groups in found.items()}
    here, there = texts
    problems = []
    for language, other in ((here, there), (there, here)):
        for key in sorted(texts[language].keys() - texts[other].keys()):
            problems.append(f"content/{other}: {key}: missing: add the twin of content/{language}")
    for key in sorted(texts[here].keys() & texts[there].keys()):
        if texts[here][key] != texts[there][key]:
            problems.append(f"content/{there}: {key}: its placeholders differ from the twin in content/{here}: use the same facts")
    return tuple(problems)


def overlay_problems(language: str, below: Groups, over: Groups) -> tuple[str, ...]:
    """Every word for a helper that stands for no word, or that asks for other facts."""
    plain, place = asked(below), f"content/{language}/{OVERLAY}"
    problems = []
    for key, facts in asked(over).items():
        if key not in plain:
            problems.append(f"{place}: {key}: no such word below it: remove it or mend its key")
        elif facts != plain[key]:
            problems.append(f"{place}: {key}: its placeholders differ from the word it stands for: use the same facts")
    return tuple(problems)


def asked(groups: Groups) -> dict[str, frozenset[str]]:
    """Each text's key and its placeholders."""
    return {key: placeholders(text) for key, text in texts(groups)}


def texts(groups: Groups) -> Iterator[tuple[str, str]]:
    """Each text of a language with its key, such as "questions: letters.drug.label". Of passages: title and body; of the lists of words for the tone: nothing."""
    for group, words in groups.items():
        plain = dict.fromkeys(words, "") if group == "tone" else flat(words, "")
        for key, text in plain.items():
            if group != "passages" or key.endswith((".title", ".body", ".who", ".say", ".number", ".date")):
                yield f"{group}: {key.removesuffix('.body')}", text
