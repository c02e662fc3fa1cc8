"""The mock letter: a safe, readable drawing whose numbered places and words belong together.

Reads the drawing and its word files only. How it looks is judged by eye.
"""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
import yaml

from qme_guide.case import Case, Letter, Treatment

CONTENT = Path(__file__).parents[1] / "content"
SOURCE = (CONTENT / "pictures" / "ur-decision.svg").read_text(encoding="utf-8")
PICTURE = ET.fromstring(SOURCE)
SVG = "{http://www.w3.org/2000/svg}"
WORDS = {code: yaml.safe_load((CONTENT / code / "letter.yaml").read_text(encoding="utf-8")) for code in ("es", "en")}
PLACES = {place.get("id", "").removeprefix("place-"): place for place in PICTURE.iter(f"{SVG}g")}
SHAPES = {"svg", "title", "g", "rect", "circle", "path", "text", "tspan"}
ATTRIBUTES = set(
    "viewBox width height role font-family font-size font-weight fill id x y rx cx cy r d text-anchor"
    " stroke stroke-width stroke-linecap stroke-linejoin stroke-dasharray".split()
) | {"{http://www.w3.org/XML/1998/namespace}lang"}
COLOURS = {"#15202b", "#45525f", "#ffffff", "#f4f6f5", "#c9d1d0", "#0b4f57", "#e3f0f0", "none"}  # the look's tokens
# So no phone number, no street number and no number of days can stand in it.
HONEST_DIGITS = re.compile(r"(October|March|OCT) \d{1,2}|^2026$|, 2026|SAMPLE-001|^Page \d$")
BY_LANGUAGE = pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
BY_NUMBER = pytest.mark.parametrize("number", WORDS["es"]["boxes"])


def said(text: ET.Element) -> str:
    return "".join(text.itertext())


def lines(part: ET.Element) -> list[ET.Element]:
    return list(part.iter(f"{SVG}text"))


def at(element: ET.Element, *names: str) -> tuple[float, ...]:
    return tuple(float(element.attrib[name]) for name in names)


def inside(line: ET.Element, box: ET.Element) -> bool:
    (x, y), (left, top, width, height) = at(line, "x", "y"), at(box, "x", "y", "width", "height")
    return left < x < left + width and top < y < top + height


def looked_for(text: str) -> set[str]:
    """The English words in quotation marks, which the reader looks for on the paper."""
    return {found.lower() for found in re.findall("[«“]([^»”]+)[»”]", text)}


def leaves(data: object) -> list[str]:
    return [leaf for value in data.values() for leaf in leaves(value)] if isinstance(data, dict) else [str(data)]


def keys(data: object) -> object:
    return {key: keys(value) for key, value in data.items()} if isinstance(data, dict) else None


def test_the_drawing_holds_only_plain_shapes_and_reaches_for_nothing():
    assert {element.tag.removeprefix(SVG) for element in PICTURE.iter()} <= SHAPES
    assert {name for element in PICTURE.iter() for name in element.attrib} <= ATTRIBUTES
    assert not re.search(r"url\(|href|<script|<!DOCTYPE|<!ENTITY|<\?|@import|data:", SOURCE)
    assert re.findall(r"https?://[^\"]*", SOURCE) == ["http://www.w3.org/2000/svg"]


def test_the_drawing_has_its_own_light_ground_for_dark_screens():
    ground = PICTURE.find(f"{SVG}rect")
    assert PICTURE.attrib["viewBox"].split() == ["0", "0", ground.attrib["width"], ground.attrib["height"]]
    assert {element.get("fill", "none") for element in PICTURE.iter()} <= COLOURS
    assert {element.get("stroke", "none") for element in PICTURE.iter()} <= COLOURS


def test_every_word_is_at_least_eleven_pixels_high_on_a_narrow_phone():
    assert PICTURE.attrib["font-family"] == "sans-serif"
    width, ordinary = float(PICTURE.attrib["width"]), float(PICTURE.attrib["font-size"])
    for line in lines(PICTURE):
        assert float(line.get("font-size", ordinary)) * 375 / width >= 11, said(line)


def test_the_places_are_numbered_one_to_eleven_and_both_languages_explain_each():
    assert list(PLACES) == [str(number) for number in range(1, 12)]
    assert all(list(words["boxes"]) == list(PLACES) for words in WORDS.values())


@BY_NUMBER
def test_a_marker_stands_beside_its_box_and_the_words_stand_inside(number):
    place = PLACES[number]
    box, marker = place.find(f"{SVG}rect"), place.find(f"{SVG}circle")
    label, *words = lines(place)
    (cx, r), (left,) = at(marker, "cx", "r"), at(box, "x")
    assert said(label) == number
    assert at(label, "x") == (cx,)
    assert r < cx < left - r
    assert words and all(inside(line, box) for line in words)


@BY_NUMBER
def test_the_words_to_look_for_are_the_same_in_both_languages_and_stand_in_the_picture(number):
    spanish, english = (looked_for(words["boxes"][number]["text"]) for words in WORDS.values())
    shown = " ".join(map(said, lines(PLACES[number]))).lower()
    assert spanish == english
    assert any(word in shown for word in spanish)


@BY_LANGUAGE
def test_each_box_answers_questions_that_the_case_can_keep(words):
    case = Case(letters=(Letter(id="sample", treatments=(Treatment(),)),))
    for box in words["boxes"].values():
        for field in filter(None, (box["field"], box.get("also"))):
            path = field.replace("letters.", "letters.0.").replace("treatments.", "treatments.0.")
            assert case.answer(path) in (None, case.letters[0].treatments), field


def test_the_two_languages_have_the_same_keys_and_the_same_questions():
    assert keys(WORDS["es"]) == keys(WORDS["en"])
    for number, box in WORDS["es"]["boxes"].items():
        twin = WORDS["en"]["boxes"][number]
        assert (box["field"], box.get("also")) == (twin["field"], twin.get("also"))


def test_every_sheet_says_that_it_is_a_sample():
    sheets = [rect for rect in PICTURE.findall(f"{SVG}rect") if rect.get("fill") == "#ffffff"]
    marks = [line for line in lines(PICTURE) if said(line).startswith("SAMPLE - NOT A REAL")]
    assert len(sheets) == len(marks)
    for sheet in sheets:
        assert [inside(mark, sheet) for mark in marks].count(True) == 1
    assert said(marks[0]) == "SAMPLE - NOT A REAL LETTER"


def test_everyone_named_is_made_up():
    everything = " ".join([*map(said, lines(PICTURE)), *(leaf for words in WORDS.values() for leaf in leaves(words))])
    assert set(re.findall(r"(\w+) (?:Worker|Street|City)\b", everything)) == {"Sample"}
    assert set(re.findall(r"(\w+) Insurance\b", everything)) == {"Example"}
    assert set(re.findall(r"\bDr\. (\w+)", everything)) == {"Sample"}


def test_every_digit_in_the_picture_is_a_date_a_page_a_marker_or_the_sample_claim():
    for line in lines(PICTURE):
        assert said(line) in PLACES or not re.search(r"\d", HONEST_DIGITS.sub("", said(line))), said(line)


@BY_LANGUAGE
def test_the_words_hold_no_number_and_the_text_alternative_is_short(words):
    assert not [text for text in leaves(words) if re.search(r"\d", text)]
    assert len(words["alt"].split()) <= 60
