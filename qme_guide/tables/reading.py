"""A CSV file in: its events, and what could not be read, row by row. Nothing is guessed, and nothing is dropped in silence."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from pandas import DataFrame

from qme_guide.case import Event
from qme_guide.tables.cells import Unread, read_cell
from qme_guide.tables.columns import COLUMNS, known, named, plain
from qme_guide.tables.formulas import as_it_was
from qme_guide.tables.times import Order, Which
from qme_guide.tables.links import LINKS, link
from qme_guide.tables.opening import Refused, Row, rows_of, unreadable
from qme_guide.words import Words


@dataclass(frozen=True)
class Limits:
    """The most rows and megabytes that are taken, and the first and last year that a date may have (law.practice)."""

    rows: int
    megabytes: int
    first_year: int
    last_year: int


@dataclass(frozen=True)
class Trouble:
    """Something that was not read: a key under `errors` in the words with its facts; `trouble_told` says it in a language.

    row: as a spreadsheet numbers it, the headings are row 1; 0 for the whole file. column: its heading as it stands in the
    file; then the cell was left empty and the rest of the row was taken. "": the whole row was left out.
    """

    row: int
    column: str
    key: str
    facts: Mapping[str, object] = field(default_factory=dict)


def trouble_told(one: Trouble, words: Words) -> str:
    """What was not read, in a sentence. Of a choice, the fact "words" is its column: the message names the words we know."""
    facts = {**one.facts, **({"words": known(str(one.facts["words"]), words)} if "words" in one.facts else {})}
    return words.say(f"errors.{one.key}", **facts)


@dataclass(frozen=True)
class Sheet:
    """What a file holds.

    events: of the rows that were taken, in their order. problems: see Trouble; with no events, nothing was taken.
    needs_order: the first date like 3/4/25, with both days that it can be; nothing was taken, read again with the answer.
    doubles: rows that say the same as an earlier row and were left out: (row, earlier row).
    """

    events: tuple[Event, ...] = ()
    problems: tuple[Trouble, ...] = ()
    needs_order: Which | None = None
    doubles: tuple[tuple[int, int], ...] = ()


def read_csv(data: bytes, order: Order | None, limits: Limits, known: Collection[str] = ()) -> Sheet:
    """The events of a CSV file, whatever its separator, encoding, order of columns and language (English or Spanish).

    known: ids of events that are there already: a row without a number is a new event and gets none of them.
    """
    try:
        head, *rows = rows_of(data, limits.rows, limits.megabytes)
    except Refused as refused:
        return Sheet(problems=(Trouble(0, "", refused.key, refused.facts),))
    names, problems = _columns(head)
    if unreadable([head, *rows]):
        problems.insert(0, Trouble(0, "", "table_letters"))
    if not {"on", "what"} & set(names.values()):
        return Sheet(problems=(*problems, Trouble(head[0], "", "table_columns")))
    table, more = _table(rows, names, len(head[-1]))
    doubles = _doubles(table)
    table = table.drop(index=[row for row, _ in doubles])
    answers, cells, which = _answers(table, order, (limits.first_year, limits.last_year))
    if which:
        return Sheet(needs_order=which)
    headings = {column: head[-1][at].strip() for at, column in names.items()}
    told = [Trouble(row, headings[column], found.key, found.facts) for row, column, found in (*cells, *link(table, answers, known))]
    events = tuple(Event.model_validate(said) for said in answers.values() if said.keys() - {"id"})
    problems += sorted((*more, *told), key=lambda trouble: trouble.row)
    if not events and not problems:
        problems.append(Trouble(0, "", "table_empty"))
    return Sheet(events, tuple(problems), None, doubles)


def _columns(head: Row) -> tuple[dict[int, str], list[Trouble]]:
    """Which column stands where, and the headings that are not understood or stand there twice."""
    number, cells = head
    names: dict[int, str] = {}
    problems = []
    for at, cell in enumerate(cells):
        column = named().get(plain(cell))
        if column is None and plain(cell):
            problems.append(Trouble(number, cell.strip(), "table_column_unknown"))
        elif column in names.values():
            problems.append(Trouble(number, cell.strip(), "table_column_twice"))
        elif column:
            names[at] = column
    return names, problems


def _table(rows: Sequence[Row], names: Mapping[int, str], width: int) -> tuple[DataFrame, list[Trouble]]:
    """The rows with the columns we know, numbered as in the file; a row with more cells than headings is left out and told."""
    kept, problems = {}, []
    for number, cells in rows:
        if any(cell.strip() for cell in cells[width:]):
            problems.append(Trouble(number, "", "table_extra"))
        else:
            kept[number] = {column: as_it_was(cells[at]) for at, column in names.items() if at < len(cells)}
    return DataFrame.from_dict(kept, orient="index", columns=list(names.values()), dtype=str).fillna(""), problems


def _doubles(table: DataFrame) -> tuple[tuple[int, int], ...]:
    """Rows that say what an earlier row says, and bear its number or none: (row, earlier row)."""
    said = [column for column in table.columns if column != "id"]
    first = table.index.to_series().groupby([table[column].str.strip() for column in said], sort=False).transform("first")
    ids = table["id"].str.strip() if "id" in table.columns else first.map(lambda row: "")
    return tuple((row, earlier) for row, earlier in first.items() if row != earlier and ids[row] in ("", ids[earlier]))


def _answers(table: DataFrame, order: Order | None, years: tuple[int, int]) -> tuple[dict[int, dict[str, object]], list[tuple[int, str, Unread]], Which | None]:
    """The answers of each row, the cells that could not be read, and the first date that can be two days."""
    answers: dict[int, dict[str, object]] = {row: {} for row in table.index}
    problems = []
    for column in (one for one in reversed(COLUMNS) if one in table.columns and one not in LINKS):
        for row, text in table[column].items():
            found = read_cell(column, text, order, years)
            if isinstance(found, Which):
                return {}, [], found
            if isinstance(found, Unread):
                problems.append((row, column, found))
            else:
                answers[row] = {**found, **answers[row]}
    return answers, problems, None
