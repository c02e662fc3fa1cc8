"""A worker's own blank form with fields to type in: which fields it has, and those filled in that are certain.

A field is filled only when its name in the file says exactly what goes in, it is the only one of that meaning, it is
empty and open to typing, and the answer fits. All else stays as it is. What comes out is a picture-true copy of the
pages as in `papers`: it can do nothing, so no script and no action of the file is ever run or kept. In memory only.
This module must not know the case, the law or any words.
"""

import io
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from pypdf import PdfReader, PdfWriter, apply_configuration
from pypdf.constants import FieldDictionaryAttributes
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject
from qme_guide import papers
from qme_guide.copyist import BROKEN, Unusable, entry
from qme_guide.papers import Limits, Problem
from qme_guide.pictures import Pages

# The meaning of a field by its exact name, without spaces and signs and in lower case.
NAMES: Mapping[str, tuple[str, ...]] = {
    "name": ("employeename", "nameofemployee", "injuredworkername", "nameofinjuredworker", "injuredemployeename", "workername"),
    "address": ("employeeaddress", "injuredworkeraddress", "workeraddress", "employeemailingaddress"),
    "phone": ("employeephone", "employeetelephone", "employeephonenumber", "injuredworkerphone", "workerphone"),
    "claim_number": ("claimnumber", "claimno", "claimnum", "claimsnumber", "insuranceclaimnumber"),
    "injured_on": ("dateofinjury", "injurydate", "doi"),
    "employer": ("employer", "employername", "nameofemployer"),
    "claims_administrator": ("claimsadministrator", "claimsadministratorname", "nameofclaimsadministrator", "claimsadministratorcompany"),
    "administrator_address": ("claimsadministratoraddress", "claimsadministratormailingaddress"),
    "specialty": ("specialtyrequested", "requestedspecialty", "qmespecialtyrequested"),
    "code": ("requestedspecialtycode", "specialtycoderequested", "qmespecialtycode"),
}
_MEANS = {name: meaning for meaning, names in NAMES.items() for name in names}
# Parts of a full name that only say where a field stands.
_PLACE = re.compile(r"(form|page|topmostsubform|subform)\d*")
_COUNTER = re.compile(r"\[\d+\]")
_SIGNS = re.compile(r"[\W_]+")
_FORM_105 = re.compile(r"\bForm\s+105\b", re.IGNORECASE)
_NOTHING = DictionaryObject()
_BITS = FieldDictionaryAttributes.FfBits
_CLOSED = _BITS.ReadOnly | _BITS.Password | _BITS.FileSelect | _BITS.Comb
_LETTERS = "cp1252"
_DEEPEST, _MOST = 32, 4000
Found = TypeVar("Found")


@dataclass(frozen=True)
class Field:
    """A field of the form. name: in full, as the file has it. meaning: a key of NAMES when it is certain, else None."""

    name: str
    meaning: str | None = None


@dataclass(frozen=True)
class Filled:
    """The form with what was certain. pdf: clean letter sheets. matched: the field and its answer. left: names of the rest.

    named: its words say that it is Form 105; None when the file has no words to read.
    """

    pdf: bytes = field(repr=False)
    pages: int
    matched: tuple[tuple[Field, str], ...]
    left: tuple[str, ...]
    named: bool | None


@dataclass(frozen=True)
class _Place:
    """A field as it stands in the file."""

    field: Field
    entries: DictionaryObject


def fields(data: bytes, limits: Limits) -> tuple[Field, ...] | Problem:
    """The fields of a form in its order; or why they cannot be read: form_flat, form_xfa, or a key of `papers.check`."""
    return _safely(data, limits, lambda reader: tuple(place.field for place in _places(reader)))


def filled(data: bytes, answers: Mapping[str, str], limits: Limits) -> Filled | Problem:
    """The form with the answers (by a key of NAMES) that belong into it for certain. Nothing in a file makes it raise."""
    return _safely(data, limits, lambda reader: _fill(reader, answers, limits))


