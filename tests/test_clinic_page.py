"""Several people in one sitting: each has a row, nothing is mixed, nothing is lost, and at the end nothing is left."""

import io
from datetime import date
from zipfile import ZipFile

import pytest
from pypdf import PdfReader
from streamlit.testing.v1 import AppTest

from pages.parts import clients, clinic_people
from pages.parts.clinic_client import Client
from qme_guide import anyfile, vault
from qme_guide.case import Case, Helper
from qme_guide.flow import page
from qme_guide.leaves import leaves
from qme_guide.savefile import Kept, Saved, dump
from qme_guide.words import HELPING, load_words
from tests.personas import EXAM_SOON, FARM_WORKER, LATE_DRUG, NEWCOMER, TODAY
from tests.sealing import quick_key  # noqa: F401
from tests.test_keep_page import LIMITS, files, pile
from tests.test_making_page import SAID, TOLD
from tests.test_pages import APP, healthy, labels, opened, press, text

ES, EN = load_words("es"), load_words("en")
PASSWORD = "one two three four"


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", TODAY.isoformat())


def named(case: Case, name: str, key: str) -> Case:
    """A persona as somebody of their own."""
    return case.model_copy(update={"key": key * 8, "worker": case.worker.model_copy(update={"name": name, "language": "es"})})


ANA, BEN, CLEO = named(FARM_WORKER, "Ana Sample", "a1"), named(LATE_DRUG, "Ben Sample", "b2"), named(EXAM_SOON, "Cleo Sample", "c3")


def held_of(at, name: str):
    """What the visit holds under a name; None when there is nothing."""
    return at.session_state[name] if name in at.session_state else None


def brought(*files: bytes, language: str = "es", case: Case | None = None):
    """The page with these files chosen at once."""
    at = opened(case, "clinic", language)
    at.file_uploader[0].set_value([(f"file-{number}.json", data, "application/json") for number, data in enumerate(files, start=1)])
    at.run()
    return at


def sitting(*cases: Case, language: str = "es"):
    return brought(*(dump(one, TODAY, "es") for one in cases), language=language)


def test_an_empty_list_that_was_loaded_again_says_that_its_people_are_gone():
    at = AppTest.from_file(APP, default_timeout=30)
    at.session_state["language"], at.session_state["place.landed"] = "es", clients.PAGE
    at = at.run().switch_page(page("clinic")).run()
    assert ES.say("clinic.gone") in text(at)
    assert ES.say("clinic.gone") not in text(opened(None, "clinic", "es"))
    at.file_uploader[0].set_value([("file-1.json", dump(ANA, TODAY, "es"), "application/json")])
    assert ES.say("clinic.gone") not in text(at.run())
    for key in ("clinic.clear", "clinic.clear_yes", "clinic.next"):
        at = at.button(key=key).click().run()
    assert ES.passages["pages/clinic_intro"].paragraphs[0] in text(at) and ES.say("clinic.gone") not in text(at)


def test_each_file_is_a_row_and_whoever_is_most_urgent_comes_first():
    at = sitting(CLEO, ANA, BEN)
    assert healthy(at)
    shown = text(at)
    assert [name for name in ("Ben Sample", "Ana Sample", "Cleo Sample")] == sorted(("Ana Sample", "Ben Sample", "Cleo Sample"), key=shown.index)
    assert ES.day(date(2026, 11, 25)) in shown


def switched(at, key: str):
    """Open somebody from the board, by the number of their row."""
    return at.button(key=f"clinic.open.{key}").click().run()


def back_to_all(at):
    return at.switch_page(page("clinic")).run()


def test_a_row_opens_its_case_and_nothing_of_another_one_is_seen():
    at = switched(sitting(ANA, BEN), "1")
    assert at.session_state["case"] == ANA
    assert "Ana Sample" in text(at) and "Ben Sample" not in text(at)
    at = switched(back_to_all(at), "2")
    assert at.session_state["case"] == BEN
    assert "Ben Sample" in text(at) and "Ana Sample" not in text(at)


