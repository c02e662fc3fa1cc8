"""The law pack: it loads, it is fast, it says what the law pages say, and a broken file is named with what to do."""

import shutil
import time
from datetime import date
from functools import cache

import pytest

from qme_guide import content
from qme_guide.content import CONTENT, ContentError, read_passage, read_yaml
from qme_guide.law import BeyondTable, NotInForce, load_law
from qme_guide.words import load_words

LAW = load_law()
CLOCKS = list(LAW.clocks.values())


# what is in it


def test_all_clocks_are_there():
    assert len(LAW.clocks) == 77
    assert set(LAW.helpers) == {"first-day-counted", "roll"}
    assert LAW.clock("roll") is LAW.helpers["roll"]
    with pytest.raises(KeyError):
        LAW.clock("imr-request-60")


@pytest.mark.parametrize("clock", CLOCKS, ids=lambda clock: clock.id)
def test_every_clock_carries_its_sources_and_its_dates(clock):
    assert clock.citation and clock.status
    assert clock.sources and set(clock.sources) <= set(LAW.sources)
    assert clock.as_of < clock.check_by == date(2027, 1, 1)
    assert clock.legal_review == "none yet"


def test_no_clock_that_rests_on_unconfirmed_facts_shows_a_date():
    resting = {clock.id for clock in CLOCKS if clock.rests_on == "UNCONFIRMED"}

    assert resting == {"imr-worker-documents", "replacement-s34-15", "ur-deferral-notice"}
    assert {LAW.clock(id_).show for id_ in resting} == {"no-date"}


def test_what_the_clocks_rest_on_is_what_the_law_pages_say():
    by_best = {best: {clock.id for clock in CLOCKS if clock.rests_on == best} for best in ("SECONDARY", "DESIGN")}

    assert by_best["SECONDARY"] == {"imr-ad-info-5bd", "imr-assign-notice-1bd", "mpn-second-opinion-60", "qme-supplemental-60"}
    assert by_best["DESIGN"] == {"objection-4061-target", "exam-change-6bd"}


def test_as_of_is_the_oldest_stamp_among_the_texts_cited():
    assert LAW.clock("objection-4062-30").as_of == date(2026, 4, 7)
    assert LAW.clock("imr-request-10-drug").as_of == date(2026, 9, 26)
    assert LAW.clock("imr-request-30").as_of == date(2024, 9, 20)
    assert LAW.clock("rep-panel-wait-10").as_of == date(2025, 12, 10)
    assert LAW.sources["R37"].undated


def test_a_statute_leads_to_its_section_and_a_regulation_alone_to_no_page():
    page = "https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=LAB&sectionNum="

    assert LAW.clock("imr-request-30").link == f"{page}4610.5"
    assert LAW.clock("retaliation-1y").link == f"{page}132a"
    assert LAW.clock("exam-wait-1h").link is None


def test_the_first_day_of_a_wording_is_the_full_date_in_the_law_pages():
    assert LAW.clock("imr-request-30").newest.from_ == date(2017, 1, 1)
    assert LAW.clock("qme-form-now").newest.from_ == date(2014, 1, 1), "the later of two"
    assert LAW.clock("injury-notice-30").newest.from_ is None, "a year alone is no first day"


@pytest.mark.parametrize("clock", [clock for clock in CLOCKS if clock.newest.from_], ids=lambda clock: clock.id)
def test_a_wording_is_in_force_from_its_first_day_on_and_not_the_day_before(clock):
    first = clock.newest.from_

    assert clock.version_on(first) is clock.newest
    with pytest.raises(NotInForce):
        clock.version_on(date.fromordinal(first.toordinal() - 1))


def test_the_three_telephone_numbers_and_our_own_numbers():
    contacts = LAW.contacts

    assert [str(contacts.ia_phone), str(contacts.emergency), str(contacts.crisis)] == ["1-800-736-7401", "911", "988"]
    assert (LAW.practice.mail_open_days, LAW.practice.fax_hour, LAW.practice.close_hour) == (2, 12, 17)


