"""Two files of one person: nothing is lost, nothing is mixed up, and another person's case stays out unless told."""

from datetime import date
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qme_guide import aligned, alike, merge
from qme_guide.answers import Part
from qme_guide.case import Ability, Call, Case, Claim, Event, Exam, Function, Job, JobTask, Letter, Panel, PanelDoctor, Record, Report, ReportError, Review, Sending, Treatment, Worker
from qme_guide.merge import Difference, OtherPerson, compare, merged
from qme_guide.rules import exam
from tests import any_case
from tests.full_case import full
from tests.personas import EVERYBODY, SENT, TWO_TRACKS

HERE = TWO_TRACKS.model_copy(update={"key": "aa"})


def of(key: str, **answers: object) -> Case:
    return Case.model_validate({"key": key, **answers})


def letter(number: int, day: int, name: str, **more: object) -> Letter:
    return Letter(id=f"letter-{number}", printed_on=date(2026, 10, day), treatments=(Treatment(name=name),), **more)


@pytest.mark.parametrize("name", EVERYBODY)
@pytest.mark.parametrize("key", ["aa", "bb"])
def test_a_case_with_itself_is_itself(name, key):
    mine, theirs = (EVERYBODY[name].model_copy(update={"key": one}) for one in ("aa", key))
    found = compare(mine, theirs)
    assert not (found.only_mine or found.only_theirs or found.different) and found.kin == (key == "aa")
    assert merged(mine, theirs, "mine") == merged(mine, theirs, "theirs") == mine


def test_what_only_the_file_has_comes_in_and_what_only_this_has_stays():
    older = HERE
    newer = HERE.answers({"worker.phone": None, "worker.name": None, "doctor.fax": "000-1", "letters.0.sendings": SENT.letters[0].sendings})
    found = compare(older, newer)
    assert found.only_theirs == ("doctor.fax", "letters.0.sendings.0", "letters.0.sendings.1", "letters.0.sendings.2")
    assert found.only_mine == ("worker.name", "worker.phone") and found.different == ()
    both = merged(older, newer, "mine")
    assert both.worker == HERE.worker and both.doctor.fax == "000-1" and both.letters[0].sendings == SENT.letters[0].sendings


def test_what_both_answer_differently_is_told_by_its_path_and_follows_the_choice():
    other = HERE.answers({"letters.0.received_on": "2026-11-04", "letters.0.drug": "unsure", "claim.injured_on": "2026-03"})
    assert compare(HERE, other).different == (
        Difference("claim.injured_on", date(2026, 3, 16), "2026-03"),
        Difference("letters.0.received_on", date(2026, 11, 3), date(2026, 11, 4)),
        Difference("letters.0.drug", "no", "unsure"),
    )
    assert merged(HERE, other, "mine") == HERE
    assert merged(HERE, other, "theirs") == other


def test_none_of_these_is_an_answer_and_no_answer_is_none():
    none_of_these, silent = of("aa", triage={"exits": []}), of("aa")
    assert merged(silent, none_of_these, "mine").triage.exits == ()
    assert merged(none_of_these, silent, "theirs").triage.exits == ()


def test_two_letters_that_got_the_same_number_on_two_devices_stay_two():
    mine = of("aa", letters=[letter(1, 1, "MRI"), letter(2, 8, "Physical therapy", drug="no", urgent="no")])
    theirs = of("aa", letters=[letter(1, 1, "MRI"), letter(2, 20, "Surgery", drug="no", urgent="no")])
    both = merged(mine, theirs, "theirs")
    assert [(one.id, one.printed_on.day, one.treatments[0].name) for one in both.letters] == [
        ("letter-1", 1, "MRI"), ("letter-2", 8, "Physical therapy"), ("letter-3", 20, "Surgery"),
    ]  # fmt: skip
    assert merge.renamed(mine, theirs) == {"letter-1": "letter-1", "letter-2": "letter-3"}
    assert compare(mine, theirs).only_theirs == ("letters.2",) and compare(mine, theirs).only_mine == ("letters.1",)


