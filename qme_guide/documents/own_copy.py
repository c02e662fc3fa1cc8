"""The worker's own copy of a paper: it says at the head of every page that the answers are in the file.

Only such a copy may carry answers; a copy for somebody else never says so, and never does. This module must not know
how answers get into a file.
"""

from dataclasses import replace

from qme_guide.documents.document import Document
from qme_guide.words import Words


def own_copy(document: Document, words: Words) -> Document:
    """The same paper, marked in its reader's language (`words`) as the worker's own. What else its mark says stays."""
    copy = str(words.letter("common", "copy_mark"))
    # A copy to read is told once not to send it.
    others = (document.mark or "").replace(copy, "").strip()
    return replace(document, mark=" ".join(filter(None, (others, own_mark(words)))))


def own_mark(words: Words) -> str:
    """What stands on every page of a worker's own copy."""
    return words.letter("common", "own_mark")