def test_facts_carry_their_year_and_source():
    fact = LAW.facts["imr-stats-2024"]

    assert (fact.year, fact.values["applications"], fact.values["overturned_percent"]) == (2024, 199651, 12.7)
    assert fact.sources == ("N2536",)


# the closed days


def test_a_day_that_stands_twice_has_the_tags_of_both_lines():
    day = date(2029, 3, 30)

    assert LAW.calendar.names(day) == ("farmworkers-day-courts", "good-friday")
    assert (LAW.calendar.is_bad(day), LAW.calendar.is_sure(day), LAW.calendar.is_office_closed(day)) == (True, False, False)


@pytest.mark.parametrize(
    ("day", "bad", "sure", "office"),
    [
        (date(2026, 11, 26), True, True, True),  # Thanksgiving
        (date(2026, 9, 25), True, False, False),  # courts only
        (date(2026, 10, 12), True, False, False),  # named only
        (date(2026, 11, 28), True, True, True),  # Saturday
        (date(2026, 11, 25), False, False, False),
    ],
)
def test_the_three_sets_of_closed_days(day, bad, sure, office):
    assert (LAW.calendar.is_bad(day), LAW.calendar.is_sure(day), LAW.calendar.is_office_closed(day)) == (bad, sure, office)


def test_days_after_the_table_are_refused_even_on_a_weekend():
    sunday = date(2029, 4, 1)

    assert LAW.calendar.ends == date(2029, 3, 31)
    for ask in (LAW.calendar.is_bad, LAW.calendar.is_sure, LAW.calendar.is_office_closed):
        with pytest.raises(BeyondTable):
            ask(sunday)
    assert LAW.calendar.is_weekend(sunday)


def test_mail_goes_two_open_days_before_a_date():
    assert LAW.calendar.open_days_before(date(2026, 11, 30), 2) == date(2026, 11, 24)
    assert LAW.calendar.open_days_before(date(2026, 11, 25), LAW.practice.mail_open_days) == date(2026, 11, 23)


FIXED = {(1, 1), (3, 31), (7, 4), (11, 11), (12, 25)}


def nth(year, month, weekday, n):
    days = [date(year, month, day) for day in range(1, 32) if day <= 30 or month in (1, 5)]
    return [day for day in days if day.weekday() == weekday][n]


def test_the_history_follows_its_own_rule():
    """deadlines table, section 4, computed here a second time."""
    expected = set()
    for year in range(2009, 2026):
        days = [date(year, month, day) for month, day in FIXED]
        expected |= set(days) | {date.fromordinal(day.toordinal() + 1) for day in days if day.weekday() == 6}
        expected |= {date(year, 11, 10)} if date(year, 11, 11).weekday() == 5 else set()
        expected |= {nth(year, 1, 0, 2), date(year, 2, 15 + (-date(year, 2, 15).weekday()) % 7), nth(year, 5, 0, -1), nth(year, 9, 0, 0)}
        expected |= {nth(year, 11, 3, 3), date.fromordinal(nth(year, 11, 3, 3).toordinal() + 1)}

    listed = {line.day for line in LAW.closed_days.history.days}
    assert listed == {day for day in expected if date(2009, 3, 1) <= day <= date(2025, 12, 31)}
    assert all(LAW.calendar.is_sure(day) for day in listed)


def test_the_eleven_state_holidays_stand_in_every_full_year():
    for year in (2026, 2027, 2028):
        offices = {name for day, names in LAW.calendar.ids.items() if day.year == year and "a" in LAW.calendar.tags[day] for name in names}
        assert len({name.removesuffix("-observed") for name in offices}) == 11


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_closed_day_has_a_name(language):
    words = load_words(language)

    for ids in LAW.calendar.ids.values():
        for id_ in ids:
            assert words.say(f"closed_days.{id_}")