def test_what_is_half_typed_and_told_comes_back_with_its_page():
    at = switched(sitting(named(FARM_WORKER.answers({"letters": ({"id": "letter-1"},)}), "Ana Sample", "a1"), BEN), "1")
    at = at.switch_page(page("denial")).run()
    at.text_input(key="q.letters.0.printed_on.day").set_value("31")
    at.text_input(key="q.letters.0.printed_on.year").set_value("26")
    at = next(one for one in at.button if one.label == ES.say("ask.continue")).click().run()
    told = text(at)
    at = switched(back_to_all(at), "2")
    assert "q.letters.0.printed_on.day" not in at.session_state
    at = at.switch_page(page("denial")).run()
    at = switched(back_to_all(at), "1")
    assert at.text_input(key="q.letters.0.printed_on.day").value == "31"
    assert at.text_input(key="q.letters.0.printed_on.year").value == "26"
    assert text(at) == told


@pytest.mark.parametrize("opened", [pytest.param("1", marks=pytest.mark.slow), "2"])
def test_what_is_half_typed_for_a_line_never_stands_in_the_field_of_another_line(opened):
    """A file of the same person, in which the first letter is gone, takes the place of the case: the second one is the first now."""
    two = named(FARM_WORKER.answers({"letters": ({"id": "letter-1"}, {"id": "letter-2"})}), "Ana Sample", "a1")
    at = switched(sitting(two, BEN), "1").switch_page(page("denial"))
    at.session_state["place.denial"] = "printed_on"
    at.run().session_state["sitting.told"] = ("denial", {"q.letters.0.printed_on.day": "31"})  # as the browser tells it
    at = switched(back_to_all(at), opened) if opened == "2" else at
    at = back_to_all(at)
    at.file_uploader[0].set_value([("ana.json", dump(two.answers({"letters": ({"id": "letter-2"},)})), "application/json")]).run()
    at = at.button(key="clinic.replace.1").click().run()
    at = switched(at, "1")
    assert at.session_state["case"].letters[0].id == "letter-2"
    assert at.text_input(key="q.letters.0.printed_on.day").value == ""


def test_answers_papers_and_places_go_along_with_their_case():
    at = switched(sitting(ANA, BEN), "1")
    at.session_state["papers"] = {"form.letter-1": ("a", "b")}
    at.session_state["place.imr"] = "check"
    at.session_state["case"] = ANA.answers({"claim.number": "SAMPLE-777"})
    at = switched(back_to_all(at.run()), "2")
    assert "papers" not in at.session_state or not at.session_state["papers"]
    assert "place.imr" not in at.session_state
    at = switched(back_to_all(at), "1")
    assert at.session_state["case"].claim.number == "SAMPLE-777"
    assert at.session_state["papers"] == {"form.letter-1": ("a", "b")} and at.session_state["place.imr"] == "check"


def test_files_that_cannot_be_opened_are_named_and_the_others_come_in():
    at = brought(b"{", dump(ANA, TODAY, "es"), b"%PDF-1.7 nothing")
    assert ES.say("errors.save_not_ours") in text(at) and ES.say("errors.save_pdf_damaged") in text(at)
    assert list(at.session_state["sitting.people"]) == [ANA.key]
    assert healthy(at)
    (said,) = [one.proto.body for one in at.get("html") if "notice stop errors" in one.proto.body]
    assert said.count("<li>") == 2, "the frame moves the focus there: the board is long"


def test_a_file_with_a_password_waits_for_it_and_a_wrong_one_is_told_kindly(quick_key):
    at = brought(vault.seal(dump(ANA, TODAY, "es"), PASSWORD))
    at = at.button(key="clinic.leave_out.1").click().run().button(key="undo.undo").click().run()
    for said in ("wrong but long enough", PASSWORD):
        assert "sitting.people" not in at.session_state or not at.session_state["sitting.people"]
        at.text_input(key="clinic.password.1").set_value(said)
        at = press(at, ES.say("clinic.unlock"))
        assert (ES.say("errors.save_wrong_passphrase") in text(at)) == (said != PASSWORD)
    assert list(at.session_state["sitting.people"]) == [ANA.key]
    assert ES.say("clinic.locked") not in text(at)


def test_two_files_of_one_person_are_asked_about_put_together_and_taken_back():
    newer = ANA.answers({"claim.number": "SAMPLE-777", "claim.adjuster": "Sample Adjuster"})
    at = sitting(ANA, newer)
    assert list(at.session_state["sitting.people"]) == [ANA.key] and ES.say("clinic.same") in text(at)
    at.radio(key="open_prefer").set_value("theirs").run()
    at = at.button(key="clinic.merge.1").click().run()
    assert at.session_state["sitting.people"][ANA.key].case.claim.number == "SAMPLE-777"
    assert ES.say("clinic.same") not in text(at)
    at = at.button(key="undo.undo").click().run()
    assert at.session_state["sitting.people"][ANA.key].case == ANA


