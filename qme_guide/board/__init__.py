"""A clinic of many clients: for each one row, so that whoever is short of days comes first.

Everything is derived again from the answers; nothing is remembered. It must not know words, files or screens.
"""

from qme_guide.board.flags import FLAGS, flags
from qme_guide.board.missing import MISSING
from qme_guide.board.row import EXAM_DAY, ROADS, BoardRow, initials, row, rows

__all__ = ["EXAM_DAY", "FLAGS", "MISSING", "ROADS", "BoardRow", "flags", "initials", "row", "rows"]
