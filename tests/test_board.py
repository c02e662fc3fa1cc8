"""The board of a clinic: who comes first, what is missing, what leaves as a table, and what never does."""

import csv
import io
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qme_guide.board import EXAM_DAY, FLAGS, MISSING, ROADS, initials, row, rows
from qme_guide.case import Case, Exam, Helper, Letter, Panel, Report, Triage, Worker
from qme_guide.law import load_law
from qme_guide.rules import imr
from qme_guide.tables.board import COLUMNS, Wanted, filtered, frame, tally, to_csv
from qme_guide.tasks import AWAY, EXAM, FIRST, LETTER, PANEL, REPORT
from qme_guide.words import LANGUAGES, load_words
from tests.any_case import cases
from tests.personas import BOOKED, CLAIM_DENIED, EVERYBODY, EXAM_SOON, FARM_WORKER, LATE_DRUG, NEWCOMER, NO_FORM, PANEL_WAIT, REPRESENTED, SENT, TODAY

LAW = load_law()
SIX = {"a1": FARM_WORKER, "b2": LATE_DRUG, "c3": EXAM_SOON, "d4": CLAIM_DENIED, "e5": BOOKED, "f6": NEWCOMER}
CASES = tuple(case.model_copy(update={"key": key}) for key, case in SIX.items())
ROWS = rows(CASES, LAW, TODAY)


def test_who_is_short_of_days_comes_first_whom_nobody_asked_stands_with_today_and_who_has_no_date_is_last():
    assert [one.key for one in ROWS] == ["b2", "f6", "a1", "c3", "e5", "d4"]
    assert [one.left for one in ROWS[:4]] == [-12, None, 4, 9]
    nothing_runs = Case(key="00", triage=REPRESENTED.triage)
    assert rows((nothing_runs, *CASES), LAW, TODAY)[-1].key == "00"


def test_a_paper_without_its_day_stands_with_today_for_its_days_may_run():
    undated = Case(key="00", letters=(Letter(id="letter-1", drug="no"),))
    found = rows((*CASES, undated), LAW, TODAY)
    assert [one.key for one in found[:4]] == ["b2", "00", "f6", "a1"] and found[1].undated
    assert row(Case(reports=(Report(id="report-1", author="Dr. Sample"),)), LAW, TODAY).undated
    assert not any(one.undated for one in ROWS)
    unsure = FARM_WORKER.answers({f"letters.0.{name}": "unsure" for name in ("printed_on", "served_on", "postmarked_on", "received_on")})
    assert row(unsure, LAW, TODAY).undated


def test_a_letter_without_a_date_of_its_own_is_never_behind_a_date_that_is_far_away():
    unread = Case(triage=FARM_WORKER.triage)
    other_year = [FARM_WORKER.answers({"letters.0.printed_on": day, "letters.0.postmarked_on": None, "letters.0.received_on": None}) for day in ("1990-05-01", "2062-05-01")]
    panel = Case(panels=(Panel(id="panel-1", number="SAMPLE-9", received_on=TODAY),))
    for case in (unread, *other_year, panel):
        assert row(case, LAW, TODAY).undated and row(case, LAW, TODAY).urgency < row(FARM_WORKER, LAW, TODAY).urgency
    assert row(NEWCOMER, LAW, TODAY).unknown and row(unread, LAW, TODAY).unknown and not row(FARM_WORKER, LAW, TODAY).unknown
    for case in (FARM_WORKER, SENT, NEWCOMER, BOOKED, Case(panels=(Panel(id="panel-1"),)), Case(triage=REPRESENTED.triage)):
        assert not row(case, LAW, TODAY).undated


@pytest.mark.parametrize("injured_on", ["2023-05-01", "2019-05-01"])
def test_the_years_of_a_claim_that_runs_never_hide_the_date_of_a_letter(injured_on):
    found = row(FARM_WORKER.answers({"claim.injured_on": injured_on}), LAW, TODAY)
    assert (found.rule, found.left) == ("imr-request-30", 4) and "statute_near" in found.flags
    assert row(SENT.answers({"claim.injured_on": injured_on}), LAW, TODAY).day in (None, date(2028, 5, 1))
    denied = row(CLAIM_DENIED.answers({"claim.injured_on": injured_on}), LAW, TODAY)
    assert denied.rule == "case-open-1y" and denied.left < 0, "there the year to open a case is what it is about"


def test_an_exam_ahead_is_a_day_to_act_on_and_one_that_was_is_not():
    found = row(EXAM_SOON, LAW, TODAY)
    assert (found.day, found.rule, found.about) == (EXAM_SOON.exams[0].on, EXAM_DAY, "exam-1")
    assert row(EXAM_SOON, LAW, TODAY + timedelta(days=10)).rule != EXAM_DAY
    assert row(Case(exams=(Exam(id="exam-1", on=TODAY),)), LAW, TODAY).left == 0


