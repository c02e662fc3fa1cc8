"""Any case that the model allows, and any papers with it, for property tests. Built from the model: a new answer is in it by itself."""

from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Literal, Union, get_args, get_origin

from hypothesis import strategies as st
from pydantic import ValidationError
from pydantic.fields import FieldInfo

from qme_guide import papers
from qme_guide.alike import OF_CASE
from qme_guide.answers import SEASONS, UNSURE, Day, Id, Line, Moment, Part, Text
from qme_guide.case import Case
from qme_guide.law import load_law
from qme_guide.leaves import QUARTERS, Leaf
from qme_guide.travel import Kept, limits
from tests.hostile import numbered, paper, photo

LIMITS = limits(load_law().practice)
SIGNS = st.characters(codec="utf-8")
AWKWARD = ("Peña Ñandú 王", "<b>no</b> & \"no\"", "\u202eabc\u200b", "=1+1", "{name} %s $1", "\x00\x07\x7f", "a\r\nb\tc", "😀", "\\ud800", "NaN", "__proto__", "ﬁ\u0301")
WORDS = st.text(SIGNS, max_size=25) | st.sampled_from(AWKWARD)
IDS = st.sampled_from([f"{one}-{number}" for one in ("letter", "record", "report", "panel", "exam", "event", "doctor", "sending", "task") for number in (1, 2)]) | st.from_regex(r"[a-z0-9-]{1,40}", fullmatch=True)
DAYS = st.none() | st.just(UNSURE) | st.dates() | st.dates().map(lambda day: day.isoformat()[: len("2026-10")])
MOMENTS = DAYS | st.builds("{:04d}-{}".format, st.integers(1, 9999), st.sampled_from(SEASONS)) | st.integers(1, 9999).map("{:04d}".format)
# A part has up to sixty answers; so many of them are given at once.
GIVEN, LINES = 6, 3


def _validators(field: FieldInfo) -> list[object]:
    return [getattr(one, "func", None) for one in field.metadata]


def _func(kind: object) -> object:
    return next(one.func for one in kind.__metadata__)


@cache
def answer(kind: object) -> st.SearchStrategy:
    """Any answer of a kind that the model names."""
    if isinstance(kind, type) and issubclass(kind, Part):
        return part(kind)
    known = {Id: IDS, Line: WORDS, Text: WORDS | st.text(SIGNS, min_size=300, max_size=400), bool: st.booleans(), NoneType: st.none(), str: WORDS}
    if kind in known:
        return known[kind]
    if get_origin(kind) is Literal:
        return st.sampled_from(get_args(kind))
    if get_origin(kind) is tuple:
        return st.lists(answer(get_args(kind)[0]), max_size=LINES).map(_each_once)
    if get_origin(kind) in (UnionType, Union):
        return st.one_of([answer(one) for one in get_args(kind)])
    if get_origin(kind) is Annotated:
        return answer(get_args(kind)[0])
    raise TypeError(f"tests/any_case.py does not know answers of the kind {kind}: tell it what they may be")


def _each_once(lines: list[object]) -> list[object]:
    """No id twice in one list."""
    ids = [one.get("id") if isinstance(one, dict) else None for one in lines]
    return [line for at, line in enumerate(lines) if ids[at] is None or ids[at] not in ids[:at]]


def _field(model: type[Part], name: str) -> st.SearchStrategy:
    field, ready = model.model_fields[name], {_func(Day): DAYS, _func(Moment): MOMENTS}
    if model is Case and name == "key":
        return st.from_regex(r"[0-9a-f]{0,64}", fullmatch=True)
    special = next((ready[one] for one in _validators(field) if one in ready), None)
    # The signs of an id stand beside its field, not in its kind.
    return special if special is not None else IDS if name == "id" and field.annotation is str else answer(field.annotation)


@cache
def part(model: type[Part]) -> st.SearchStrategy:
    """Some of the answers of one part of the case, as they stand in a file."""
    needed = [name for name, field in model.model_fields.items() if field.is_required()]
    others = sorted(model.model_fields.keys() - set(needed))
    fields = {name: st.deferred(lambda name=name: _field(model, name)) for name in model.model_fields}
    chosen = st.lists(st.sampled_from(others), max_size=GIVEN, unique=True) if others else st.just([])
    return chosen.flatmap(lambda names: st.fixed_dictionaries({name: fields[name] for name in (*needed, *names)}))


def _ids_once(found: dict[str, object]) -> dict[str, object]:
    """No id twice among the lists that share one row of ids."""
    seen: set[object] = set()
    for name in OF_CASE:
        lines = found.get(name, [])
        found = {**found, name: [line for line in lines if line["id"] not in seen]} if lines else found
        seen |= {line["id"] for line in lines}
    return found


def cases() -> st.SearchStrategy[Case]:
    """Any case."""
    return part(Case).map(_ids_once).map(Case.model_validate)


@cache
def uploads() -> tuple[papers.Upload, ...]:
    """A few papers as a person hands them in, cleaned: of several pages, lying, photos."""
    files = paper(), numbered(LINES), numbered(1, (0, 0, 792, 612)), photo(), photo(size=(400, 300))
    return tuple(papers.check("", data, LIMITS.paper) for data in files)


@st.composite
def kept(draw: st.DrawFn, case: Case) -> tuple[Kept, ...]:
    """Any papers that belong to a case, their pages in any order and turned in any way."""
    owners = [f"{kind}.{one.id}" for kind, group in (("form", case.letters), ("decision", case.reports), ("record", case.records)) for one in group]
    found = []
    for name in draw(st.lists(st.sampled_from(owners), unique=True, max_size=LINES)) if owners else ():
        files = tuple(draw(st.lists(st.sampled_from(uploads()), unique_by=lambda one: one.id, min_size=1, max_size=LINES)))
        pages = [(one, page) for one in files for page in range(one.pages)]
        order = draw(st.permutations(pages).flatmap(lambda all_pages: st.integers(1, len(all_pages)).map(lambda many: all_pages[:many])))
        found.append(Kept(name, files, tuple(Leaf(one.id, page, draw(st.integers(0, QUARTERS - 1)), draw(_crops(one))) for one, page in order)))
    return tuple(found)


def _crops(upload: papers.Upload) -> st.SearchStrategy:
    return st.none() | st.just((0.1, 0.2, 0.9, 0.75)) if upload.kind == "image" else st.none()


def saved() -> st.SearchStrategy[tuple[Case, date | None, str | None, tuple[Kept, ...]]]:
    """Everything that a save file may hold: the arguments of `savefile.dump`."""
    return cases().flatmap(lambda case: st.tuples(st.just(case), st.none() | st.dates(), st.sampled_from([None, "es", "en"]), kept(case)))
