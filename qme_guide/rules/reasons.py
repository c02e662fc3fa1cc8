"""What a denial letter gives as its reason, who can answer it, and which kinds of papers help.

The grouping is ours (DESIGN) and holds no medicine: a row names papers to look for, never a fact about anybody's
health. The words of each row, with the source of what they say about the law, are in content (reasons.yaml).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from qme_guide.answers import Reason, RecordKind, RecordState
from qme_guide.case import Case, Letter

DOCTOR, ASK, LIABILITY = "doctor", "ask", "liability"
OWN: tuple[RecordKind, ...] = ("own_statement",)
"""Papers that the worker writes; nobody else is asked for them."""


@dataclass(frozen=True)
class Row:
    """One reason: under which heading it is offered, the papers to look for (the most useful first), and its facts.

    facts: ids in content/law/facts.yaml, where the law in its words stands. way: "doctor" answers it with papers, "ask"
    means that the reason has to be asked for first, "liability" that it is no question for independent medical review.
    """

    group: str
    papers: tuple[RecordKind, ...]
    facts: tuple[str, ...]
    way: str = DOCTOR


_PHRASE, _WORD = re.compile(r"\*(.+?)\*"), re.compile(r"[\w-]+")
_NOT = frozenset(("no", "not", "without", "lack", "lacks", "fails", "insufficient", "never"))
_SMALL = frozenset(("of", "on", "the", "to", "does", "is"))
_WHY = ("denial-explained",)
GROUPS = ("papers", "guidelines", "treatment", "other")
ROWS: Mapping[Reason, Row] = {
    "few_facts": Row("papers", ("visit_notes", "report", "doctor_letter"), _WHY),
    "form_faulty": Row("papers", ("rfa",), ("rfa-form-2026", "rfa-not-altered")),
    "old_papers": Row("papers", ("report", "visit_notes", "rfa"), ("rfa-form-2026",)),
    "missing_test": Row("papers", ("test_result", "imaging"), _WHY),
    "wrong_match": Row("papers", ("rfa", "report"), ("rfa-not-altered",)),
    "guideline_against": Row("guidelines", ("doctor_letter", "report"), ("guidelines-presumed",)),
    "no_guideline": Row("guidelines", ("doctor_letter",), ("guidelines-beyond",)),
    "first_step": Row("treatment", ("visit_notes", "therapy_notes", "medicine_list"), _WHY),
    "no_progress": Row("treatment", ("therapy_notes", "visit_notes", "own_statement"), _WHY),
    "too_much": Row("treatment", ("rfa", "therapy_notes"), _WHY),
    "visit_limit": Row("guidelines", ("therapy_notes", "surgery_report"), ("visit-cap",)),
    "medicine_list": Row("guidelines", ("medicine_list", "doctor_letter"), ("formulary-variance",)),
    "risk": Row("treatment", ("medicine_list", "visit_notes", "doctor_letter"), _WHY),
    "done_before": Row("other", ("earlier_decision", "report"), ("denial-stays",)),
    "specialist": Row("treatment", ("specialist_report",), _WHY),
    "other_way": Row("treatment", ("visit_notes", "doctor_letter"), _WHY),
    "not_work": Row("other", (), ("necessity-only",), LIABILITY),
    "unclear": Row("other", (), ("guidelines-shown",), ASK),
}
# The best news first: a paper in the hand, one that was asked for, one that cannot be had, one that is not this person's.
BEST: tuple[RecordState, ...] = get_args(RecordState)


def chosen(letter: Letter, *ways: str) -> tuple[Reason, ...]:
    """The reasons of a letter in the order of the table; with `ways`, only those that go one of these ways."""
    said = letter.reasons or ()
    return tuple(reason for reason, row in ROWS.items() if reason in said and (not ways or row.way in ways))


def likely(typed: str, on_letter: Mapping[Reason, str]) -> tuple[Reason, ...]:
    """The reasons whose English words (`on_letter`: phrases between asterisks) stand in what was typed from the letter.

    A phrase stands there when each of its words begins a word of the text, in any order; "no" and "not" by any word
    that denies. It is a suggestion for the person to check, never an answer.
    """
    text = _WORD.findall(typed.casefold())
    return tuple(reason for reason in ROWS if any(_stands(phrase, text) for phrase in _PHRASE.findall(on_letter[reason].casefold())))


def _stands(phrase: str, text: Sequence[str]) -> bool:
    words = _WORD.findall(phrase)
    denied = _NOT.isdisjoint(words) or not _NOT.isdisjoint(text)
    return denied and all(any(one.startswith(word.removesuffix("s")) for one in text) for word in words if word not in _NOT | _SMALL)


def wanted(letters: Iterable[Letter]) -> tuple[RecordKind, ...]:
    """The kinds of papers that answer the reasons of these letters, each once, in the order of the table."""
    return tuple(dict.fromkeys(kind for letter in letters for reason in chosen(letter) for kind in ROWS[reason].papers))


def standing(case: Case, kind: RecordKind) -> RecordState | None:
    """How the papers of one kind stand: the best state among the records of the case; None when nothing was said."""
    said = {record.state for record in case.records if record.kind == kind}
    return next((state for state in BEST if state in said), None)