# loading


def test_it_loads_fast():
    load_law.cache_clear()
    began = time.perf_counter()
    load_law()

    assert time.perf_counter() - began < 1


PARSE = content._parse
SOUND = {path.read_text(encoding="utf-8") for path in (CONTENT / "law").rglob("*.yaml")}


@cache
def sound(text: str) -> object:
    return PARSE(text, CONTENT)


@pytest.fixture
def copy(tmp_path, monkeypatch):
    """A copy of the law folder, to be broken. What stays sound in it is parsed once for all tests."""
    monkeypatch.setattr(content, "_parse", lambda text, path: sound(text) if text in SOUND else PARSE(text, path))
    shutil.copytree(CONTENT / "law", tmp_path / "content" / "law")
    return tmp_path / "content" / "law"


def broken(folder, name, old, new, count=1):
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text, "the test must change something"
    path.write_text(text.replace(old, new, count), encoding="utf-8")
    with pytest.raises(ContentError) as error:
        load_law(folder)
    return error.value


IMR, EXAM, UR = "clocks/worker-imr.yaml", "clocks/worker-exam.yaml", "clocks/other-ur-imr.yaml"
MISTAKES = {
    "unknown key": (IMR, "    show: date", "    shown: date\n    show: date", "clocks.imr-request-30.shown: Extra inputs are not permitted: remove it or mend its name"),
    "missing source": (IMR, "sources: [LAB-SEP26, R10.1, AVILA]", "sources: []", "imr-request-30: no source: add at least one key of sources.yaml"),
    "no sources at all": (IMR, "    sources: [LAB-SEP26, R10.1, AVILA]\n", "", "clocks.imr-request-30.sources: Field required: add it"),
    "unknown source": (IMR, "sources: [LAB-SEP26, R10.1,", "sources: [LAB-SEP26, R10.9,", "imr-request-30: the source R10.9 is not in sources.yaml"),
    "missing as_of": (IMR, "    as_of: 2024-09-20\n", "", "clocks.imr-request-30.as_of: Field required: add it"),
    "missing check_by": (IMR, "    check_by: 2027-01-01\n", "", "clocks.imr-request-30.check_by: Field required: add it"),
    "missing citation": (IMR, "    citation: Lab. Code 4610.5(h)(1)(B); 8 CCR 9792.10.1(b)(1)†\n", "", "clocks.imr-request-30.citation: Field required"),
    "as_of too young": (IMR, "    as_of: 2024-09-20\n", "    as_of: 2026-04-07\n", "as_of is 2026-04-07, the oldest stamp among its sources is 2024-09-20"),
    "check_by before as_of": (IMR, "    check_by: 2027-01-01\n", "    check_by: 2024-01-01\n", "check_by 2024-01-01 is not after as_of"),
    "day as text": (IMR, "    as_of: 2024-09-20\n", '    as_of: "2024-09-20"\n', "clocks.imr-request-30.as_of: Input should be a valid date"),
    "number as text": (IMR, "        n: 30\n", '        n: "30"\n', "clocks.imr-request-30.versions.0.n: Input should be a valid integer"),
    "unconfirmed and shown": (EXAM, "rests_on: UNCONFIRMED\n    show: no-date", "rests_on: UNCONFIRMED\n    show: date", "rests only on UNCONFIRMED facts and would show a date: set show: no-date"),
    "unconfirmed target": (EXAM, "rests_on: UNCONFIRMED\n    show: no-date", "rests_on: UNCONFIRMED\n    show: target", "would show a target: set show: no-date"),
    "nothing to compute, shown": (IMR, "rests_on: PRIMARY\n    show: no-date", "rests_on: PRIMARY\n    show: date", "imr-request-no-form: computes nothing and would show a date"),
    "no start": (IMR, "    start_input: served\n", "", "imr-request-30: counts from nothing: add start_input"),
    "unknown kind of count": (IMR, "    calc: days\n", "    calc: moons\n", "clocks.imr-request-30.calc: Input should be"),
    "unit does not fit": (IMR, "        unit: calendar days\n", "        unit: hours\n", "imr-request-30: the unit hours does not fit calc days"),
    "no number": (IMR, "        n: 30\n", "", "imr-request-30: n and calc do not fit"),
    "policy does not fit": (IMR, "service_extension: mail\n", "service_extension: longest\n", "calc days does not use service_extension longest"),
    "cap of an unknown clock": (UR, "rule: ur-decision-14d}", "rule: ur-decision-15d}", "ur-decision-5nbd: names the clock ur-decision-15d, which does not exist"),
    "cap from another input": (UR, "cap: {input: recommended,", "cap: {input: received,", "the cap counts from received, its clock from recommended"),
    "alternative to an unknown clock": (IMR, "- rule: imr-request-10-drug", "- rule: imr-request-10-pill", "names the clock imr-request-10-pill, which does not exist"),
    "overlapping versions": (IMR, "    versions:\n", "    versions:\n      - {until: 2017-01-01, n: 45, unit: calendar days}\n", "imr-request-30: versions overlap or are out of order"),
    "first version without end": (IMR, "    versions:\n", "    versions:\n      - {n: 45, unit: calendar days}\n", "imr-request-30: versions overlap or are out of order"),
    "version that ends before it begins": (IMR, "      - from: 2017-01-01\n", "      - from: 2017-01-01\n        until: 2016-01-01\n", "a version ends before it begins"),
    "wrong page": (IMR, "lawCode=LAB&sectionNum=4610.5", "lawCode=PEN&sectionNum=4610.5", "imr-request-30: its link does not lead to the section page"),
    "the same key twice": (IMR, "    kind: worker\n", "    kind: worker\n    kind: other\n", "the key 'kind' stands twice: mend this line"),
    "the same clock twice in a file": (IMR, "  imr-request-10-drug:\n", "  imr-request-30:\n", "the key 'imr-request-30' stands twice"),
    "the same clock in two files": (EXAM, "  exam-wait-1h:\n", "  imr-request-30:\n", "imr-request-30: stands in content/law/clocks/worker-exam.yaml too: keep it once"),
    "not YAML": (IMR, "clocks:\n", "clocks: [\n", "content/law/clocks/worker-imr.yaml: line"),
    "days out of order": ("closed_days.yaml", "day: 2026-01-19, weekday: Mon", "day: 2026-03-02, weekday: Mon", "days: 2026-02-12 stands after 2026-03-02: put the days in order"),
    "wrong weekday": ("closed_days.yaml", "day: 2026-11-26, weekday: Thu", "day: 2026-11-26, weekday: Fri", "2026-11-26 is a Thu, not a Fri"),
    "day outside the table": ("closed_days.yaml", "to: 2029-03-31}", "to: 2029-03-30}", "2029-03-31 is outside 2026-01-01 to 2029-03-30"),
    "gap before the table": ("closed_days.yaml", "to: 2025-12-31}", "to: 2025-12-30}", "leave no gap"),
    "history out of order": ("closed_days.yaml", "day: 2009-05-25", "day: 2009-10-25", "history: 2009-07-04 stands after 2009-10-25"),
    "unknown tag": ("closed_days.yaml", "tags: [a, b]}", "tags: [a, z]}", "days.0.tags.1: Input should be 'a', 'b' or 'c'"),
    "place without days": ("service_days.yaml", "{ca: 5, us: 10, abroad: 20, safe-at-home: 12, unknown: 0}", "{ca: 5, us: 10, abroad: 20, unknown: 0}", "mail: its places are not ca, us, abroad, safe-at-home, unknown"),
    "unknown method": ("service_days.yaml", "methods: [mail]", "methods: [pigeon]", "mail: unknown methods ['pigeon']"),
    "policy missing": ("service_days.yaml", "  longest:\n", "  longer:\n", "policies: longest missing: add it"),
    "missing input means nothing": ("service_days.yaml", "if_missing: {method: unknown, ", "if_missing: {", "if_missing: method: name method, address and mailed_from"),
    "source without a date": ("sources.yaml", "    as_of: 2026-09-26\n", "", "LAB-SEP26: has neither as_of nor undated: give one of them"),
    "source with two": ("sources.yaml", "    as_of: 2026-09-26\n", "    as_of: 2026-09-26\n    undated: true\n", "LAB-SEP26: has both as_of and undated: keep one"),
    "unknown kind of source": ("sources.yaml", "kind: law\n    as_of: 2026-04-07", "kind: rumour\n    as_of: 2026-04-07", "sources.LAB.kind: Input should be"),
    "fact without source": ("facts.yaml", "sources: [N2536]", "sources: [N9999]", "imr-stats-2024: the source N9999 is not in sources.yaml"),
    "phone from nowhere": ("contacts.yaml", "sources: [FAQUR,", "sources: [FAQXX,", "ia_phone: the source FAQXX is not in sources.yaml"),
    "our own number missing": ("practice.yaml", "mail_open_days: 2", "# mail_open_days: 2", "practice.yaml: mail_open_days: Field required: add it"),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=list(MISTAKES))
