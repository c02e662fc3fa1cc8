"""Whatever happened to a save file, it opens as a valid case or gets one of the kind words: never a trace.

`make test` runs a few; `make check-all` runs SHARE of them over files of every version. With the shares of sealed files and
PDFs they are more than 100,000.
"""

from collections import Counter
from random import Random

import pytest

from qme_guide import merge
from qme_guide.case import Case
from qme_guide.savefile import SaveFileError, dump, read
from tests import full_case, mutations
from tests.any_case import LIMITS
from tests.full_case import PUBLISHED, SAVED
from tests.personas import EXAM_SOON, NEWCOMER, SENT

SHARE, FEW = 60_000, 250
KEYS = {"save_not_ours", "save_broken", "save_letters", "save_changed", "save_newer", "save_too_big"}
WAYS = (mutations.mutated, mutations.changed_answers)


def outcome(data: bytes) -> str:
    """What becomes of a file: the key of its word, or that it opens. Anything else fails the test."""
    try:
        found = read(data, LIMITS)
    except SaveFileError as error:
        assert error.key in KEYS and str(error) == error.key and error.__context__ is None and error.__cause__ is None
        return error.key
    assert isinstance(found.case, Case)
    again = read(dump(found.case, found.saved_on, found.language, found.papers), LIMITS)
    assert (again.case, again.saved_on, again.language) == (found.case, found.saved_on, found.language)
    assert merge.merged(SENT, found.case, "mine", although_other=True).worker.name == SENT.worker.name
    return "opens"


def run(files: list[bytes], times: int, seed: int) -> Counter[str]:
    chance = Random(seed)
    return Counter(outcome(chance.choice(WAYS)(chance.choice(files), chance)) for _ in range(times))


def test_a_few_hundred_accidents_end_in_a_kind_word_or_a_valid_case():
    found = run([dump(SENT), dump(EXAM_SOON), dump(NEWCOMER), (PUBLISHED / "example.json").read_bytes()], FEW, seed=7)
    assert found.total() == FEW
    assert {"opens", "save_broken", "save_changed", "save_letters", "save_not_ours"} <= found.keys(), found


@pytest.mark.slow
@pytest.mark.parametrize("part", range(4))
def test_tens_of_thousands_of_accidents_to_files_of_every_version(part, record_property):
    files = [dump(SENT), dump(NEWCOMER), full_case.example(), *(path.read_bytes() for path in sorted(SAVED.glob("*-*.json")))]
    found = run(files, SHARE // 4, seed=part)
    record_property("counted", f"{found.total():,} changed save files: {dict(found)}")
    assert found.total() == SHARE // 4 and found.keys() <= {*KEYS, "opens"}
