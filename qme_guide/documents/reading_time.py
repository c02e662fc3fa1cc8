"""How many words a paper has, so that a page is as short to read as it says. It must not know what the words mean."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from qme_guide.documents.document import Document


def count(document: Document) -> int:
    """How many words somebody reads: head, title, blocks, foot."""
    return sum(len(text.split()) for text in texts(document.header, document.mark or "", document.flow, document.foot))


def texts(*things: object) -> Iterator[str]:
    """Every text in these texts, rows and blocks."""
    for thing in things:
        if isinstance(thing, str):
            yield thing
        elif isinstance(thing, tuple):
            yield from texts(*thing)
        elif is_dataclass(thing):
            yield from texts(*(getattr(thing, one.name) for one in fields(thing)))