def test_a_broken_law_file_is_named_with_what_to_do(mistake, copy):
    name, old, new, said = mistake

    error = broken(copy, name, old, new)

    assert any(said in problem for problem in error.problems), "\n".join(error.problems)
    assert all(problem.startswith("content/law/") for problem in error.problems), error.problems
    assert str(copy) not in str(error)


def test_every_problem_of_every_file_is_told_at_once(copy):
    (copy / "practice.yaml").unlink()
    (copy / "sources.yaml").write_text("read_on: 2026-11-21\n", encoding="utf-8")
    path = copy / EXAM
    path.write_text(path.read_text(encoding="utf-8").replace("show: date", "show: dates", 1), encoding="utf-8")

    error = broken(copy, IMR, "        n: 30\n", "        n: 30\n        m: 3\n")

    files = {problem.split(":")[0] for problem in error.problems}
    assert files == {"content/law/practice.yaml", "content/law/sources.yaml", f"content/law/{EXAM}", f"content/law/{IMR}"}
    assert "content/law/practice.yaml: the file is missing: put it back" in error.problems


def test_no_clock_file_at_all_is_a_problem(copy):
    shutil.rmtree(copy / "clocks")

    with pytest.raises(ContentError, match="no clocks: put the clock files back"):
        load_law(copy)


