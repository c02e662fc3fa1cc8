"""A moment as it is typed: a day, a month, a season or a year; and what is none is told kindly."""

from datetime import date

import pytest
from pydantic import ValidationError

from qme_guide.answers import SEASONS
from qme_guide.case import Case, Event
from qme_guide.content import ContentError
from qme_guide.typed import Problem, read_day, read_moment
from qme_guide.word_files import several
from qme_guide.words import LANGUAGES, load_words

YEARS = (1990, 2032)


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        (("16", "3", "2026"), date(2026, 3, 16)),
        (("", "3", "2026"), "2026-03"),
        (("", "summer", "2026"), "2026-summer"),
        (("", "", "2026"), "2026"),
        ((" ", "", " 2026 "), "2026"),
    ],
)
def test_a_moment_is_kept_as_exactly_as_it_was_typed(typed, moment):
    found = read_moment(*typed, *YEARS)
    assert found == moment
    assert Case(events=(Event(id="event-1", on=found),)).events[0].on == moment


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        (("", "", ""), "date_empty"),
        (("16", "summer", "2026"), "date_season_day"),
        (("", "summer", ""), "date_year_two_digits"),
        (("", "", "26"), "date_year_two_digits"),
        (("", "winter", "1880"), "date_year_range"),
        (("16", "", "2026"), "date_month_missing"),
    ],
)
def test_what_is_no_moment_is_told_by_name(typed, key):
    found = read_moment(*typed, *YEARS)
    assert isinstance(found, Problem) and found.key == key
    assert all(load_words(language).say(f"errors.{key}", **found.facts) for language in LANGUAGES)


def test_a_day_takes_no_season():
    assert isinstance(read_day("", "summer", "2026", *YEARS), Problem)


@pytest.mark.parametrize("moment", ["2026-Summer", "2026-13", "26", "20266", "2026-summer-1", "summer", 2026, ["2026"]])
def test_any_other_shape_of_a_moment_is_refused_and_not_repeated(moment):
    with pytest.raises(ValidationError) as caught:
        Case.model_validate({"events": [{"id": "event-1", "on": moment}]})
    assert "input_value" not in str(caught.value)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_season_has_a_name_and_reads_with_its_year(language):
    words = load_words(language)
    told = [words.told(f"2026-{season}") for season in SEASONS]
    assert len(set(told)) == len(SEASONS) and all("2026" in one for one in told)
    assert words.told("2026") == "2026"


def test_a_group_of_words_that_stands_in_two_files_is_refused(tmp_path):
    (tmp_path / "labels").mkdir()
    (tmp_path / "labels.yaml").write_text("ask:\n  on: Go on\n", encoding="utf-8")
    (tmp_path / "labels" / "more.yaml").write_text("told:\n  on: Told\n", encoding="utf-8")
    assert several(tmp_path, "labels") == {"ask": {"on": "Go on"}, "told": {"on": "Told"}}
    (tmp_path / "labels" / "more.yaml").write_text("ask:\n  off: Stop\n", encoding="utf-8")
    with pytest.raises(ContentError, match="ask"):
        several(tmp_path, "labels")