def test_a_file_that_was_copied_for_another_person_gets_a_case_of_its_own():
    at = sitting(ANA, ANA.answers({"worker.name": "Dora Other"}))
    people = list(at.session_state["sitting.people"].values())
    assert [one.case.worker.name for one in people] == ["Ana Sample", "Dora Other"]
    assert people[0].key != people[1].key


def test_whoever_is_taken_off_the_list_can_come_back_as_they_were():
    at = switched(sitting(ANA, BEN), "1")
    at.session_state["case"] = ANA.answers({"claim.number": "SAMPLE-777"})
    at = back_to_all(at.run()).button(key="clinic.remove.1").click().run()
    assert list(at.session_state["sitting.people"]) == [BEN.key] and at.session_state["case"] != ANA
    at = at.button(key="undo.undo").click().run()
    assert list(at.session_state["sitting.people"]) == [ANA.key, BEN.key]
    assert switched(at, "1").session_state["case"].claim.number == "SAMPLE-777"


def test_a_new_person_starts_with_the_same_helper_and_nothing_else():
    helped = ANA.model_copy(update={"helper": Helper(helping="yes", role="volunteer", name="Helper Sample", office="Example Clinic", agreed="yes", here="yes")})
    at = switched(sitting(helped), "1")
    at = back_to_all(at).button(key="clinic.new").click().run()
    new = at.session_state["case"]
    assert new == Case(key=new.key, helper=Helper(helping="yes", role="volunteer", name="Helper Sample", office="Example Clinic"))
    assert len(at.session_state["sitting.people"]) == 2 and new.key not in ("", ANA.key)
    shown = text(at.switch_page(page("helping")).run())
    assert ES.question("helper.agreed")["label"] in shown and not [key for key in ("no_agreement", "away") if ES.say(f"helping.{key}") in shown]


def test_clearing_counts_what_is_left_and_nothing_is():
    at = switched(sitting(ANA, BEN), "1")
    at.session_state["papers"] = {"form.letter-1": ("a",)}
    at = back_to_all(at.run()).button(key="clinic.clear").click().run()
    assert ES.say("clinic.clear_unsaved", names=ES.say("board.client_named", number=1, name="Ana Sample")) in text(at)
    at = at.button(key="clinic.clear_yes").click().run()
    assert ES.say("clinic.cleared") in text(at) and ES.say("clinic.not_cleared") not in text(at)
    assert not held_of(at, "sitting.people")
    held = {str(name): at.session_state[name] for name in ("case", "papers", "saved_case", "sitting.left") if name in at.session_state}
    assert "Ana" not in repr(held) and "Ben" not in repr(held)


@pytest.mark.slow
def test_everybodys_papers_come_behind_a_cover_each_and_only_finished_packets_go_in(files):
    at = switched(sitting(named(TOLD, "Ana Sample", "a1"), BEN), "1")
    at.session_state["papers"] = {"form.letter-1": (pile("THE FORM"),), "decision.letter-1": (pile("FIRST", "SECOND"),)}
    at = back_to_all(at.switch_page(page("imr")).run())
    for question in SAID:
        at.session_state[f"place.{question}.letter-1"] = "yes"
    at = back_to_all(switched(at.run(), "2"))
    at = at.button(key="clinic.make_zip").click().run()
    assert healthy(at)
    with ZipFile(io.BytesIO(files["clinic-papers.zip"]())) as archive:
        assert {name.partition("/")[0] for name in archive.namelist()} == {"client-01", "client-02"}
        packets = [name for name in archive.namelist() if "request" in name]
        assert [name.partition("/")[0] for name in packets] == ["client-01"]
        assert "THE FORM" in "".join(one.extract_text() for one in PdfReader(io.BytesIO(archive.read(packets[0]))).pages)
    assert at.session_state["case"] == BEN and not at.session_state["papers"] and "place.signed.letter-1" not in at.session_state


def test_each_person_takes_their_own_file_home_named_without_their_name(files):
    at = switched(sitting(ANA, BEN), "1")
    at.session_state["papers"] = {"form.letter-1": (form := pile("THE FORM"),), "leaves.form.letter-1": leaves(form)}
    at = back_to_all(at.run())
    with ZipFile(io.BytesIO(files["clinic-files.zip"]())) as archive:
        assert not [name for name in archive.namelist() if "Ana" in name or "Ben" in name]
        found = [anyfile.opened(archive.read(name), None, LIMITS) for name in archive.namelist()]
    assert [one.case for one in found] == [ANA, BEN]
    assert [[paper.paper for paper in one.papers] for one in found] == [["form.letter-1"], []]


