"""From the check to the finished files: what stands in the way is told with its way back, and what is made fits what it was made from."""

import io
import zipfile
from datetime import date

import pytest
from pypdf import PdfReader

from pages.parts import making
from qme_guide import bundle
from qme_guide.case import Case
from qme_guide.flow import page
from qme_guide.packet import PacketError
from qme_guide.papers import Limits, check
from qme_guide.words import LANGUAGES, load_words
from tests.browser.journey import paper
from tests.personas import EVERYBODY, FARM_WORKER, LATE_DRUG, MANY, NO_FORM, SENT, TODAY
from tests.sweeps import ENGLISH, SPANISH
from tests.test_pages import go_on, healthy, opened, text

LIMITS = Limits(megabytes=25, pages=400, megapixels=120, unpacked_megabytes=400)
TOLD = FARM_WORKER.answers({"letters.0.asked_before": "no", "letters.0.signer": "worker", "letters.0.form_revised_on": date(2026, 4, 1)})
SAID = ("signed", "filled", "matches", "complete")
STEPS = ("sign", "add", "check", "get", "send")


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", TODAY.isoformat())


def kept(*pages: str):
    return check("x.pdf", paper(*pages), LIMITS)


def on(step: str, case: Case = TOLD, language: str = "en", papers: bool = True, said: tuple[str, ...] = SAID):
    """The page of the papers at one step, with form and decision added and these answers beside their pages."""
    at = opened(case, "imr", language)
    at.session_state["place.imr"] = step
    if papers:
        at.session_state["papers"] = {"form.letter-1": (kept("THE FORM"),), "decision.letter-1": (kept("FIRST", "SECOND"),)}
    for question in said if papers else ():
        at.session_state[f"place.{question}.letter-1"] = "yes"
    return at.run()


def press(at, key: str):
    return at.button(key=key).click().run()


def keys(at) -> set[str]:
    return {button.key for button in at.button}


def kinds(at) -> dict[str, str]:
    return {button.label: button.proto.type for button in at.button}


def files(at) -> dict[str, bytes]:
    """What can be downloaded of what was made, by its label in the words."""
    made = at.session_state["papers"]
    return {name.split(".")[1]: made[name].data for name in made if name.startswith("made.")}


@pytest.mark.parametrize("language", ENGLISH)
def test_the_five_steps_lead_on_and_back(language):
    words = load_words(language)
    at = on("sign", language=language)
    for name in STEPS[1:]:
        at = go_on(at)
        assert words.say(f"imr.{name}_title") in text(at), name
    for name in STEPS[-2::-1]:
        at = press(at, "ask.back")
        assert words.say(f"imr.{name}_title") in text(at), name


@pytest.mark.parametrize("language", SPANISH)
def test_who_signs_and_which_form_is_asked_beside_the_signature(language):
    words, at = load_words(language), on("sign", FARM_WORKER, language)
    at.radio(key="q.letters.0.signer").set_value("other")
    at = go_on(at)
    assert words.say("imr.sign_title") in text(at) and str(words.question("letters.0.designated_on")["label"]) in text(at)
    at = go_on(at)
    assert words.say("imr.add_title") in text(at)
    assert at.session_state["case"].letters[0].signer == "other"
    at = press(at, "ask.back")
    at.radio(key="q.letters.0.signer").set_value("worker")
    assert words.say("imr.add_title") in text(go_on(at))


@pytest.mark.parametrize("language", ENGLISH)
def test_an_earlier_request_is_asked_about_and_its_light_follows_at_once(language):
    words, at = load_words(language), on("check", FARM_WORKER, language)
    assert words.say("light.asked_before_unanswered") in text(at)
    at.radio(key="q.letters.0.asked_before").set_value("no")
    at = at.run()
    assert at.session_state["case"].letters[0].asked_before == "no"
    assert words.say("light.asked_before_unanswered") not in text(at)


@pytest.mark.parametrize("language", SPANISH)
def test_nothing_is_ready_while_something_stands_in_the_way(language):
    words = load_words(language)
    for at in (on("get", language=language, papers=False), on("get", language=language, said=SAID[1:]), on("get", FARM_WORKER, language)):
        shown = text(at)
        assert words.say("imr.not_ready") in shown and words.say("imr.ready") not in shown
        assert "make.packet.letter-1" not in keys(at)
        assert kinds(at)[words.say("imr.back_to_check")] == "primary" and kinds(at)[words.say("ask.continue")] == "secondary"
        assert words.say("imr.check_title") in text(press(at, "back_to_check"))


@pytest.mark.parametrize("language", ENGLISH)
def test_a_draft_to_read_is_offered_only_when_the_papers_are_there_and_is_never_called_ready(language):
    words = load_words(language)
    assert "make.draft.letter-1" not in keys(on("get", language=language, papers=False))
    at = press(on("get", language=language, said=()), "make.draft.letter-1")
    assert words.say("imr.ready") not in text(at) and words.say("imr.draft_help") in text(at)
    assert set(files(at)) == {"draft"}
    assert "make.draft.letter-1" not in keys(on("get", language=language))