@pytest.mark.parametrize(("person", "step", "road", "missing"), [
    ("newcomer", "triage", "first", ("first_questions",)),
    ("farm-worker", "form", "letter", ("form_paper", "decision_paper")),
    ("no-form", "form", "letter", ("form_asked", "decision_paper")),
    ("many", "denial", "letter", ("how_served", "letter_questions", "form_enclosed")),
    ("claim-denied", "call", "away", ()),
    ("objector", "objection", "panel", ()),
])  # fmt: skip
def test_a_row_names_the_next_step_and_what_it_lacks(person, step, road, missing):
    found = row(EVERYBODY[person], LAW, TODAY)
    assert (found.step, found.road, found.missing) == (step, road, missing)


def test_papers_that_lie_there_are_not_missing_and_names_that_are_not_told_are():
    assert row(FARM_WORKER, LAW, TODAY, {"form.letter-1", "decision.letter-1"}).missing == ()
    bare = FARM_WORKER.answers({"worker.name": None, "claim.number": None})
    assert row(bare, LAW, TODAY, {"form.letter-1", "decision.letter-2"}).missing == ("name", "claim_number", "decision_paper")
    held = {"a1": {"form.letter-1", "decision.letter-1"}}
    assert {one.key: one.missing for one in rows(CASES, LAW, TODAY, held)}["a1"] == ()


def test_an_urgent_request_and_another_signer_each_need_a_paper():
    case = FARM_WORKER.answers({"letters.0.urgent": "yes", "letters.0.signer": "other"})
    assert set(row(case, LAW, TODAY, {"form.letter-1", "decision.letter-1"}).missing) == {"designation_paper", "certification_paper"}


def test_every_person_has_only_known_keys_and_minutes_that_are_no_less_than_nothing():
    for case in EVERYBODY.values():
        found = row(case, LAW, TODAY)
        assert set(found.missing) <= set(MISSING) and set(found.flags) <= set(FLAGS) and found.road in ROADS and found.minutes >= 0


def test_minutes_are_for_what_can_be_done_now():
    minutes = LAW.practice.clinic.minutes
    assert {task.name for tasks in (FIRST, AWAY, LETTER, PANEL, EXAM, REPORT) for task in tasks} >= set(minutes)
    assert row(FARM_WORKER, LAW, TODAY).minutes == minutes["form"] + minutes["send"] + minutes["doctor"]
    assert row(SENT, LAW, TODAY).minutes == row(PANEL_WAIT, LAW, TODAY).minutes == 0
    assert row(BOOKED, LAW, TODAY).minutes == minutes["timeline"] + minutes["function"], "the evening is for the day of the exam"


@pytest.mark.parametrize(("flag", "case"), [
    ("represented", REPRESENTED), ("claim_denied", CLAIM_DENIED), ("past", LATE_DRUG), ("on_hold", NO_FORM), ("statute_near", EXAM_SOON),
    ("danger", Case(triage=Triage(danger="unsure"))), ("minor", Case(triage=Triage(exits=("minor",)))), ("death", Case(triage=Triage(exits=("death",)))),
    ("other_system", Case(triage=Triage(exits=("union",)))), ("not_agreed", Case(helper=Helper(helping="yes"))),
    ("named_early", FARM_WORKER.answers({"letters.0.signer": "other", "letters.0.designated_on": "2026-10-30"})),
])  # fmt: skip
def test_a_flag_stands_where_the_answers_say_so_and_only_there(flag, case):
    assert flag in row(case, LAW, TODAY).flags
    assert flag not in row(FARM_WORKER, LAW, TODAY).flags


def test_nothing_is_flagged_that_was_not_said():
    assert row(NEWCOMER, LAW, TODAY).flags == () and row(FARM_WORKER, LAW, TODAY).flags == ()
    assert "not_agreed" not in row(Case(helper=Helper(helping="yes", agreed="yes")), LAW, TODAY).flags
    later = FARM_WORKER.answers({"letters.0.signer": "other", "letters.0.designated_on": "2026-10-31"})
    assert "named_early" not in row(later, LAW, TODAY).flags


def test_a_request_counts_as_in_time_by_the_day_it_went():
    assert (row(SENT, LAW, TODAY).met, row(SENT, LAW, TODAY).late) == (1, 0)
    late = SENT.answers({"letters.0.sendings.1.on": "2026-12-07"})
    assert (row(late, LAW, TODAY).met, row(late, LAW, TODAY).late) == (0, 1)
    month = SENT.answers({"letters.0.sendings.1.on": "2026-11"})
    assert (row(month, LAW, TODAY).met, row(month, LAW, TODAY).late) == (0, 0), "a month is no day"