def test_the_list_says_no_name_and_no_medical_word_unless_names_are_asked_for(files):
    at = sitting(CLEO, ANA, BEN).button(key="clinic.remove.1").click().run()
    plain = files["clinic-board.csv"]().decode("utf-8-sig")
    assert "Sample" not in plain and "therapy" not in plain and ES.say("board.client", number=2) in plain
    assert ES.say("board.client", number=1) not in plain
    at.checkbox(key="clinic.names").set_value(True).run()
    assert "Ana Sample" in files["clinic-board.csv"]().decode("utf-8-sig")
    assert "Sample" not in files["clinic-tally.csv"]().decode("utf-8-sig")
    assert "Ana" not in files["clinic-dates.ics"]().decode()


@pytest.mark.slow
def test_a_file_that_is_opened_on_the_other_page_comes_beside_the_others():
    at = switched(sitting(ANA, BEN), "1")
    at.session_state["case"] = ANA.answers({"claim.number": "SAMPLE-777"})
    at = at.run().switch_page(page("keep")).run()
    at.file_uploader[0].set_value(("cleo.json", dump(CLEO, TODAY, "es"), "application/json"))
    at = at.run()
    at = back_to_all(at.radio(key="open_same").set_value("no").run().button(key="open_yes").click().run())
    people = at.session_state["sitting.people"]
    assert [one.case.worker.name for one in people.values()] == ["Ana Sample", "Ben Sample", "Cleo Sample"]
    assert people[ANA.key].case.claim.number == "SAMPLE-777" and at.session_state["sitting.open"] == CLEO.key


@pytest.mark.slow
def test_how_long_a_case_was_open_counts_on_from_visit_to_visit(monkeypatch):
    at = sitting(ANA, BEN)
    for key, minute in (("1", "00"), ("2", "07"), ("1", "20")):
        monkeypatch.setenv("QME_GUIDE_TODAY", f"{TODAY}T15:{minute}")
        at = back_to_all(switched(at, key))
    monkeypatch.setenv("QME_GUIDE_TODAY", f"{TODAY}T15:22")
    shown = text(at.run())
    assert ES.say("clinic.time_left", used=9, left=11) in shown and ES.say("clinic.time_left", used=13, left=7) in shown


def test_whoever_nobody_asked_yet_is_not_told_to_have_no_date_and_a_row_says_its_day_and_why_a_supervisor_looks():
    at = sitting(named(NEWCOMER.answers({"triage.lawyer": "yes"}), "Fay Sample", "f6"), BEN)
    heads = [one.proto.body for one in at.get("html") if 'class="who"' in one.proto.body]
    assert ES.say("clinic.ask") in heads[-1] and ES.say("clinic.no_day") not in heads[-1]
    assert ES.day(date(2026, 11, 9)) in heads[0] and ES.say("board.flag.past") in heads[0]


@pytest.mark.slow
def test_the_board_can_show_only_those_that_are_near_or_lack_something():
    at = sitting(ANA, BEN, CLEO)
    at.selectbox(key="clinic.when").set_value("soon").run()
    assert ES.say("clinic.shown", shown=2, all=3) in text(at) and "Cleo" not in text(at)
    at = at.button(key="clinic.show_all").click().run()
    assert "Cleo" in text(at) and at.selectbox(key="clinic.when").value == ""
    at.selectbox(key="clinic.when").set_value("soon").run()
    at = switched(back_to_all(switched(at, "1")), "2")
    assert at.session_state["case"] == BEN
    assert back_to_all(at).selectbox(key="clinic.when").value == "soon"


@pytest.mark.slow
def test_leaving_the_guide_asks_when_anybodys_changes_are_not_saved():
    at = switched(sitting(ANA, BEN), "1")
    at.session_state["case"] = ANA.answers({"claim.number": "SAMPLE-777"})
    at = switched(back_to_all(at.run()), "2").switch_page(page("home")).run().button(key="bar_erase").click().run()
    assert ES.say("frame.erase_title") in text(at) and ES.say("clinic.erase_all", count=2) in text(at)