COLLIDED = {
    "letters.0.sendings": ({"id": "sending-1", "on": "2026-11-20", "how": "fax"}, {"id": "sending-1", "on": "2026-11-22", "how": "mail"}),
    "sendings": ({"id": "sending-1", "to": "claims_administrator", "on": "2026-11-20", "wrote": "claim-file"}, {"id": "sending-1", "to": "claims_administrator", "on": "2026-11-22", "wrote": "form-missing"}),
    "records": ({"id": "record-1", "kind": "report", "holder_name": "Dr. Sample", "dated_on": "2026-05-01"}, {"id": "record-1", "kind": "report", "holder_name": "Dr. Sample", "dated_on": "2026-06-01"}),
    "reports": ({"id": "report-1", "author": "Dr. Sample", "printed_on": "2026-05-01"}, {"id": "report-1", "author": "Dr. Sample", "printed_on": "2026-06-01"}),
}


@pytest.mark.parametrize("path", COLLIDED)
def test_lines_that_share_only_what_most_lines_share_stay_two_although_they_got_the_same_number(path):
    base = of("aa", letters=[letter(1, 1, "MRI")])
    mine, theirs = (base.answers({path: [line]}) for line in COLLIDED[path])
    both = merged(mine, theirs, "mine")
    assert len(both.answer(path)) == 2 and not compare(mine, theirs).different
    filled = {"number": "1"} if path.endswith("sendings") else {"about": "back"} if path == "records" else {"pages": "9"}
    again = base.answers({path: [COLLIDED[path][0] | filled]})
    assert len(merged(mine, again, "mine").answer(path)) == 1, "the same line with one more answer is still one"


def test_a_letter_whose_date_was_put_right_is_still_the_same_letter():
    mine, theirs = of("aa", letters=[letter(1, 1, "MRI")]), of("aa", letters=[letter(1, 2, "M.R.I."), letter(2, 2, "Therapy")])
    theirs = theirs.answers({"letters.0.treatments.0.name": "mri"})
    assert [one.path for one in compare(mine, theirs).different] == ["letters.0.printed_on", "letters.0.treatments.0.name"]
    assert [len(one.treatments) for one in merged(mine, theirs, "mine").letters] == [1, 1]


def test_a_treatment_is_told_by_its_name():
    mine = of("aa", letters=[{"id": "letter-1", "printed_on": "2026-10-01", "treatments": [{"name": "MRI"}, {"name": "Surgery", "drug": "no"}]}])
    theirs = of("aa", letters=[{"id": "letter-1", "printed_on": "2026-10-01", "treatments": [{"name": "Therapy"}, {"name": "surgery", "decision": "denied"}]}])
    names = [(one.name, one.drug, one.decision) for one in merged(mine, theirs, "mine").letters[0].treatments]
    assert names == [("MRI", None, None), ("Surgery", "no", "denied"), ("Therapy", None, None)]


CORRECTED = {
    "a letter wrong": ("Fisioterapa, 8 sesiones", "Fisioterapia, 8 sesiones"),
    "another way to write it": ("M.R.I.", "MRI"),
    "more words": ("MRI", "MRI of the lumbar spine"),
    "fewer words": ("Physical therapy for the right shoulder, 8 visits", "Physical therapy, 8 visits"),
    "words in another order": ("lumbar MRI", "MRI, lumbar"),
}


@pytest.mark.parametrize("which", CORRECTED)
@pytest.mark.parametrize("prefer", ["mine", "theirs"])
def test_a_treatment_whose_name_was_put_right_stands_once_and_its_name_follows_the_choice(which, prefer):
    names = CORRECTED[which]
    mine, theirs = (
        of("aa", letters=[{"id": "letter-1", "treatments": [{"name": "Surgery"}, {"name": name, "body_part": "back", **more}]}])
        for name, more in zip(names, ({"decision": "denied"}, {"drug": "no"}), strict=True)
    )
    both, found = merged(mine, theirs, prefer), compare(mine, theirs)
    assert [one.name for one in both.letters[0].treatments] == ["Surgery", names[prefer == "theirs"]]
    assert (both.letters[0].treatments[1].decision, both.letters[0].treatments[1].drug) == ("denied", "no")
    assert found.different == (Difference("letters.0.treatments.1.name", *names),)


OTHERS = {
    "the other side": ("MRI of the left knee", "MRI of the right knee"),
    "another number": ("Injection at L4", "Injection at L5"),
    "another part": ("Anterior brace", "Posterior brace"),
    "another thing": ("Physical therapy", "Surgery"),
}


