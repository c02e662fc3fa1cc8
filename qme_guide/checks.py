"""The health of law and words: what a lawyer, a translator or a deploy wants to know before visitors come.

Loading already refuses what is broken; this adds what is overdue on a given day and what no twin check can see.
"""

from datetime import date

from qme_guide.content import ContentError
from qme_guide.fields import field
from qme_guide.interview import SCREENS
from qme_guide.law import Law, load_law
from qme_guide.rules.triage import ORDER, OUTCOMES
from qme_guide.paths import plain_path
from qme_guide.words import LANGUAGES, Words, load_words


def problems(today: date | None) -> tuple[str, ...]:
    """Every problem, in plain words. With a day, also every rule whose check-by date has passed."""
    try:
        law, spoken = load_law(), [load_words(language) for language in LANGUAGES]
    except ContentError as error:
        return error.problems
    found = [problem for words in spoken for problem in _word_problems(law, words)]
    if today:
        found += [f"content/law: {clock.id}: check by {clock.check_by} has passed: read the source again" for clock in law.clocks.values() if clock.check_by < today]
    return tuple(found)


def counts() -> dict[str, int]:
    """How much there is: clocks, sources, passages, questions, a language."""
    law, words = load_law(), load_words(LANGUAGES[0])
    return {"clocks": len(law.clocks), "sources": len(law.sources), "passages": len(words.passages), "questions": len(words.questions)}


def _word_problems(law: Law, words: Words) -> list[str]:
    """Rules, questions, choices and outcomes without words."""
    place = f"content/{words.language}"
    found = [f"{place}/clocks.yaml: {rule}: missing: write its words" for rule in law.clocks if rule not in words.clocks]
    found += [f"{place}/outcomes/{name}.md: missing: write it" for name in OUTCOMES if f"outcomes/{name}" not in words.passages]
    for path in asked():
        if path not in words.questions:
            found.append(f"{place}/questions.yaml: {path}: missing: write the question")
        else:
            given = words.questions[path].get("choices", {})
            found += [f"{place}/questions.yaml: {path}: choice {value!r} missing" for value in field(path).values if value not in given]
    return found


def asked() -> tuple[str, ...]:
    """Every path of the case that a screen asks for, without indexes."""
    paths = [plain_path(path.format(at=0)) for screen in SCREENS for path in screen.fields]
    return tuple(dict.fromkeys((*ORDER, *paths)))

