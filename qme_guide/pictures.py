"""The pages of a PDF as pictures and as words, so that a person can look before sending. In memory only; no case.

The library that draws may be used by one thread at a time, and every visit is a thread. So all drawing goes through
`Pages`, which waits for its turn at each step.
"""

import io
from threading import RLock
from types import TracebackType

import pypdfium2
import pypdfium2.raw
from PIL import Image

_SCALE = 1.5  # of 72 dots an inch: readable on a phone, small enough to send
# A lock that its own thread may take again: a forgotten file may be closed in the middle of another step.
_TURN = RLock()


class Pages:
    """An open PDF. Use it with `with`. Pages count from 0; IndexError when there is no such page."""

    def __init__(self, pdf: bytes) -> None:
        with _TURN:
            self._document = pypdfium2.PdfDocument(pdf)
            self._count = len(self._document)

    def __enter__(self) -> "Pages":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        with _TURN:
            self._document.close()

    def __len__(self) -> int:
        return self._count

    def image(self, page: int, scale: float, grey: bool = False) -> Image.Image:
        """A page as a picture. `scale`: 1 is 72 dots an inch."""
        with _TURN:
            opened = self._page(page)
            bitmap = opened.render(scale=scale, grayscale=grey)
            # The bitmap's memory goes back with it.
            drawn = bitmap.to_pil().copy()
            bitmap.close()
            opened.close()
        return drawn

    def text(self, page: int) -> str:
        """The words that a page holds as words; a scan or a photo holds none."""
        with _TURN:
            opened = self._page(page)
            words = opened.get_textpage()
            found = words.get_text_bounded()
            words.close()
            opened.close()
        return found

    def signs(self, page: int, most: int) -> list[tuple[str, tuple[float, float, float, float]]]:
        """The first signs of these words, each with its place in points: left, bottom, right, top."""
        with _TURN:
            opened = self._page(page)
            words = opened.get_textpage()
            count = min(words.count_chars(), most)
            found = [(chr(pypdfium2.raw.FPDFText_GetUnicode(words, at)), words.get_charbox(at)) for at in range(count)]
            words.close()
            opened.close()
        return found

    def _page(self, page: int) -> pypdfium2.PdfPage:
        if not 0 <= page < self._count:
            raise IndexError(page)
        return self._document[page]


def picture(pdf: bytes, page: int, scale: float = _SCALE) -> bytes:
    """Page number `page` (from 0) as a JPEG, so that a photo stays small too. IndexError when there is no such page.

    `scale`: 1 is 72 dots an inch.
    """
    jpeg = io.BytesIO()
    with Pages(pdf) as pages:
        pages.image(page, scale).convert("RGB").save(jpeg, "JPEG")
    return jpeg.getvalue()
