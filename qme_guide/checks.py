"""The health of law and words: what a lawyer, a translator or a deploy wants to know before visitors come.

Loading already refuses what is broken; this adds what is overdue on a given day and what no twin check can see.
"""

from datetime import date

from qme_guide.content import ContentError
from qme_guide.fields import field, leaves
from qme_guide.interview import SCREENS
from qme_guide.law import Law, load_law
from qme_guide.rules import route
from qme_guide.rules.triage import ORDER, OUTCOMES
from qme_guide.paths import plain_path
from qme_guide.words import LANGUAGES, Words, load_words

# The parts of the case whose every answer some screen asks for, and the ends of what nobody is asked by a question: an id
# is ours, the list of records is ticked beside the records themselves, a doctor is picked from the panel and kept beside
# the line that is about that doctor, a task is picked from those of the job, what one does not speak about is skipped by a
# button, and of a report only the days count on which it was written and came.
ASKED = ("triage", "helper", "worker", "claim", "doctor", "records", "letters", "route", "reports", "panel_form", "panels", "events", "function", "rating", "sendings")
NOT_ASKED = (
    ".id", ".abilities.task", ".skipped", ".listed", ".chosen", ".calls.doctor", "sendings.doctor", "sendings.named", "sendings.papers", "sendings.wrote",
    "reports.served_on", "reports.served_how", "reports.served_where", "reports.postmarked_on",
)  # fmt: skip


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
    found += [f"{place}/routes/{name}.md: missing: write it" for name in route.OUTCOMES if f"routes/{name}" not in words.passages]
    for path in dict.fromkeys((*asked(), *words.questions)):
        if path not in words.questions:
            found.append(f"{place}/questions.yaml: {path}: missing: write the question")
        else:
            found += [f"{place}/questions.yaml: {path}: choice {value!r} missing" for value in field(path).values if not _named(words, path, value)]
    return found


def _named(words: Words, path: str, value: str) -> bool:
    """A choice has its words: beside its question, or, where each has several, in a file of their own (reasons.yaml)."""
    return value in words.questions[path].get("choices", {}) or f"{path.rpartition('.')[-1]}.{value}.name" in words.sayings


def asked() -> tuple[str, ...]:
    """Every path of the case that a screen asks for, without indexes: the screens of the letter, then all of each part."""
    screens = [plain_path(path.format(at=0)) for screen in SCREENS for path in screen.fields]
    parts = [path for part in ASKED for path in leaves(part) if not path.endswith(NOT_ASKED)]
    return tuple(dict.fromkeys((*ORDER, *screens, *parts)))

