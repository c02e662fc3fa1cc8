"""A Word file before anything is in it, and the bytes of a finished one: nothing in either about people, programs or time.

The library's own blank file carries a preview, a list of sources, the marks of its earlier edits and the name of the
program that made it; and it writes the time of making beside each part. This module must not know what a paper says.
"""

import io
from functools import cache
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as WordFile
from docx.opc.rel import Relationships
from docx.oxml.xmlchemy import BaseOxmlElement

_LEFTOVERS = ("/thumbnail", "/extended-properties", "/customXml", "/stylesWithEffects")
_EDITS = "rsid"
_PREVIEW = ("savePreviewPicture", "docId")


def blank() -> WordFile:
    """A new Word file with the usual styles."""
    return docx.Document(io.BytesIO(_blank()))


def written(word: WordFile) -> bytes:
    """The file. The same words give the same bytes."""
    made, file = io.BytesIO(), io.BytesIO()
    word.save(made)
    with ZipFile(made) as parts, ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name in parts.namelist():
            archive.writestr(_undated(name), parts.read(name))
    return file.getvalue()


def _undated(name: str) -> ZipInfo:
    """The heading of a part, with the earliest day that an archive can name."""
    info = ZipInfo(name)
    info.compress_type = ZIP_DEFLATED
    return info


@cache
def _blank() -> bytes:
    """The library's blank file without what it tells of its making. The same for every paper."""
    word = docx.Document()
    for links in (word.part.package.rels, word.part.rels):
        _unlink(links)
    for part in (word.element, word.styles.element, word.settings.element):
        _forget_edits(part)
    return written(word)


def _unlink(links: Relationships) -> None:
    """A part that nothing leads to is not written."""
    for name in [name for name, link in links.items() if link.reltype.endswith(_LEFTOVERS)]:
        del links[name]


def _forget_edits(part: BaseOxmlElement) -> None:
    """Takes out the marks of earlier edits, which Word gives to elements and keeps a list of."""
    for element in list(part.iter()):
        name = str(element.tag).rpartition("}")[-1]
        if name.startswith((_EDITS, *_PREVIEW)):
            element.getparent().remove(element)
            continue
        for mark in [mark for mark in element.attrib if _EDITS in mark]:
            del element.attrib[mark]
