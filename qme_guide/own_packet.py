"""A finished packet once more, as the worker's own copy: on every sheet stands that it is not for sending.

The sheets stay as they are, a little smaller, so that the words at the head never cover anything; bookmarks, title and
language stay too. This module must not know what the packet holds, or any words.
"""

import io

from pypdf import PdfReader

from qme_guide.copyist import Box, Copyist
from qme_guide.fax import copy_bookmarks, copy_name
from qme_guide.packet import PacketError, Progress, unbroken
from qme_guide.render import strip
from qme_guide.render.strip import Strip
from qme_guide.sheets import Layer, Size, add_sheet, face, fitted


def own_packet(packet: bytes, mark: str, language: str, progress: Progress | None = None) -> bytes:
    """The same sheets, each with the mark at its head. The same packet and mark give the same bytes.

    progress: told after each page; it may raise, to stop. Raises PacketError when the file is not a PDF with pages.
    """
    reader = unbroken(lambda: PdfReader(io.BytesIO(packet)))
    sizes = unbroken(lambda: [(float(page.mediabox.width), float(page.mediabox.height)) for page in reader.pages])
    if not sizes:
        raise PacketError
    copyist, heads = Copyist(), _heads(sizes, mark, language)
    for at, size in enumerate(sizes):
        head = face(heads.pages[at], copyist)
        add_sheet(copyist, size, [unbroken(lambda at=at, size=size: _under(reader, at, size, copyist)), fitted(head, _top(size))])
        if progress:
            progress(at + 1, len(sizes))
    copy_bookmarks(copyist.writer, reader, reader.outline)
    copy_name(copyist.writer, reader)
    return copyist.finished()


def _heads(sizes: list[Size], mark: str, language: str) -> PdfReader:
    """A strip for each sheet, as wide as its sheet."""
    return PdfReader(io.BytesIO(strip.render([Strip(width, mark, "", bold=True) for width, _ in sizes], language)))


def _under(reader: PdfReader, at: int, size: Size, copyist: Copyist) -> Layer:
    """A sheet as it looks, under the room that its head takes."""
    width, height = size
    return fitted(face(reader.pages[at], copyist), (0.0, 0.0, width, height - strip.HEIGHT))


def _top(size: Size) -> Box:
    """Where the strip lies: half its height from the edge that printers lose. Its words stand in its upper half."""
    width, height = size
    top = height - strip.HEIGHT * 0.5
    return 0.0, top - strip.HEIGHT, width, top
