"""Blocks as rows: how each kind of block looks on paper. It draws on a `Sheet` and leaves the pages to `layout`.

All lengths follow from the type size, so that a large paper is the same paper, larger. This module must not know
law, words, or how rows fall on pages.
"""

from collections.abc import Sequence
from dataclasses import replace

from qme_guide.documents import document as paper
from qme_guide.documents.document import TITLE_LEVEL, Block, leads
from qme_guide.render.layout import Row, no_lone_line, stack, together
from qme_guide.render.sheet import Sheet
from qme_guide.render.style import Style
from qme_guide.render.tables import table_rows

_TITLE, _PART, _SMALL, _BIG, _TIGHT = 1.5, 1.2, 0.85, 32.0, 1.18
_AIR, _INDENT, _ROOM_TO_SIGN = 0.65, 2.0, 3.0
_APART = 2.0
_EVENLY = (0.6, 0.7, 0.8, 0.9, 1.0)


class Composer:
    """Turns blocks into rows for one sheet. `size`: the type size of ordinary text, in points."""

    def __init__(self, sheet: Sheet, size: float) -> None:
        self.sheet, self.text, self.strong = sheet, Style(size), Style(size, bold=True)
        self.left, self.width = sheet.l_margin, sheet.epw
        self.air, self.indent = size * _AIR, size * _INDENT

    def rows(self, blocks: Sequence[Block]) -> list[Row]:
        """The rows of all blocks, in order. A signature is glued to its closing and to the words before that."""
        done: list[Row] = []
        fresh, before, tail = False, None, len(done)
        for block in blocks:
            rows = self._rows(block)
            if isinstance(block, paper.Table) and isinstance(before, paper.Table | paper.Blank):
                rows[:1] = [replace(row, gap=row.gap * _APART) for row in rows[:1]]
            if isinstance(block, paper.Signature):
                done[-tail - 1 :] = [replace(row, glue=True) for row in done[-tail - 1 :]]
            done += [replace(row, fresh=fresh and row is rows[0]) for row in rows]
            fresh = isinstance(block, paper.PageBreak) or (fresh and not rows)
            before, tail = block, len(rows)
        return done

    def _rows(self, block: Block) -> list[Row]:
        match block:
            case paper.Heading():
                return self._heading(block)
            case paper.Paragraph(text, strong):
                rows = no_lone_line(self._strip(text, self.strong if strong else self.text))
                return [*rows[:-1], replace(rows[-1], glue=leads(text))]
            case paper.Bullets():
                items = zip(block.marks, block.items, strict=True)
                return [row for mark, item in items for row in self._item(mark, item)]
            case paper.Table():
                return table_rows(self.sheet, block, self.text.size, self.air)
            case paper.Blank(label):
                return self._blank(label)
            case paper.Quote(text):
                width = self.width - self.indent * 2.0
                return no_lone_line(self._strip(f"\u201c{text}\u201d", self.text, self.indent, width))
            case paper.Lines(lines):
                return no_lone_line(self._strip("\n".join(lines), self.text))
            case paper.Check(text, checked):
                return self._check(text, checked)
            case paper.Signature():
                return [self._signature(block)]
            case paper.Big(label, text):
                return [self._big(label, text)]
            case paper.Rule():
                return [Row(self.air, lambda y: self.sheet.rule(self.left, y, self.width), self.air)]
            case paper.PageBreak():
                return []

    def _strip(self, text: str, style: Style, indent: float = 0.0, width: float = 0.0) -> list[Row]:
        """Lines of text one under the other, the first with air above. No width: as far as the right margin."""
        first, *others = self.sheet.strip(text, style, self.left + indent, width or self.width - indent)
        return [replace(first, gap=self.air), *others]

    def _heading(self, block: paper.Heading) -> list[Row]:
        """A heading with its place in the outline; it stays with what follows."""
        deep = block.level - TITLE_LEVEL
        scale = 1.0 if deep > TITLE_LEVEL else _PART if deep else _TITLE
        first, *others = self._strip(block.text, Style(self.text.size * scale, bold=True))

        def draw(y: float) -> None:
            self.sheet.bookmark(block.text, y, top=not deep)
            first.draw(y)

        rows = [replace(first, draw=draw, gap=self.air * 2.0), *others]
        return [replace(row, glue=True) for row in rows]

    def _item(self, mark: str, text: str) -> list[Row]:
        first, *others = self._strip(text, self.text, self.indent)

        def draw(y: float) -> None:
            self.sheet.put(mark, self.left, y, self.text)
            first.draw(y)

        return no_lone_line([replace(first, draw=draw, gap=self.air * _SMALL), *others])

    def _check(self, text: str, checked: bool) -> list[Row]:
        first, *others = self._strip(text, self.text, self.indent)

        def draw(y: float) -> None:
            self.sheet.tick_box(self.left, y, self.text, checked)
            first.draw(y)

        return together([replace(first, draw=draw), *others])

    def _blank(self, label: str) -> list[Row]:
        """A label and a line to write on, with room for handwriting above it."""
        width = self.width * 0.5
        lines, style = self.sheet.lines(label, self.text, width)
        *upper, last = self._strip(label, self.text, width=width)
        start = self.left + self.sheet.measure(lines[-1], style) + self.air

        def draw(y: float) -> None:
            last.draw(y)
            self.sheet.rule(start, y + last.height * _SMALL, self.left + self.width - start)

        first, *others = together([*upper, replace(last, draw=draw)])
        return [replace(first, gap=self.air * _INDENT), *others]

    def _big(self, label: str, text: str) -> Row:
        """One thing in very large type under a small label, if it has one."""
        above = self._strip(label, self.strong) if label else []
        style = Style(_BIG, bold=True, leading=_TIGHT)
        tries = [self._strip(text, style, width=self.width * share) for share in _EVENLY]
        # The narrowest that takes no more lines: no last word alone under a full line.
        lines = next(rows for rows in tries if len(rows) == len(tries[-1]))
        return replace(stack([*above, *lines]), gap=self.air)

    def _signature(self, block: paper.Signature) -> Row:
        """Two lines to write on; under them what they are for, and the printed name."""
        small, wide, narrow = Style(self.text.size * _SMALL), self.width * 0.6, self.width * 0.34
        right = self.left + self.width - narrow
        name = self._strip(block.name, self.text, width=wide) if block.name else []
        signed = stack([*self._strip(block.name_label, small, width=wide), *name])
        dated = stack(self.sheet.strip(block.date_label, small, right, narrow))
        room = self.text.size * _ROOM_TO_SIGN

        def draw(y: float) -> None:
            for column, x, width in ((signed, self.left, wide), (dated, right, narrow)):
                self.sheet.rule(x, y + room, width)
                column.draw(y + room)

        return Row(room + max(signed.height, dated.height), draw, self.air)
