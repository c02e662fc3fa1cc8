"""The colours: every pair that carries words reads at 7 to 1 or better, in light and in dark, in both tables."""

import re
import tomllib

import pytest

from tests.browser.drive import ROOT

STYLE = (ROOT / "pages/parts/look.css").read_text(encoding="utf-8")
PAIRS = (
    *((ink, ground) for ink in ("ink", "soft", "teal") for ground in ("paper", "wash")),
    *((tone, f"{tone}-wash") for tone in ("teal", "amber", "red", "green")),
    *(("ink", f"{tone}-wash") for tone in ("teal", "amber", "red", "green")),
    ("on-bar", "bar"),
    ("on-action", "action"),
    ("on-action", "action-over"),
    ("red", "wash"),
)


def tokens() -> dict[str, dict[str, str]]:
    """The colours of look.css: light, and dark on top of light."""
    light, dark, *_ = (dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", block)) for block in re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL))
    return {"light": light, "dark": light | dark}


def contrast(one: str, other: str) -> float:
    """How far two colours are apart, after WCAG 2.2."""
    low, high = sorted((_light(one), _light(other)))
    return (high + 0.05) / (low + 0.05)


def _light(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("ink, ground", PAIRS)
def test_words_stand_out_from_their_ground(theme: str, ink: str, ground: str) -> None:
    colours = tokens()[theme]

    assert contrast(colours[ink], colours[ground]) >= 7


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_edge_of_a_field_can_be_seen(theme: str) -> None:
    colours = tokens()[theme]

    assert min(contrast(colours["edge"], colours[ground]) for ground in ("paper", "wash")) >= 3


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_streamlits_theme_has_the_same_colours(theme: str) -> None:
    found = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))["theme"][theme]
    colours = tokens()[theme]

    names = {"primaryColor": "teal", "backgroundColor": "wash", "secondaryBackgroundColor": "paper", "textColor": "ink", "borderColor": "line"}
    assert {key: found[key] for key in names} == {key: colours[name] for key, name in names.items()}
