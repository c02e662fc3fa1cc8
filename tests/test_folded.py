"""Text made plain for comparing, and the way back to where each sign stood."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from qme_guide.folded import folded, plain

TEXTS = st.text(max_size=60) | st.text(alphabet="aÁ\u0301 \n\t\x1c-\u00ad\ufb01\u0130ß\u200b<", max_size=40)


@given(TEXTS)
@example("A\x1c\x1d b")
def test_the_fast_way_says_the_same_and_every_sign_knows_a_place_that_never_goes_back(text):
    found = folded(text)
    assert plain(text) == found.plain and plain(found.plain) == found.plain
    assert len(found.places) == len(found.plain) and list(found.places) == sorted(found.places)
    assert not found.plain or text[found.origin(0, len(found.plain))]


@pytest.mark.parametrize(("text", "same"), [("Núñez-Peña", "nunez-pena"), ("nu\u0301n\u0303ez", "nunez"), ("in\u00adjury", "injury"), ("a \n\t b", "a b"), ("\ufb01rst", "first"), ("\u201cI\u2019ll\u201d", "\"i'll\"")])
def test_accents_capitals_and_line_breaks_make_no_difference(text, same):
    assert plain(text) == same


def test_what_is_found_is_shown_as_it_was_written():
    text = "El Dr. NU\u0301N\u0303EZ vino"
    found = folded(text)
    at = found.plain.index("nunez")
    assert text[found.origin(at, at + len("nunez"))].startswith("NU\u0301N")