@pytest.mark.parametrize("which", OTHERS)
def test_two_treatments_that_are_only_a_little_alike_stay_two(which):
    mine, theirs = (of("aa", letters=[letter(1, 1, name)]) for name in OTHERS[which])
    assert {one.name for one in merged(mine, theirs, "mine").letters[0].treatments} == set(OTHERS[which])


def test_of_two_treatments_one_takes_the_corrected_name_and_the_other_stays():
    mine = of("aa", letters=[letter(1, 1, "MRI")])
    theirs = mine.answers({"letters.0.treatments": [{"name": "MRI of the knee"}, {"name": "MRI of the hip"}]})
    both = merged(mine, theirs, "mine")
    assert [one.name for one in both.letters[0].treatments] == ["MRI", "MRI of the hip"]
    assert merged(both, theirs, "mine") == both


PUT_RIGHT = {
    "letters": ({"treatments": [{"name": "Fisioterapa"}]}, {"treatments": [{"name": "Fisioterapia"}]}),
    "reports": ({"author": "Dr. Sampel"}, {"author": "Dr. Sample"}),
    "events": ({"what": "Fel at work"}, {"what": "Fell at work"}),
    "exams": ({"place": "12 Sample Stret"}, {"place": "12 Sample Street"}),
    "records": ({"about": "back"}, {"about": "Back and neck"}),
    "panels.0.doctors": ({"name": "Dr. Sampel"}, {"name": "Dr. Sample"}),
    "panels.0.calls": ({"said": "Call agan"}, {"said": "Call again"}),
    "reports.0.findings": ({"says": "Pain is gone"}, {"says": "The pain is gone"}),
    "reports.0.errors": ({"true": "It was 2024, not 2025"}, {"true": "it was 2024 not 2025"}),
    "function.job.tasks": ({"what": "Lifing boxes"}, {"what": "Lifting boxes"}),
    "letters.0.sendings": ({"number": "fax 12"}, {"number": "Fax-12"}),
}


@pytest.mark.parametrize("path", PUT_RIGHT)
def test_a_line_whose_words_were_put_right_is_still_one_line_and_everything_that_names_it_names_it(path):
    base = of("aa", letters=[letter(1, 1, "MRI")], panels=[Panel(id="panel-1")], reports=[Report(id="report-1")])
    base = base.answers({path: []}) if "." not in path else base
    mine, theirs = (base.answers({path: [{"id": "one", **said}]}) for said in PUT_RIGHT[path])
    found = compare(mine, theirs)
    assert merged(mine, theirs, "mine") == mine and merged(mine, theirs, "theirs") == theirs
    assert len(found.different) == 1 and not found.only_mine and not found.only_theirs
    assert merge.renamed(mine, theirs) == merge.renamed(mine, mine)


def test_an_appointment_that_was_moved_to_another_day_is_still_one_and_another_doctor_s_is_another():
    mine, moved, other = (of("aa", exams=[Exam(id="exam-1", on=on, doctor=doctor)]) for on, doctor in (("2027-01-05", "Dr. Sample"), ("2027-02-09", "Dr. Sample"), ("2027-02-09", "Dr. Other")))
    assert merged(mine, moved, "theirs") == moved and [one.path for one in compare(mine, moved).different] == ["exams.0.on"]
    assert len(merged(mine, other, "theirs").exams) == 2