# reading one file


def test_yes_and_no_are_words_and_true_is_not(tmp_path):
    path = tmp_path / "words.yaml"
    path.write_text("yes: Sí\nno: No\non: 1\nflag: true\n", encoding="utf-8")

    assert read_yaml(path) == {"yes": "Sí", "no": "No", "on": 1, "flag": True}


def test_a_passage_has_front_matter_and_a_body(tmp_path):
    path = tmp_path / "imr.md"
    path.write_text("---\ntitle: Ask\nsources: [LAB]\n---\n\nOne.\n\nTwo.\n", encoding="utf-8")

    assert read_passage(path) == ({"title": "Ask", "sources": ["LAB"]}, "One.\n\nTwo.")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"no front matter", "passage.md: no front matter"),
        (b"---\n- a\n---\nbody", "passage.md: the front matter is not a list of keys"),
        (b"---\ntitle: a\ntitle: b\n---\nbody", "the key 'title' stands twice"),
        (b"---\ntitle: \xff\n---\nbody", "not plain UTF-8 text"),
    ],
)
def test_a_broken_passage_says_what_is_wrong(text, said, tmp_path):
    path = tmp_path / "passage.md"
    path.write_bytes(text)

    with pytest.raises(ContentError) as error:
        read_passage(path)
    assert said in str(error.value)
