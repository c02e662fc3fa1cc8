"""How a table's width is shared among its columns. In characters, so that every file type shares it alike."""

from collections.abc import Iterable

from qme_guide.documents.document import Table

_PAGE, _LONG_LINE, _LONG_WORD, _PADDING = 76.0, 60.0, 24.0, 3.0


def shares(table: Table) -> tuple[float, ...]:
    """The part of the table's width that each column takes; they add up to one.

    Every column gets its longest word, then room in proportion to its longest line. In a table without a head, the
    names of the rows take what they need and the last column takes the rest.
    """
    columns = list(zip(*table.lines, strict=True))
    widths = [float(width) for width in table.widths] if table.widths else _fitted(columns)
    if not table.head and not table.widths:
        widths[-1] += max(_PAGE - sum(widths), 0.0)
    return tuple(width / sum(widths) for width in widths)


def _fitted(columns: Iterable[tuple[str, ...]]) -> list[float]:
    """What each column asks for, in characters, cut down to what the page has."""
    texts = ["\n".join(column) for column in columns]
    least = [_longest(text.split(), _LONG_WORD) for text in texts]
    wish = [_longest(text.split("\n"), _LONG_LINE) - word for text, word in zip(texts, least, strict=True)]
    spare = max(_PAGE - sum(least), 0.0)
    given = min(spare / sum(wish), 1.0) if sum(wish) else 0.0
    return [word + more * given for word, more in zip(least, wish, strict=True)]


def _longest(pieces: Iterable[str], most: float) -> float:
    return min(max((float(len(piece)) for piece in pieces), default=0.0), most) + _PADDING