@pytest.mark.parametrize(("name", "short"), [("Ana Ruiz-Paz", "A. R."), (None, ""), ("  ñandú  ánh ", "Ñ. Á."), ("王小明", "王."), ("=1+1", ""), ("*x* O'Neil", "O.")])
def test_initials(name, short):
    assert initials(name) == short


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_has_a_line_a_client_and_words_for_every_key(language):
    words = load_words(language)
    table = frame(ROWS, words)
    assert list(table.index) == [one.key for one in ROWS] and len(table.columns) == len(COLUMNS)
    for group, keys in {"flag": FLAGS, "missing": MISSING, "road": ROADS}.items():
        assert {key.rpartition(".")[-1] for key in words.sayings if key.startswith(f"board.{group}.")} == set(keys)
    tasks = [task.name for tasks in (FIRST, AWAY, LETTER, PANEL, EXAM, REPORT) for task in tasks]
    assert all(f"road.{name}" in words.sayings for name in tasks)
    assert words.day(FARM_WORKER.letters[0].printed_on.replace(month=11, day=25)) in table.loc["a1"].to_list()
    minutes = table[words.say("board.column.minutes")]
    assert minutes["a1"] == "25" and minutes["c3"] == "", "a step whose work nobody can estimate does not take no time"


@pytest.mark.parametrize(("wanted", "keys"), [
    (Wanted(), ["b2", "f6", "a1", "c3", "e5", "d4"]), (Wanted(within=4), ["b2", "f6", "a1"]), (Wanted(flag="claim_denied"), ["d4"]), (Wanted(road="exam"), ["c3", "e5"]),
    (Wanted(language=""), ["b2", "f6", "a1", "c3", "e5", "d4"]), (Wanted(language="es"), []), (Wanted(lacking=True), ["b2", "f6", "a1"]),
])  # fmt: skip
def test_the_board_can_be_filtered(wanted, keys):
    assert [one.key for one in filtered(ROWS, wanted)] == keys


MEDICAL = ("shoulder", "therapy", "Physical", "Dr.", "SAMPLE-", "back", "Example", "Street")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("names", [False, True])
def test_the_csv_file_holds_no_medical_detail_and_a_name_only_where_asked(language, names):
    told = to_csv(ROWS, load_words(language), names).decode("utf-8-sig")
    assert not [word for word in MEDICAL if word in told]
    assert ("Sample Worker" in told) == names and "S. W." not in told
    assert not [key for key in SIX if f'"{key}"' in told]
    lines = list(csv.reader(io.StringIO(told)))
    assert len(lines) == len(ROWS) + 1 and {len(line) for line in lines} == {len(COLUMNS)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_the_csv_file_a_number_below_zero_stays_a_number_and_no_medicine_is_told(language):
    words = load_words(language)
    lines = list(csv.DictReader(io.StringIO(to_csv(ROWS, words).decode("utf-8-sig"))))
    left, what = (words.say(f"board.column.{name}") for name in ("left", "what"))
    assert [line[left] for line in lines] == ["" if one.left is None else str(one.left) for one in ROWS] and lines[0][left] == "-12"
    drug, plain = (words.clock(rule, "title") for rule in (imr.DRUG, imr.ORDINARY))
    assert ROWS[0].rule == imr.DRUG and drug != plain
    assert [line[what] for line in lines[:3]] == [plain, "", plain] and drug in frame(ROWS, words).loc["b2"].to_list()


@pytest.mark.parametrize("name", ["=HYPERLINK(1)", "+1", "-1", "@a", "\t=1", "\r=1", "x;=1", "a\n=cmd|' /C calc'!A0"])
def test_a_name_that_is_a_formula_does_not_run(name):
    told = to_csv(rows((Case(worker=Worker(name=name)),), LAW, TODAY), load_words("en"), names=True).decode("utf-8-sig")
    cell = list(csv.reader(io.StringIO(told)))[1][0]
    assert cell[:1] not in "=+-@\t\r" and not [piece for piece in cell.replace("\t", ";").replace("\n", ";").split(";") if piece.strip()[:1] in ("=", "+", "-", "@")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tally_counts_and_names_nobody(language):
    words = load_words(language)
    found = tally(ROWS, words)
    told = found.to_string()
    assert not [word for word in (*MEDICAL, "Sample", "2026", *SIX) if word in told]
    group, what, count = found.columns
    assert found[found[group] == words.say("board.tally.all")][count].to_list() == [len(ROWS)]
    for one in ("road", "language", "dates"):
        assert found[found[group] == words.say(f"board.tally.{one}")][count].sum() == len(ROWS)
    assert tally((), words)[count].sum() == 0


def test_a_row_does_not_show_the_name_where_it_is_printed_by_mistake():
    assert "Sample Worker" not in repr(row(FARM_WORKER, LAW, TODAY))


@settings(max_examples=10, deadline=None)
@given(st.permutations(CASES))
def test_the_order_does_not_hang_on_the_order_in_which_files_were_opened(opened):
    assert [one.key for one in rows(opened, LAW, TODAY)] == [one.key for one in ROWS]


@settings(max_examples=15, deadline=None)
@given(cases())
def test_any_case_has_a_row_with_known_keys_and_any_table_is_whole(case):
    found = rows((case, FARM_WORKER), LAW, TODAY)
    for one in found:
        assert set(one.missing) <= set(MISSING) and set(one.flags) <= set(FLAGS) and one.road in ROADS
        assert one.minutes >= 0 and (one.day is None) == (one.left is None) == (not one.rule)
    told = to_csv(found, load_words("es"), names=True).decode("utf-8-sig")
    assert [len(line) for line in csv.reader(io.StringIO(told))] == [len(COLUMNS)] * 3