STRANGER = of(
    "bb",
    records=[Record(id="record-1", kind="imaging", dated_on="2026-05-05"), Record(id="record-2", kind="rfa", holder_name="Dr. Sample", dated_on="2026-10-20")],
    letters=[letter(1, 25, "Surgery", sendings=(Sending(id="sending-1", papers=("record-1", "record-2")),), review=Review(listed=("record-2", "record-1")))],
    reports=[Report(id="report-1", author="Dr. Sample Two", exam="exam-1", listed=("record-1",), errors=(ReportError(id="error-1", proof=("record-1",)),))],
    panels=[
        Panel(
            id="panel-1", number="SAMPLE-9", doctors=(PanelDoctor(id="doctor-1", name="Dr. Sample Three"), PanelDoctor(id="doctor-2", name="Dr. Sample Four")),
            calls=(Call(id="call-1", doctor="doctor-1"),), chosen="doctor-2", sendings=(Sending(id="sending-1", doctor="doctor-1"),),
        )
    ],
    exams=[Exam(id="exam-1", on="2027-02-02", panel="panel-1", doctor="doctor-2", for_qme=("record-1",)), Exam(id="exam-2", doctor="Dr. Sample Five")],
    events=[Event(id="event-1", what="Fell", record="record-1"), Event(id="event-2", what="Saw the doctor", beside="event-1")],
    function=Function(job=Job(tasks=(JobTask(id="task-1", what="Lifting"),)), abilities=(Ability(id="ability-1", what="lift", task="task-1"),)),
)  # fmt: skip
MINE = of(
    "aa",
    records=[Record(id="record-1", kind="rfa", dated_on="2026-10-20", holder_name="Dr. Sample")],
    letters=[letter(1, 1, "MRI")],
    reports=[Report(id="report-1", author="Dr. Sample", printed_on="2026-11-01")],
    panels=[Panel(id="panel-1", number="sample 9", issued_on="2026-11-16", doctors=(PanelDoctor(id="doctor-1", name="Dr. Other"),)), Panel(id="panel-2", number="SAMPLE-8")],
    exams=[Exam(id="exam-1", on="2027-01-29", doctor="Dr. Other")],
    events=[Event(id="event-1", what="Pain began", on="2026-03")],
    function=Function(job=Job(tasks=(JobTask(id="task-1", what="Driving"),)), abilities=(Ability(id="ability-1", what="drive", task="task-1"),)),
)  # fmt: skip


def test_lines_of_another_lineage_get_new_ids_and_everything_that_names_them_follows():
    both = merged(MINE, STRANGER, "mine")
    assert [one.id for one in both.records] == ["record-1", "record-2"], "the same request for treatment is on both lists"
    assert [(one.kind, one.id) for one in both.records] == [("rfa", "record-1"), ("imaging", "record-2")]
    new = both.letters[1]
    assert new.id == "letter-2" and new.sendings[0].papers == ("record-2", "record-1") and new.review.listed == ("record-1", "record-2")
    assert (both.reports[1].id, both.reports[1].exam, both.reports[1].listed, both.reports[1].errors[0].proof) == ("report-2", "exam-3", ("record-2",), ("record-2",))
    panel = both.panels[2]
    assert (panel.id, panel.chosen, panel.calls[0].doctor, panel.sendings[0].doctor) == ("panel-3", "doctor-2", "doctor-1", "doctor-1")
    assert [(one.id, one.panel, one.doctor, one.for_qme) for one in both.exams[1:]] == [("exam-3", "panel-3", "doctor-2", ("record-2",)), ("exam-2", "panel-3", "Dr. Sample Five", ())]
    assert [(one.id, one.record, one.beside) for one in both.events[1:]] == [("event-3", "record-2", None), ("event-2", None, "event-3")]
    assert [(one.id, one.what) for one in both.function.job.tasks] == [("task-1", "Driving"), ("task-2", "Lifting")]
    assert [(one.what, one.task) for one in both.function.abilities] == [("drive", "task-1"), ("lift", "task-2")]


def test_ids_of_other_programs_that_are_alike_in_different_lists_are_kept_apart():
    mine = of("aa", records=[Record(id="1", kind="rfa", about="mine")], function={"job": {"tasks": [{"id": "1", "what": "Driving"}]}})
    theirs = of(
        "bb",
        records=[Record(id="1", kind="imaging", about="theirs")],
        panels=[Panel(id="2", number="SAMPLE-9", doctors=(PanelDoctor(id="1", name="Dr. Sample"),), chosen="1", calls=(Call(id="1", doctor="1"),), sendings=(Sending(id="1", doctor="1", papers=("1",)),))],
        function={"job": {"tasks": [{"id": "1", "what": "Lifting"}]}, "abilities": [{"id": "1", "what": "lift", "task": "1"}]},
    )  # fmt: skip
    both = merged(mine, theirs, "mine")
    (panel,), (line,) = both.panels, both.panels[0].sendings
    assert [(one.id, one.about) for one in both.records] == [("1", "mine"), ("record-1", "theirs")]
    assert (panel.chosen, panel.calls[0].doctor, line.doctor, line.papers, panel.doctors[0].id) == ("1", "1", "1", ("record-1",), "1")
    assert [(one.id, one.what) for one in both.function.job.tasks] == [("1", "Driving"), ("task-1", "Lifting")] and both.function.abilities[0].task == "task-1"


