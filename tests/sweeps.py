"""Sweeps in two sizes: a representative set with every run, all of it with the slow tests."""

from collections.abc import Iterable

import pytest

from qme_guide.words import LANGUAGES

# For a test in one language with every run, in the other with the slow tests.
SPANISH, ENGLISH = (["es", pytest.param("en", marks=pytest.mark.slow)], ["en", pytest.param("es", marks=pytest.mark.slow)])


def in_turn(names: Iterable[object]) -> list:
    """Each name with a language, the languages in turn; with the other languages it is slow."""
    pairs = [(at, name, language) for at, name in enumerate(names) for language in LANGUAGES]
    return [pytest.param(name, language, marks=() if LANGUAGES[at % len(LANGUAGES)] == language else pytest.mark.slow) for at, name, language in pairs]


def some_of(names: Iterable[object], quick: Iterable[object]) -> list:
    """Every name; those that are not quick are slow."""
    quick = list(quick)
    return [pytest.param(name, marks=() if name in quick else pytest.mark.slow) for name in names]
