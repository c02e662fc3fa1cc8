"""The words of the clocks: complete in both languages, short, calm, and without the numbers that the law owns."""

import re
import string
from pathlib import Path

import pytest
import yaml

CONTENT = Path(__file__).parent.parent / "content"
PARTS = ["title", "label", "second", "who", "start", "missed", "tell"]
WORDS = {name: yaml.safe_load((CONTENT / name / "clocks.yaml").read_text("utf-8")) for name in ("en", "es")}
PAGES = [yaml.safe_load(path.read_text("utf-8")) for path in sorted((CONTENT / "law").rglob("*.yaml"))]
# The helpers count days for other rules; nobody reads them.
LAW = {rule: clock for page in PAGES if page.get("group") != "helpers" for rule, clock in page.get("clocks", {}).items()}
LONGEST = {"en": 25, "es": 20}
# A date takes this much room in a sentence.
DATE = {"en": "Wednesday, November 25, 2026", "es": "miércoles 25 de noviembre de 2026"}
BANNED = {
    "en": r"too late|\byou should\b|\bbinding\b|\bwins?\b|\bwon\b|\bfight\b|guarantee|\bbarred\b|\blost\b|\bhired\b|and/or|\(s\)|n[’']t\b",
    "es": r"demasiado tarde|usted debería|vinculante|\bganar|\bganó|\bluchar|garanti|perdi[óod]|contratad|y/o|\(a\)|\(s\)"
    r"|hasta el|antes del|dentro de \d|\bservicio|\brecibos?\b|\barchivar|\boficial|\bevidencia|\baplicaci|\bdiscapacidad",
}
NEVER = r"[!¡]|\d-\d{3}-\d{3}|[\u2190-\u2bff\U0001f000-\U0001faff]"
TODAY = {"en": "today", "es": "hoy"}
HELP = {"en": r"I&A|attorney", "es": r"I&A|abogado"}
ATTORNEY = {"en": "Your attorney does this.", "es": "Su abogado hace este paso."}
HEDGE = {"en": r"[Ss]ources say|Check the letter you received", "es": r"[Ss]egún algunas fuentes|Mire la carta que recibió"}
AIM = {"en": r"Aim to|Expected by", "es": r"Trate de|Se espera"}


@pytest.fixture(params=("en", "es"))
def language(request):
    return request.param


def sentences(text, language):
    shown = text.replace("{outside}", DATE[language]).replace("{safe}", DATE[language])
    return [part for part in re.split(r"(?<=[.?])\s+", shown) if part]


def placeholders(text):
    return [name for _, name, _, _ in string.Formatter().parse(text) if name]


def every_text(language):
    return [(f"{rule}.{part}", text) for rule, words in WORDS[language].items() for part, text in words.items()]


def test_each_clock_of_the_law_has_words(language):
    assert LAW
    assert set(WORDS[language]) == set(LAW)


def test_both_languages_list_the_same_clocks_in_the_same_order():
    assert list(WORDS["en"]) == list(WORDS["es"])


def test_every_clock_has_the_same_parts_and_none_is_empty(language):
    wrong = [rule for rule, words in WORDS[language].items() if list(words) != PARTS]
    empty = [place for place, text in every_text(language) if not isinstance(text, str) or not text.strip()]
    assert (wrong, empty) == ([], [])


def test_both_languages_ask_for_the_same_dates():
    spanish = dict(every_text("es"))
    differ = [place for place, text in every_text("en") if placeholders(text) != placeholders(spanish[place])]
    assert differ == []


def test_only_the_second_words_hold_a_date_and_only_where_one_is_counted(language):
    asked = {place: names for place, text in every_text(language) if (names := [name for name in placeholders(text) if name != "call"])}
    dated = {f"{rule}.second" for rule, clock in LAW.items() if clock["show"] != "no-date"}
    assert set(asked) <= dated
    assert {name for names in asked.values() for name in names} <= {"safe", "outside"}


def test_only_what_to_do_about_a_past_date_leaves_the_day_of_the_call_open(language):
    called = [place for place, text in every_text(language) if "call" in placeholders(text)]
    assert called and {place.partition(".")[2] for place in called} == {"missed"}


def test_titles_are_ten_words_at_most(language):
    assert [w["title"] for w in WORDS[language].values() if len(w["title"].split()) > 10] == []


def test_no_sentence_is_long(language):
    long = [(place, s) for place, text in every_text(language) for s in sentences(text, language) if len(s.split()) > LONGEST[language]]
    assert long == []


def test_what_else_to_know_is_three_sentences_at_most(language):
    assert [rule for rule, words in WORDS[language].items() if len(sentences(words["tell"], language)) > 3] == []


def test_no_word_frightens_promises_or_misleads(language):
    banned = re.compile(f"{BANNED[language]}|{NEVER}", re.IGNORECASE)
    assert [(place, found[0]) for place, text in every_text(language) if (found := banned.search(text))] == []


def test_no_words_repeat_the_number_the_law_counts_with(language):
    owned = {rule: {str(version.get("n")) for version in clock.get("versions") or []} for rule, clock in LAW.items()}
    repeated = [place for place, text in every_text(language) if owned[place.split(".")[0]] & set(re.findall(r"\d+", text))]
    assert repeated == []


def test_a_date_that_has_passed_always_leaves_something_to_do_today(language):
    silent = [r for r, c in LAW.items() if c["show"] != "no-date" and TODAY[language] not in WORDS[language][r]["missed"].lower()]
    assert silent == []


def test_a_worker_whose_date_has_passed_is_told_who_helps(language):
    alone = [r for r, c in LAW.items() if c["kind"] == "worker" and not re.search(HELP[language], WORDS[language][r]["missed"])]
    assert alone == []


def test_a_clock_for_people_with_an_attorney_says_who_acts(language):
    theirs = [rule for rule, clock in LAW.items() if clock.get("condition") == "represented"]
    assert theirs
    assert [rule for rule in theirs if ATTORNEY[language] not in WORDS[language][rule]["tell"]] == []


def test_a_number_known_only_second_hand_is_told_as_such(language):
    second_hand = [rule for rule, clock in LAW.items() if clock["rests_on"] == "SECONDARY"]
    assert second_hand
    assert [rule for rule in second_hand if not re.search(HEDGE[language], WORDS[language][rule]["tell"])] == []


def test_a_target_is_never_worded_as_law(language):
    targets = [rule for rule, clock in LAW.items() if clock["show"] == "target"]
    assert targets
    assert [rule for rule in targets if not re.match(AIM[language], WORDS[language][rule]["label"])] == []
