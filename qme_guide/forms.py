"""Answers in a PDF form that the file holds but does not draw.

Programs that fill in forms often leave it to the reader to draw the answers. Drawn here, so that what a claims office
or a person has typed is never lost. This module must not know which form it is, or any words.
"""

from pypdf import PageObject, PdfReader, PdfWriter, get_configuration
from pypdf.generic import ArrayObject, DictionaryObject, NameObject

from qme_guide.copyist import Incomplete, TooMuch, entry

_NOTHING = DictionaryObject()
_TYPED = ("/Tx", "/Ch")
# The letters of the fonts that forms are filled in with.
_FORM_LETTERS = "cp1252"


def with_answers(reader: PdfReader) -> PdfReader | PdfWriter:
    """The file with every typed answer drawn. Incomplete when an answer cannot be drawn."""
    form = entry(reader.root_object, "/AcroForm", None)
    if not isinstance(form, DictionaryObject):
        return reader
    if sum(len(entry(page, "/Annots", ())) for page in reader.pages) > get_configuration().form_fields_maximum_entries:
        raise TooMuch
    redraw = bool(entry(form, "/NeedAppearances", False))
    if not any(_is_waiting(field, redraw) for page in reader.pages for field in _fields(page)):
        return reader
    writer = PdfWriter(clone_from=reader)
    for page in writer.pages:
        for field in _fields(page):
            if _is_waiting(field, redraw):
                _draw(writer, field)
    return writer


def _fields(page: PageObject) -> list[DictionaryObject]:
    notes = [note.get_object() for note in entry(page, "/Annots", ArrayObject())]
    return [note for note in notes if isinstance(note, DictionaryObject) and entry(note, "/Subtype", None) == "/Widget"]


def _is_waiting(field: DictionaryObject, redraw: bool) -> bool:
    """Whether a typed answer waits to be drawn. `redraw`: the file says that its drawings are out of date."""
    answer = field.get_inherited("/V", None)
    if field.get_inherited("/FT", None) not in _TYPED or not answer:
        return False
    drawn = "/N" in entry(field, "/AP", _NOTHING)
    can_be_drawn = isinstance(answer, str) and answer.encode(_FORM_LETTERS, "ignore").decode(_FORM_LETTERS) == answer
    if not drawn and not can_be_drawn:
        raise Incomplete
    return can_be_drawn and (redraw or not drawn)


def _draw(writer: PdfWriter, field: DictionaryObject) -> None:
    """Draws one answer. It is put on a page of its own, for pypdf looks through a whole page for each answer."""
    named = field if "/FT" in field and "/T" in field else entry(field, "/Parent", field)
    alone = PageObject(writer)
    alone[NameObject("/Annots")] = ArrayObject([field])
    writer.update_page_form_field_values(alone, {str(entry(named, "/T", "")): str(field.get_inherited("/V"))}, auto_regenerate=None)
