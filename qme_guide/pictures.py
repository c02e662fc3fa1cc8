"""A page of a PDF as a picture, so that a person can look before sending. In memory only; no words, no case."""

import io

import pypdfium2

_SCALE = 1.5  # of 72 dots an inch: readable on a phone, small enough to send


def picture(pdf: bytes, page: int) -> bytes:
    """Page number `page` (from 0) as a PNG. IndexError when there is no such page."""
    document = pypdfium2.PdfDocument(pdf)
    if not 0 <= page < len(document):
        raise IndexError(page)
    drawn, png = document[page].render(scale=_SCALE).to_pil(), io.BytesIO()
    drawn.save(png, "PNG", optimize=True)
    document.close()
    return png.getvalue()
