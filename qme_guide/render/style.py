"""How type is set: its size and weight, and the weights of lines. In points."""

from dataclasses import dataclass

LEADING = 1.42
"""Height of a line of text, as a part of its type size."""

MARGIN = 72.0
"""One inch."""

HAIRLINE, FRAME, STROKE = 0.6, 1.0, 1.4
"""No line is thinner than half a point: a paper must survive being faxed three times."""


@dataclass(frozen=True)
class Style:
    """How a text is set. `direction`: see `fonts.direction`."""

    size: float
    bold: bool = False
    direction: str | None = None
    leading: float = LEADING

    @property
    def height(self) -> float:
        return self.size * self.leading
