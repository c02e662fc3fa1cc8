"""Cells that a spreadsheet would run as a formula, made harmless by an apostrophe, and back again without loss.

A program that splits at semicolons, tabs or lines where the file has commas makes cells out of the middle of a text,
so the start of each such piece is looked at too.
"""

import re

_RUNS = r"=+\-@＝＋－＠"
_SPACES = r"(?:[^\S\t\r\n]|')*"
_HARM = re.compile(rf"\A(?={_SPACES}[{_RUNS}\t\r\n])|(?<=[;\t\r\n])(?={_SPACES}[{_RUNS}])")
_UNDO = re.compile(rf"\A'(?={_SPACES}[{_RUNS}\t\r\n])|(?<=[;\t\r\n])'(?={_SPACES}[{_RUNS}])")


def harmless(text: str) -> str:
    """The text with an apostrophe before each piece that would run."""
    return _HARM.sub("'", text)


def as_it_was(text: str) -> str:
    """The text that `harmless` was given."""
    return _UNDO.sub("", text)