@pytest.mark.slow
def test_the_example_leaves_alone():
    at = sitting(ANA)
    at = at.switch_page(page("keep")).run()
    at = back_to_all(at.button(key="example").click().run()).button(key="sample_leave").click().run()
    assert [one.case.worker.name for one in at.session_state["sitting.people"].values()] == ["Ana Sample"]


@pytest.mark.slow
def test_answers_given_before_the_sitting_are_one_of_its_rows():
    at = opened(CLEO, "clinic", "en")
    assert EN.say("clinic.go_on", name="Cleo Sample") in labels(at)


def test_with_several_people_the_guide_speaks_to_a_helper_and_their_files_do_not_say_so():
    at = switched(sitting(ANA, BEN), "1")
    assert load_words("es", HELPING).say("home.title") in text(at) and ES.say("home.title") not in text(at)
    assert at.session_state["case"] == ANA


@pytest.mark.slow
def test_the_papers_of_one_person_alone_can_be_printed_and_an_old_guide_says_so(files, monkeypatch):
    at = sitting(ANA, BEN).button(key="clinic.make_one_1").click().run()
    inside = "".join(one.extract_text() for one in PdfReader(io.BytesIO(files["clinic-papers.pdf"]())).pages)
    assert "Ana Sample" in inside and "Ben Sample" not in inside
    monkeypatch.setenv("QME_GUIDE_TODAY", "2027-11-21")
    assert load_words("es", HELPING).passages["pages/stale"].body.partition("{")[0] in text(at.run())


def test_nothing_of_one_person_stays_anywhere_when_another_is_open():
    at = switched(sitting(ANA, BEN), "1")
    marked = {"place.problems.evening.exam-1.times": {"x": "MARK"}, "place.any.thing": "MARK", "papers": {"form.letter-1": ("MARK",)}, "half_typed.x": "MARK"}
    for name, value in marked.items():
        at.session_state[name] = value
    at.session_state["sitting.left"] = ("denial", {"q.x": "MARK"})
    at = back_to_all(at)
    at = switched(at, "2")
    people = at.session_state["sitting.people"]
    assert "MARK" in repr(people[ANA.key].state) and "MARK" not in repr(people[BEN.key].state)
    assert not [name for name in [*marked, "sitting.left"] if name in at.session_state and "MARK" in repr(at.session_state[name])]


@pytest.mark.slow
def test_leaving_the_example_at_once_takes_nobody_off_the_list_though_nobody_else_is_open():
    at = switched(sitting(ANA, BEN), "1").switch_page(page("keep")).run()
    at = at.button(key="example").click().run().button(key="sample_leave").click().run()
    case = held_of(at, "case")
    assert healthy(at) and not (case and case.sample)
    assert list(at.session_state["sitting.people"]) == [ANA.key, BEN.key]
    at = switched(back_to_all(at), "1")
    at = back_to_all(at).button(key="clinic.remove.1").click().run().switch_page(page("keep")).run()
    at = at.button(key="example").click().run().button(key="sample_leave").click().run()
    assert list(at.session_state["sitting.people"]) == [BEN.key]


def test_papers_that_were_made_for_somebody_go_with_them():
    at = sitting(ANA, BEN)
    at.session_state["place.clinic.made_one_1"] = at.session_state["place.clinic.made_print"] = "MARK"
    at = at.button(key="clinic.remove.1").click().run()
    assert "MARK" not in str(at.session_state._state.filtered_state)


def test_what_the_device_keeps_of_one_person_is_not_held_for_another():
    at = switched(sitting(ANA, BEN), "1")
    at.session_state["device.keys"] = {ANA.key}
    at = at.run()
    assert "Ana" in str(at.session_state["device.made"])
    at = switched(back_to_all(at), "2")
    assert "Ana" not in str(at.session_state["device.made"])


def test_clearing_everybody_says_that_the_device_is_cleared_too():
    at = sitting(ANA)
    at.session_state["device.heard"] = {"kept": [{"key": "ab12", "on": "2026-11-20T15:05", "mark": "S. W."}], "trouble": ""}
    assert ES.say("device.erase_text") in text(at.run().button(key="clinic.clear").click().run())


def test_asking_to_erase_and_looking_at_pages_begins_no_sitting_for_a_person_alone():
    at = opened(ANA, "about", "es").button(key="bar_erase").click().run().button(key="erase_no").click().run()
    assert "sitting.people" not in at.session_state or not at.session_state["sitting.people"]


