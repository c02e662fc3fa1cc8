"""Layers of a drawing that its file switches off stay off: a hidden draft must not appear on a paper that is sent.

This module must not know what a layer shows, or any words.
"""

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, PdfObject

from qme_guide.copyist import Copyist, entry

_NOTHING = DictionaryObject()


def keep_hidden(root: DictionaryObject, copyist: Copyist) -> None:
    """Tells the new file which of the copied layers are hidden. `root`: the catalog of the old file."""
    layers = entry(root, "/OCProperties", _NOTHING)
    usual = entry(layers, "/D", _NOTHING)
    every = _references(entry(layers, "/OCGs"))
    hidden = _references(entry(usual, "/OFF"))
    if entry(usual, "/BaseState") == "/OFF":
        hidden = every - _references(entry(usual, "/ON"))
    if every.isdisjoint(copyist.copied):
        return
    ours = _of_new_file(copyist.writer.root_object)
    for place, wanted in ((ours["/OCGs"], every), (ours["/D"]["/OFF"], hidden)):
        place.extend(copyist.copied[layer] for layer in copyist.copied if layer in wanted)


def _references(thing: PdfObject | None) -> set[IndirectObject]:
    return {item for item in thing if isinstance(item, IndirectObject)} if isinstance(thing, ArrayObject) else set()


def _of_new_file(root: DictionaryObject) -> DictionaryObject:
    """The list of layers of the new file, begun if there is none."""
    if "/OCProperties" not in root:
        usual = DictionaryObject({NameObject("/OFF"): ArrayObject()})
        layers = {NameObject("/OCGs"): ArrayObject(), NameObject("/D"): usual}
        root[NameObject("/OCProperties")] = DictionaryObject(layers)
    return root["/OCProperties"]
