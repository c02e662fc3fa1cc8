"""The words: both languages are mirror images, and a folder that is not is refused with every problem at once."""

import shutil
from datetime import date, datetime

import pytest

from qme_guide.content import CONTENT, ContentError
from qme_guide.words import load_words


@pytest.fixture
def folder(tmp_path):
    """A copy of the words that a test may break."""
    for language in ("en", "es"):
        shutil.copytree(CONTENT / language, tmp_path / language)
    return tmp_path


def change(folder, file, before, after):
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def problems(folder) -> tuple[str, ...]:
    with pytest.raises(ContentError) as caught:
        load_words("en", folder=folder)
    return caught.value.problems


def test_the_words_as_they_are_load_in_both_languages(folder):
    assert load_words("en", folder=folder).sayings.keys() == load_words("es", folder=folder).sayings.keys()


def test_every_break_is_named_at_once_with_its_file_and_what_to_do(folder):
    (folder / "es" / "outcomes" / "union.md").unlink()
    change(folder, "es/labels.yaml", '  continue: "Continuar"\n', "")
    change(folder, "es/labels.yaml", "{days} días.", "{day} días.")
    change(folder, "en/questions.yaml", "letters.drug:", "letters.drugs:")
    found = "\n".join(problems(folder))
    assert "content/es: passages: outcomes/union: missing" in found
    assert "content/es: sayings: ask.continue: missing" in found
    assert "near.days: its placeholders differ" in found
    assert "questions: letters.drug.label: missing" in found and "questions: letters.drugs.label: missing" in found


def test_a_key_that_stands_twice_is_refused(folder):
    change(folder, "en/labels.yaml", 'back: "Back"', 'back: "Back"\n  back: "Return"')
    assert any("labels.yaml" in problem and "twice" in problem for problem in problems(folder))


def test_dates_are_written_in_full_in_each_language():
    day = date(2026, 11, 25)
    assert load_words("en").day(day) == "Wednesday, November 25, 2026"
    assert load_words("es").day(day) == "miércoles 25 de noviembre de 2026"
    assert load_words("es").day(date(2026, 12, 1)) == "martes 1 de diciembre de 2026"
    assert load_words("en").told("2026-10") == "October 2026"
    assert load_words("es").told("2026-10") == "octubre de 2026"
    assert load_words("en").moment(datetime(2026, 12, 4, 16)).startswith("Friday, December 4, 2026")


def test_a_fact_with_braces_is_printed_as_it_is():
    assert "{x}" in load_words("en").say("denial.change", what="{x}")