KEPT = {"kept": [{"key": "e9e9e9e9", "on": "2026-11-20T15:05", "mark": "E. E."}, {"key": ANA.key, "on": "2026-11-20T15:05", "mark": "A. S."}], "trouble": ""}


def brings(at) -> list[str]:
    return [one.key for one in at.button if (one.key or "").startswith("on_device.") and "bring" in one.key]


def test_what_the_device_keeps_of_somebody_else_is_offered_on_the_list_and_on_no_other_persons_page():
    at = sitting(ANA, BEN)
    at.session_state["device.heard"] = KEPT
    at = at.run()
    assert brings(at) == ["on_device.bring.e9e9e9e9"] and ES.say("device.beside") in text(at)
    at = switched(at, "2")
    assert not brings(at) and "E. E." not in text(at)
    assert not brings(at.switch_page(page("imr")).run())


def test_in_a_sitting_nothing_is_kept_on_the_device_of_the_office():
    at = switched(sitting(ANA, BEN), "1")
    at.session_state["device.heard"] = KEPT
    at = at.switch_page(page("keep")).run()
    assert not [one.key for one in at.button if (one.key or "").startswith("on_device.keep")] and ES.say("device.not_here") in text(at)
    assert brings(at) == ["on_device.listed.bring.e9e9e9e9"] and at.button(key=f"on_device.listed.forget.{ANA.key}")


def test_a_file_of_somebody_on_the_list_that_is_opened_on_the_other_page_is_asked_about_on_the_list():
    at = switched(sitting(ANA, BEN), "2")
    again = ANA.model_copy(update={"key": "77" * 8}).answers({"claim.adjuster": "Sample Adjuster"})
    at = at.switch_page(page("keep")).run()
    at.file_uploader[0].set_value(("ana.json", dump(again, TODAY, "es"), "application/json"))
    at = at.run()
    assert healthy(at) and ES.say("clinic.same") in text(at)
    at = at.button(key="clinic.merge.1").click().run()
    assert list(at.session_state["sitting.people"]) == [ANA.key, BEN.key]
    assert at.session_state["sitting.people"][ANA.key].case.claim.adjuster == "Sample Adjuster"


def test_in_one_sitting_no_two_cases_have_both_colours_alike():
    cases = [named(FARM_WORKER, f"Person{number} Sample{number}", f"{number:02x}").answers({"claim.number": f"SAMPLE-{number}"}) for number in range(9)]
    at = sitting(*cases)
    signs = [one.sign for one in at.session_state["sitting.people"].values()]
    assert len(signs) == len({frozenset((one.first, one.second)) for one in signs}) == 9
    drawn = signs[-1]
    told = ES.say("helping.sign", letters=drawn.letters, first=ES.say(f"helping.colour_{drawn.first}"), second=ES.say(f"helping.colour_{drawn.second}"))
    assert told in text(at) and told in text(switched(at, "9"))


def test_all_people_stand_in_one_table_and_the_language_is_said_on_the_board():
    cases = [one.answers({"worker.language": None}) for one in (ANA, BEN)]
    at = sitting(*cases)
    table = next(one.proto.body for one in at.get("html") if 'class="people"' in one.proto.body)
    assert table.index("Ben Sample") < table.index("Ana Sample") and table.count("<tr>") == len(cases) + 1
    assert ES.say("clinic.saved_in_es", said=ES.say("board.language.none")) in text(at)
    at = at.selectbox(key="clinic.speaks.1").set_value("en").run()
    assert healthy(at) and at.session_state["sitting.people"][ANA.key].case == cases[0].answers({"worker.language": "en"})
    assert ES.say("clinic.not_saved") in text(at)
    at = switched(at, "1")
    assert ANA.claim.number in next(one.proto.body for one in at.get("html") if 'class="whose"' in one.proto.body)


def test_the_pages_of_both_files_stay_when_two_files_of_one_person_are_put_together():
    first, second = pile("FIRST"), pile("SECOND")
    here = Client("a1", 1, {"case": ANA, "papers": {"decision.letter-1": (first,), "leaves.decision.letter-1": leaves(first)}})
    theirs = Saved(ANA, papers=(Kept("decision.letter-1", (second, first), (*leaves(second), *leaves(first))),))
    both = clinic_people.joined(here, theirs)
    assert both["decision.letter-1"] == (first, second) and both["leaves.decision.letter-1"] == (*leaves(first), *leaves(second))
