"""Words typed on a PDF that the file holds but does not draw: answers in a form, and notes typed on a page.

Programs that fill in forms often leave it to the reader to draw the answers. They are drawn here, so that what a
claims office or a person typed is never lost. This module must not know which form it is, or any words.
"""

from pypdf import PageObject, PdfReader, PdfWriter, get_configuration
from pypdf.constants import FieldDictionaryAttributes
from pypdf.generic import ArrayObject, BooleanObject, DictionaryObject, NameObject, NumberObject

from qme_guide.copyist import Unusable, entry

YES = BooleanObject(True)
_NOTHING = DictionaryObject()
_TYPED = ("/Tx", "/Ch")
# Notes that nobody can draw who does not know the program they were made with.
_HAND_DRAWN = ("/Ink", "/Stamp")
# The letters of the fonts that forms are filled in with.
_FORM_LETTERS = "cp1252"


def with_answers(reader: PdfReader) -> PdfReader | PdfWriter:
    """The file with all typed words drawn. Unusable when some cannot be drawn, or there are too many."""
    if sum(len(entry(page, "/Annots", ())) for page in reader.pages) > get_configuration().form_fields_maximum_entries:
        raise Unusable
    redraw = entry(entry(reader.root_object, "/AcroForm", _NOTHING), "/NeedAppearances") == YES
    if not any(_is_waiting(note, redraw) for page in reader.pages for note in _notes(page)):
        return reader
    writer = PdfWriter(clone_from=reader)
    form = writer.root_object.setdefault(NameObject("/AcroForm"), DictionaryObject()).get_object()
    form.setdefault(NameObject("/Fields"), ArrayObject())
    for page in writer.pages:
        for note in _notes(page):
            if _is_waiting(note, redraw):
                _draw(writer, note)
    return writer


def _notes(page: PageObject) -> list[DictionaryObject]:
    notes = [note.get_object() for note in entry(page, "/Annots", ArrayObject())]
    return [note for note in notes if isinstance(note, DictionaryObject)]


def _is_waiting(note: DictionaryObject, redraw: bool) -> bool:
    """Whether typed words wait to be drawn. `redraw`: the file says that what it draws in its form is out of date."""
    drawn = "/N" in entry(note, "/AP", _NOTHING)
    kind = entry(note, "/Subtype")
    if kind in _HAND_DRAWN and not drawn:
        raise Unusable
    words = note.get_inherited("/V", None) if kind == "/Widget" else entry(note, "/Contents")
    is_field = kind == "/Widget" and note.get_inherited("/FT", None) in _TYPED
    if not words or not (is_field or kind == "/FreeText"):
        return False
    can_be_drawn = isinstance(words, str) and words.encode(_FORM_LETTERS, "ignore").decode(_FORM_LETTERS) == words
    if not drawn and not can_be_drawn:
        raise Unusable
    return can_be_drawn and (not drawn or (is_field and redraw))


def _draw(writer: PdfWriter, note: DictionaryObject) -> None:
    """Draws one answer. It is put on a page of its own, for pypdf looks through a whole page for each answer."""
    if entry(note, "/Subtype") == "/FreeText":
        _make_field(note)
    named = note if "/FT" in note and "/T" in note else entry(note, "/Parent", note)
    answer = {str(entry(named, "/T", "")): str(note.get_inherited("/V"))}
    alone = PageObject(writer)
    alone[NameObject("/Annots")] = ArrayObject([note])
    writer.update_page_form_field_values(alone, answer, auto_regenerate=None)


def _make_field(note: DictionaryObject) -> None:
    """A note typed on the page becomes a field of many lines, which pypdf can draw."""
    note[NameObject("/Subtype")] = NameObject("/Widget")
    note[NameObject("/FT")] = NameObject("/Tx")
    note[NameObject("/T")] = note[NameObject("/V")] = note["/Contents"]
    note[NameObject("/Ff")] = NumberObject(FieldDictionaryAttributes.FfBits.Multiline)
