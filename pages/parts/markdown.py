"""Typed words in a label. Streamlit reads every heading, button and choice as Markdown; what a person typed is no Markdown.

HTML pieces (`look`) need none of this: there it is escaped. Nothing here knows Streamlit, a case or a word.
"""

import re

_SIGNS = re.compile(r"[\\`*_\[\]$<>~&#|]")
_LIST = re.compile(r"^(\d+(?=[.)])|(?=[-+=]))")
# What Streamlit makes a link, a colour, an icon or an arrow of even where it is escaped: parted by a sign without width.
_JOINED = re.compile(r"(?<=[:@])(?=\S)|(?<=www)(?=\.)|(?<=[-=<>~])(?=\\?[-=<>~])|(?<=\S)(?=@)", re.IGNORECASE)
# A label is one line: what stands after the end of one would be a list, a table or a heading of its own.
_ENDS = re.compile(r"[\r\n\v\f\x85\u2028\u2029]+")
_NOTHING = "\u2060"
_EMPHASIS = re.compile(r"\*{1,2}(?!\u2060)")


def typed(own: str) -> str:
    """Typed words for a label: they show there as they were typed, and never become a link, a colour or a formula."""
    return _LIST.sub(r"\1\\", _JOINED.sub(_NOTHING, _SIGNS.sub(r"\\\g<0>", _ENDS.sub(" ", own))))


def own(said: str) -> str:
    """Typed words in a line of ours: their stars stay stars, and make nothing strong. No paper prints the sign without width."""
    return said.replace("*", f"*{_NOTHING}")


def plain(said: str) -> str:
    """Our own words without their signs of emphasis: what a box or a list is called is read out as it stands."""
    return _EMPHASIS.sub("", said)