def _safely(data: bytes, limits: Limits, use: Callable[[PdfReader], Found]) -> Found | Problem:
    """Use a file that a person handed in, within the limits of one file."""
    checked = papers.check("", data, limits)
    if isinstance(checked, Problem):
        return checked
    if checked.kind != "pdf":
        return Problem("form_flat")
    try:
        with apply_configuration(**papers.bounds(limits)):
            reader = papers.unlocked(data)
            form = entry(reader.root_object, "/AcroForm", _NOTHING) if reader else _NOTHING
            if "/XFA" in form:
                return Problem("form_xfa")
            return use(reader) if entry(form, "/Fields") else Problem("form_flat")
    except BROKEN:
        return Problem("upload_broken")


def _fill(reader: PdfReader, answers: Mapping[str, str], limits: Limits) -> Filled | Problem:
    writer = PdfWriter(clone_from=reader)
    places = _places(writer)
    if not places:
        return Problem("form_flat")
    known = {place.field: text for place in places if (text := _fitting(place, answers.get(place.field.meaning or "", "")))}
    for place in places:
        if place.field in known:
            _write(place.entries, known[place.field])
    file = io.BytesIO()
    writer.write(file)
    clean = papers.check("", file.getvalue(), replace(limits, megabytes=limits.unpacked_megabytes))
    if isinstance(clean, Problem):
        return clean
    left = tuple(place.field.name for place in places if place.field not in known)
    return Filled(clean.data, clean.pages, tuple(known.items()), left, _named(clean.data))


def _named(pdf: bytes) -> bool | None:
    """The words of the pages name Form 105; None when they hold no words."""
    with Pages(pdf) as pages:
        words = " ".join(pages.text(number) for number in range(len(pages)))
    return bool(_FORM_105.search(words)) if words.strip() else None


def _places(file: PdfReader | PdfWriter) -> tuple[_Place, ...]:
    """Every field; its meaning only when no other field has the same."""
    found: list[_Place] = []
    _collect(entry(entry(file.root_object, "/AcroForm", _NOTHING), "/Fields", ArrayObject()), "", found, _DEEPEST)
    count = Counter(place.field.meaning for place in found)
    return tuple(place if count[place.field.meaning] == 1 else replace(place, field=Field(place.field.name)) for place in found)


def _collect(items: ArrayObject, above: str, found: list[_Place], deeper: int) -> None:
    """Fields in their order, with full names; a field that holds named fields is only a part of their names."""
    for item in items:
        entries = item.get_object()
        if not isinstance(entries, DictionaryObject):
            continue
        name = ".".join(filter(None, (above, str(entry(entries, "/T", "")))))
        below = [kid for kid in entry(entries, "/Kids", ArrayObject()) if "/T" in (kid.get_object() or _NOTHING)]
        if below and deeper:
            _collect(ArrayObject(below), name, found, deeper - 1)
        elif len(found) < _MOST:
            found.append(_Place(Field(name, _meaning(name)), entries))
        else:
            raise Unusable


def _meaning(name: str) -> str | None:
    """What a field is for, when its exact name says so."""
    parts = (_SIGNS.sub("", _COUNTER.sub("", part)).lower() for part in name.split("."))
    return _MEANS.get("".join(part for part in parts if not _PLACE.fullmatch(part)))


def _fitting(place: _Place, answer: str) -> str:
    """The answer as it can stand in this field; nothing when it cannot."""
    entries = place.entries
    inherited = {key: entries.get_inherited(key, None) for key in ("/FT", "/Ff", "/MaxLen", "/V")}
    flags, longest = int(inherited["/Ff"] or 0), inherited["/MaxLen"]
    if inherited["/FT"] != "/Tx" or flags & _CLOSED or inherited["/V"]:
        return ""
    text = answer if flags & _BITS.Multiline else ", ".join(line.strip() for line in answer.splitlines() if line.strip())
    fits = longest is None or len(text) <= int(longest)
    return text if fits and text.encode(_LETTERS, "ignore").decode(_LETTERS) == text else ""


def _write(entries: DictionaryObject, text: str) -> None:
    """The answer as the field's value; its old picture goes, so that the new one is drawn."""
    entries[NameObject("/V")] = TextStringObject(text)
    for widget in (entries, *(kid.get_object() for kid in entry(entries, "/Kids", ArrayObject()))):
        widget.pop("/AP", None)
