"""Layers of a drawing that its file switches off: a hidden draft must not be on a paper that is sent, nor in its file.

Programs do not agree on every setting. Where they would show different things nobody can say for sure what the person
sees, so that is refused. This module must not know what a layer shows, or any words.
"""

from collections.abc import Mapping

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, PdfObject

from qme_guide.pdf_entries import Unusable, entry

_NOTHING = DictionaryObject()
# So many bytes of drawings are read for what is hidden; more take longer than anybody waits.
_MOST = 12_000_000
_OFF, _VIEW = "/OFF", "/View"
# Of a group of layers: whether it is hidden, when these of its layers are.
_POLICIES = {"/AnyOn": all, "/AllOn": any, "/AnyOff": lambda off: not any(off), "/AllOff": lambda off: not all(off)}


class Unsure(Unusable):
    """Something is hidden in a file, and nobody can take it out for sure."""


class Layers:
    """The layers of the files that are copied from, and which of them are switched off."""

    def __init__(self) -> None:
        self._every: set[IndirectObject] = set()
        self._off: set[IndirectObject] = set()
        self._unsure: set[IndirectObject] = set()
        self._left = _MOST

    def __bool__(self) -> bool:
        """Something may be hidden."""
        return bool(self._off or self._unsure)

    def read(self, root: DictionaryObject) -> None:
        """Learn which layers a file has. `root`: its catalog."""
        layers = entry(root, "/OCProperties", _NOTHING)
        usual = entry(layers, "/D", _NOTHING)
        every, off = _references(entry(layers, "/OCGs")), _references(entry(usual, _OFF))
        if entry(usual, "/BaseState") == _OFF:
            off = every - _references(entry(usual, "/ON"))
        self._every |= every
        self._off |= off
        self._unsure |= {layer for layer in every | off if _says_otherwise(layer, layer in off)}

    def spend(self, count: int) -> None:
        """So many bytes of a drawing are read. Raises Unsure when that is too much."""
        self._left -= count
        if self._left < 0:
            raise Unsure

    def hides(self, thing: PdfObject | None) -> bool:
        """Whether what belongs to this layer, or to this group of layers, is hidden. Raises Unsure."""
        if isinstance(thing, IndirectObject) and thing in self._unsure:
            raise Unsure
        off, found = isinstance(thing, IndirectObject) and thing in self._off, thing.get_object() if isinstance(thing, PdfObject) else None
        if off or not isinstance(found, DictionaryObject) or entry(found, "/Type") != "/OCMD":
            return off
        if "/VE" in found and self:
            raise Unsure
        named = found.raw_get("/OCGs") if "/OCGs" in found else None
        members = _references(named.get_object()) if isinstance(named, PdfObject) else set()
        known = [one for one in members or [named] if isinstance(one, IndirectObject) and one in self._every | self._off]
        states = [self.hides(one) for one in known]
        return bool(states) and _POLICIES.get(str(entry(found, "/P")), all)(states)

    def keep(self, root: DictionaryObject, copied: Mapping[IndirectObject, IndirectObject]) -> None:
        """Tells a new file of the layers that came along: one in a group may still be hidden. `root`: its catalog."""
        ours = [(there, layer in self._off) for layer, there in copied.items() if layer in self._every]
        if ours:
            usual = DictionaryObject({NameObject(_OFF): ArrayObject(there for there, off in ours if off)})
            layers = {NameObject("/OCGs"): ArrayObject(there for there, _ in ours), NameObject("/D"): usual}
            root[NameObject("/OCProperties")] = DictionaryObject(layers)


def _references(thing: PdfObject | None) -> set[IndirectObject]:
    return {item for item in thing if isinstance(item, IndirectObject)} if isinstance(thing, ArrayObject) else set()


def _says_otherwise(layer: IndirectObject, off: bool) -> bool:
    """Whether the layer itself says that it is seen on a screen when its file hides it, or the other way round."""
    found = layer.get_object()
    if not isinstance(found, DictionaryObject):
        return False
    meant = entry(found, "/Intent", _VIEW)
    state = entry(entry(entry(found, "/Usage", _NOTHING), _VIEW, _NOTHING), "/ViewState")
    for_view = _VIEW in meant if isinstance(meant, ArrayObject) else meant in (_VIEW, "/All")
    return (off and not for_view) or (state is not None and (state == _OFF) != off)
