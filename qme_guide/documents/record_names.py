"""What a paper of the list is called, the same on every screen, exhibit and letter: its kind, what it is about, its date."""

from collections.abc import Sequence

from qme_guide.case import UNSURE, Record
from qme_guide.documents.names import apart
from qme_guide.words import Words

OTHER = "other"


def record_name(record: Record, words: Words) -> str:
    """Kind and what it is about ("Therapy notes: right shoulder"); the worker's own words alone for another kind.

    Empty when nothing was said.
    """
    kind = words.choice("records.kind", record.kind) if record.kind else ""
    if record.about and record.kind in (None, OTHER):
        return record.about
    return f"{kind}: {record.about}" if record.about else kind


def record_in_full(record: Record, words: Words, brief: bool = False) -> str:
    """The same with the date of the paper, as far as it is known; `brief`: without its weekday, for a narrow column."""
    name = record_name(record, words)
    dated = record.dated_on not in (None, UNSURE)
    return words.say("records.dated", name=name, day=words.told(record.dated_on, brief)) if dated and name else name


def listed_names(records: Sequence[Record], words: Words) -> dict[str, str]:
    """The names of papers on one list by their ids; two of one name by a number too."""
    return {one.id: name for one, name in zip(records, apart([listed_name(one, words) for one in records], words), strict=True)}


def listed_name(record: Record, words: Words, brief: bool = False) -> str:
    """The same on a list, where a paper of which nothing was said is another paper."""
    return record_in_full(record, words, brief) or words.choice("records.kind", OTHER)