def test_an_exam_of_the_only_panel_stays_its_exam_when_another_panel_comes_in():
    mine, theirs = (
        of(key, panels=[Panel(id="panel-1", number=number, issued_on=day, doctors=(PanelDoctor(id="doctor-1", name=name),))], exams=[Exam(id="exam-1", on=on, doctor="doctor-1")])
        for key, number, day, name, on in (("aa", "1", "2026-01-02", "Dr. Sample One", "2026-03-01"), ("bb", "2", "2026-09-01", "Dr. Sample Two", "2027-03-01"))
    )
    both = merged(mine, theirs, "mine")
    assert [exam.doctor_name(both, one) for one in both.exams] == ["Dr. Sample One", "Dr. Sample Two"]
    assert merged(both, theirs, "mine") == merged(both, mine, "theirs") == both


@pytest.mark.parametrize("key", ["aa", "bb"])
def test_two_lines_of_the_log_of_the_case_that_got_the_same_number_stay_two(key):
    mine, theirs = (of(one, sendings=[Sending(id="sending-1", to=to, on=on)]) for one, to, on in (("aa", "deu", "2026-10-01"), (key, "other", "2026-11-01")))
    assert [(one.id, one.to) for one in merged(mine, theirs, "theirs").sendings] == [("sending-1", "deu"), ("sending-2", "other")]


def test_a_name_of_nothing_never_becomes_the_name_of_something_here():
    mine = of("aa", records=[Record(id="record-1", kind="rfa", about="mine")])
    theirs = of("bb", events=[Event(id="event-1", what="Fell", record="record-1")], exams=[Exam(id="exam-1", for_qme=("record-1", "record-7"))])
    both = merged(mine, theirs, "mine")
    assert both.events[0].record is None and both.exams[0].for_qme == ("record-7",)


def test_doctors_of_the_same_panel_are_put_together_and_calls_follow():
    mine = of("aa", panels=[Panel(id="panel-1", number="SAMPLE-9", issued_on="2026-11-16", doctors=(PanelDoctor(id="doctor-1", name="Dr. Sample Four", phone="1"), PanelDoctor(id="doctor-2", name="Dr. Sample Six")))])
    theirs = STRANGER.answers({"panels.0.issued_on": "2026-11-16", "panels.0.doctors.1.phone": "1"})
    both = merged(mine, theirs, "mine")
    (panel,) = both.panels
    assert [(one.id, one.name) for one in panel.doctors] == [("doctor-1", "Dr. Sample Four"), ("doctor-2", "Dr. Sample Six"), ("doctor-3", "Dr. Sample Three")]
    assert (panel.chosen, panel.calls[0].doctor, panel.sendings[0].doctor, both.exams[0].doctor) == ("doctor-1", "doctor-3", "doctor-3", "doctor-1")


def test_the_key_stays_so_that_calendar_entries_stay_the_same():
    assert merged(MINE, STRANGER, "theirs").key == "aa"


# The same person?

PEOPLE = {
    ("Sample Worker", "Sample Worker"): "same",
    ("María José Ñáñez", "maria  jose nanez"): "same",
    ("María Ñáñez de la Peña", "María Ñáñez"): "same",
    ("Worker, Sample", "Sample Worker"): "same",
    ("Juan Sample", "Pedro Sample"): "other",
    ("Sample Worker", ""): "unknown",
}


@pytest.mark.parametrize(("mine", "theirs"), PEOPLE)
def test_names_tell_whether_it_is_the_same_person(mine, theirs):
    assert compare(of("aa", worker={"name": mine}), of("bb", worker={"name": theirs})).person == PEOPLE[mine, theirs]


def person(mine: Case, theirs: Case) -> str:
    return compare(mine, theirs).person


def test_another_claim_or_another_birth_date_is_asked_about_too():
    name = Worker(name="Sample Worker")
    assert person(of("aa", worker=name, claim=Claim(number="SAMPLE-001")), of("bb", worker=name, claim=Claim(number="sample 001"))) == "same"
    assert person(of("aa", worker=name, claim=Claim(number="SAMPLE-001")), of("bb", worker=name, claim=Claim(number="SAMPLE-002"))) == "other"
    assert person(of("aa", worker={"name": "A B", "born_on": "1980-01-01"}), of("bb", worker={"name": "A B", "born_on": "1981-01-01"})) == "other"


