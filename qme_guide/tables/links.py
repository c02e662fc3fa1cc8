"""The cells that name another line: the number of an event, the event it stands beside, the paper that shows it."""

from collections import Counter
from collections.abc import Collection, Mapping, MutableMapping

from pandas import DataFrame

from qme_guide.rules.timeline import fresh
from qme_guide.tables.cells import Unread, is_id, unread
from qme_guide.tables.columns import plain

LINKS = ("id", "beside", "record")


def link(table: DataFrame, answers: Mapping[int, MutableMapping[str, object]], known: Collection[str]) -> list[tuple[int, str, Unread]]:
    """Give each row of answers its id, and join it to the others; the cells that name nothing are given back.

    A number of the file stays where it can be an id and stands there once; other rows get a new one, none of those known.
    An event is named by
    its number in the file, or by its own words where only one row says them.
    """
    names = _ids(table, answers, known)
    said = Counter(plain(str(one.get("what", ""))) for one in answers.values())
    words = {plain(str(one.get("what", ""))): str(one["id"]) for one in answers.values()}
    loose = {word: name for word, name in words.items() if said[word] == 1} | {plain(text): name for text, name in reversed(names.items())}
    problems = []
    for column in ("beside", "record"):
        for row, text in _cells(table, column).items():
            if not text:
                continue
            found = names.get(text, loose.get(plain(text), "")) if column == "beside" else text
            if is_id(found):
                answers[row][column] = found
            else:
                problems.append((row, column, unread(f"table_{column}", text)))
    return problems


def _ids(table: DataFrame, answers: Mapping[int, MutableMapping[str, object]], known: Collection[str]) -> dict[str, str]:
    """Each row's id, put into its answers; and by the number as it stands in the file, the id of the first row with it."""
    told = _cells(table, "id")
    taken, used, names = {*known, *filter(is_id, told.values())}, set(), {}
    for row, said in answers.items():
        text = told.get(row, "")
        said["id"] = text if is_id(text) and text not in used else fresh(taken)
        used.add(said["id"])
        if text:
            names.setdefault(text, str(said["id"]))
    return names


def _cells(table: DataFrame, column: str) -> dict[int, str]:
    """The cells of a column by their rows; none where the table has no such column."""
    return {row: text.strip() for row, text in table[column].items()} if column in table.columns else {}