@pytest.mark.parametrize("language", SPANISH)
def test_the_packet_is_made_on_request_and_said_to_be_ready_with_its_size(language):
    words, at = load_words(language), on("get", language=language)
    assert words.say("imr.ready") not in text(at) and not files(at)
    at = press(at, "make.packet.letter-1")
    assert words.say("imr.ready") in text(at) and healthy(at)
    labels = [button.proto.label for button in at.get("download_button")]
    assert words.say("imr.made_packet", size=making.size(files(at)["packet"])) in labels
    told = [page.extract_text() for page in PdfReader(io.BytesIO(files(at)["packet"])).pages]
    assert all(any(mark in page for page in told) for mark in ("THE FORM", "FIRST", "SECOND"))
    taken = [button.proto for button in at.get("download_button") if button.proto.type == "primary"]
    assert [button.label for button in taken] == [words.say("imr.made_packet", size=making.size(files(at)["packet"]))]
    assert "primary" not in kinds(at).values()


@pytest.mark.parametrize("language", ENGLISH)
@pytest.mark.parametrize("answers", [{"conditional": "yes"}, {"asked_before": "yes"}])
def test_somebody_was_asked_and_the_packet_can_be_made(answers, language):
    at = on("check", TOLD.answers({f"letters.0.{name}": value for name, value in answers.items()}), language)
    assert load_words(language).say("imr.not_ready") in text(go_on(at))
    at = press(at, "ask.back").checkbox(key=f"ask.{next(iter(answers))}.letter-1").check().run()
    assert "make.packet.letter-1" in keys(go_on(at))


def test_the_copy_for_the_claims_administrator_is_made_alone_and_holds_no_page_of_the_decision():
    at = press(on("get"), "make.copy.letter-1")
    told = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(files(at)["copy"])).pages)
    assert "THE FORM" in told and "FIRST" not in told and "SECOND" not in told


@pytest.mark.parametrize(("urgent", "there"), [("yes", True), ("no", False), ("unsure", False), (None, False)])
def test_the_doctors_signed_paper_stays_out_when_the_letter_is_not_said_to_be_urgent(urgent, there):
    at = on("get", TOLD.answers({"letters.0.urgent": urgent}))
    at.session_state["papers"] = at.session_state["papers"] | {"certification.letter-1": (kept("CERTIFIED"),)}
    at = press(at.run(), "make.packet.letter-1")
    told = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(files(at)["packet"])).pages)
    assert ("CERTIFIED" in told) is there


def test_the_separate_files_are_the_same_papers_one_by_one():
    at = press(on("get"), "make.parts.letter-1")
    with zipfile.ZipFile(io.BytesIO(files(at)["parts"])) as archive:
        told = {name: PdfReader(io.BytesIO(archive.read(name))).pages[0].extract_text() for name in archive.namelist()}
    assert sorted(told) == list(told) and all(name.endswith(".pdf") for name in told)
    assert ["THE FORM" in page for page in told.values()].count(True) == 1


def test_the_fax_version_has_the_same_number_of_pages():
    at = press(press(on("get"), "make.packet.letter-1"), "make.fax.letter-1")
    whole, thin = (len(PdfReader(io.BytesIO(files(at)[name])).pages) for name in ("packet", "fax"))
    assert whole == thin


@pytest.mark.parametrize(
    "change",
    [
        lambda at: at.session_state["papers"] | {"decision.letter-1": (kept("FIRST"),)},
        lambda at: at.session_state["papers"] | {"decision.letter-1": (kept("SECOND", "FIRST"),)},
        lambda at: at.session_state["papers"] | {"doctor.letter-1": (kept("FROM THE DOCTOR"),)},
    ],
)
def test_a_changed_paper_makes_what_was_made_stale(change):
    at = press(on("get"), "make.packet.letter-1")
    at.session_state["papers"] = change(at)
    at = at.run()
    assert not files(at) and "make.packet.letter-1" in keys(at)


def test_a_changed_answer_makes_it_stale_and_an_unchanged_one_does_not():
    at = press(on("get"), "make.packet.letter-1").run()
    assert set(files(at)) == {"packet"}
    at.session_state["case"] = at.session_state["case"].answers({"worker.phone": "000-0001"})
    at = at.run()
    assert not files(at)


def test_a_file_that_cannot_be_joined_is_told_kindly(monkeypatch):
    def broken(*_, **__):
        raise PacketError

    monkeypatch.setattr(bundle, "request_packet", broken)
    words, at = load_words("en"), press(on("get"), "make.packet.letter-1")
    assert words.say("imr.make_failed") in text(at) and healthy(at) and not files(at)
    at.session_state["case"] = at.session_state["case"].answers({"claim.number": "SAMPLE-002"})
    assert words.say("imr.make_failed") not in text(at.run())