def test_a_copy_of_one_case_is_the_same_person_unless_it_has_another_name():
    assert person(of("aa", claim=Claim(number="1")), of("aa", claim=Claim(number="2"))) == "same"
    assert person(of("aa", worker=Worker(name="Sample Worker")), of("aa", worker=Worker(name="Other Person"))) == "other"
    assert person(of("", worker=Worker(phone="1")), of("", worker=Worker(phone="1"))) == "unknown", "two cases without a key are no kin"


def test_the_example_is_never_mixed_with_a_real_case():
    assert person(HERE, HERE.model_copy(update={"sample": True})) == "other"


def test_another_person_is_refused_unless_told():
    other = HERE.answers({"worker.name": "Other Person", "key": "bb"})
    with pytest.raises(OtherPerson):
        merged(HERE, other, "mine")
    assert merged(HERE, other, "mine", although_other=True).worker.name == HERE.worker.name


# Any two cases


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Case, Case]:
    one, other = draw(any_case.cases()), draw(any_case.cases())
    return one, other.model_copy(update={"key": draw(st.sampled_from([one.key, "cc"]))})


def said(part: Part) -> set[str]:
    """Every text and day that somebody gave, wherever it stands."""
    found: set[str] = set()
    for name, value in part:
        for one in value if isinstance(value, tuple) else (value,):
            found |= said(one) if isinstance(one, Part) else set() if name in ("key", "sample") or alike.names_a_line(type(part), name) else {f"{name} {one}"}
    return {one for one in found if not one.startswith("id ")}


def nothing_is_lost(mine: Case, theirs: Case) -> None:
    """Both cases stand in the merged one, but what was decided against; the same file once more brings nothing new."""
    both, found = merged(mine, theirs, "mine", although_other=True), compare(mine, theirs)
    against = {f"{one.path.rpartition('.')[-1]} {value}" for one in found.different for value in (one.theirs if isinstance(one.theirs, tuple) else (one.theirs,))}
    # A field that was opened and left empty, or holds what it holds untouched, is no answer.
    empty = {f"{name} {value}" for name in chain(*(model.model_fields for model in models())) for value in ("", "None", "reviewer")}
    assert said(mine) - empty <= said(both) and said(theirs) - against - empty <= said(both)
    assert merged(both, theirs, "mine", although_other=True) == both
    assert all(both.answer(path) is not None for path in (*found.only_theirs, *found.only_mine, *(one.path for one in found.different)))


@settings(max_examples=15)
@given(pairs())
def test_any_two_cases_make_a_case_that_loses_nothing_but_what_was_decided_against(two):
    nothing_is_lost(*two)


@pytest.mark.slow
@settings(max_examples=600)
@given(pairs())
def test_any_two_cases_make_a_case_that_loses_nothing_many_times(two):
    nothing_is_lost(*two)


def models(model: type[Part] = Part) -> list[type[Part]]:
    return [one for sub in model.__subclasses__() for one in (sub, *models(sub))]


def test_every_list_with_ids_is_known_to_the_merge():
    ids = {name for model in models() for name, field in model.model_fields.items() for line in models() if "id" in line.model_fields and line in getattr(field.annotation, "__args__", ())}
    assert ids - {"practice", "looked", "files"} == set(alike.KINDS), "tell qme_guide/alike.py by what a line of the new list is known"


def test_every_list_without_ids_is_known_to_the_merge():
    bare = {name for model in models() for name, field in model.model_fields.items() for line in models() if "id" not in line.model_fields and line in getattr(field.annotation, "__args__", ())}
    assert bare - {"order", "papers"} == set(aligned.TOLD_BY), "tell qme_guide/aligned.py by what a line of the new list is known"


def test_every_answer_that_names_a_line_is_renamed():
    case = full()
    stranger = case.model_copy(update={"key": "bb", "sample": case.sample})
    names = {"record-1": "record-x", "exam-1": "exam-x", "panel-1": "panel-x", "event-1": "event-x"}
    text = stranger.model_dump_json()
    for name, new in names.items():
        text = text.replace(f'"{name}"', f'"{new}"')
    renamed = Case.model_validate_json(text)
    assert merged(case, renamed, "theirs", although_other=True) == case


def test_hundreds_of_events_are_put_together_soon():
    events = [{"id": f"event-{at}", "what": f"Visit {at % 50}", "told_by": "Dr. Sample", "on": f"20{at % 30:02d}-01-01"} for at in range(400)]
    mine, theirs = of("aa", events=events[:300]), of("bb", events=events[100:])
    assert len(merged(mine, theirs, "mine").events) <= 600
