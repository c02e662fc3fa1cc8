"""Text made safe for any file: one normal form, no characters that hide, reverse or break things.

Nothing a reader can see is lost here. What a font can show is another question (`fonts`); words are never changed.
"""

import re
import unicodedata

_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # control characters
    "\u00ad\u200b\u2060-\u2064\ufeff"  # soft hyphen and widthless spaces
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # marks and orders that turn the reading direction
    "\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"  # notes to machines; no XML file may hold some of them
)
_LONE = re.compile("[\ud800-\udfff]")  # half of a character; no UTF-8 file can hold it
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")


def clean(text: str) -> str:
    """The text in Unicode's composed form (NFC), with plain line ends and without hidden characters."""
    if text.isascii() and text.isprintable():
        return text
    text = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    return unicodedata.normalize("NFC", _LONE.sub("\ufffd", _HIDDEN.sub("", text)))