def test_a_press_elsewhere_stops_the_making_and_keeps_nothing(monkeypatch):
    class Stopped(BaseException):
        """As Streamlit ends a run from within a bar that moves."""

    def stopped(self, *_):
        raise Stopped

    recipe = making.Recipe("packet", "x.pdf", lambda tell: tell(1, 2) or b"", [b""])
    monkeypatch.setattr(making.st, "progress", lambda *_: type("Bar", (), {"progress": stopped})())
    kept_papers = []
    monkeypatch.setattr(making.session, "keep_paper", lambda *given: kept_papers.append(given))
    with pytest.raises(Stopped):
        making._make(recipe, FARM_WORKER.letters[0])
    assert kept_papers == []


def test_two_orders_of_the_same_bytes_are_not_the_same_inputs():
    def recipe(*inputs: bytes):
        return making._digest(making.Recipe("packet", "x.pdf", lambda tell: b"", inputs))

    assert len({recipe(b"ab", b"c"), recipe(b"a", b"bc"), recipe(b"c", b"ab"), recipe(b"abc")}) == 4


@pytest.mark.parametrize("language", SPANISH)
def test_after_its_date_the_note_is_read_first_and_goes_along(language):
    words = load_words(language)
    late = LATE_DRUG.answers({"letters.0.asked_before": "no", "letters.0.signer": "worker"})
    at = on("check", late, language)
    assert words.say("imr.late_on") in text(at)
    at.text_area(key="q.letters.0.late_reason").set_value("I was in hospital.")
    at = next(button for button in at.button if button.label == words.say("imr.late_on")).click().run()
    assert words.say("imr.late_on") not in text(at)
    assert at.session_state["case"].letters[0].late_reason == "I was in hospital."
    at.session_state["place.imr"] = "get"
    at = press(at.run(), "make.packet.letter-1")
    told = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(files(at)["packet"])).pages)
    assert "I was in hospital." in told


@pytest.mark.parametrize("language", ENGLISH)
def test_a_date_known_only_by_its_month_leaves_a_way_on(language):
    month = TOLD.answers({"letters.0.printed_on": "2026-10", "letters.0.postmarked_on": None, "letters.0.received_on": None, "letters.0.drug": "yes"})
    assert load_words(language).say("imr.late_on") in text(on("check", month, language))


def test_a_request_that_went_in_time_needs_no_note_later():
    sent = TOLD.answers({"letters.0.sendings": SENT.letters[0].sendings})
    at = opened(sent, "imr")
    at.session_state["place.imr"] = "check"
    assert load_words("en").say("imr.late_on") not in text(at.run())


@pytest.mark.slow
@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("person", EVERYBODY)
def test_every_step_opens_for_everybody(person, step):
    case = EVERYBODY[person]
    for language in LANGUAGES:
        at = opened(case, "home", language)
        at.session_state["place.imr"] = step
        assert healthy(at.switch_page(page("imr")).run())


def test_three_letters_make_three_packets_of_their_own():
    case = MANY.answers({f"letters.{at}.asked_before": "no" for at in range(3)} | {f"letters.{at}.signer": "worker" for at in range(3)})
    case = case.answers({f"letters.{at}.{name}": "no" for at in range(3) for name in ("conditional", "liability_disputed", "urgent")})
    at = opened(case, "imr")
    at.session_state["place.imr"] = "get"
    first, second, _ = (letter.id for letter in case.letters)
    at.session_state["papers"] = {f"{name}.{one}": (kept(f"{name} of {one}."),) for one in (first, second) for name in ("form", "decision")}
    for question in SAID:
        for one in (first, second):
            at.session_state[f"place.{question}.{one}"] = "yes"
    at = press(at.run(), f"make.packet.{first}")
    at.session_state["place.letter"] = 1
    at = press(at.run(), f"make.packet.{second}")
    made = at.session_state["papers"]
    for mine, other in ((first, second), (second, first)):
        told = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(made[f"made.packet.{mine}"].data)).pages)
        assert f"form of {mine}." in told and f"of {other}." not in told


def test_without_the_form_the_check_leads_back_to_asking_for_it():
    at = on("check", NO_FORM, papers=False)
    assert load_words("en").say("imr.ask_title") in text(press(at, "mend.sign."))


@pytest.mark.parametrize("language", SPANISH)
def test_the_proof_of_service_stands_beside_the_copy_with_a_word_on_who_signs_it_and_one_button_is_the_main_one(language):
    words, at = load_words(language), on("get", language=language)
    assert words.say("imr.help_proof") in text(at) and words.say("paper.proof-of-service") in [fold.label for fold in at.expander]
    for shown in (at, press(at, "make.packet.letter-1")):
        kinds = [one.proto.type for one in [*shown.button, *shown.get("download_button")]]
        assert kinds.count("primary") == 1
