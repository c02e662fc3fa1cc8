"""Sending: what to look at again and when, the log as a paper and in the calendar, and the log on the screen."""

from datetime import date

import pytest

from qme_guide.case import Case, Sending
from qme_guide.documents.catalog import PAPERS
from qme_guide.documents.document import Table
from qme_guide.documents.entries import calendar
from qme_guide.documents.matter import Matter
from qme_guide.law import load_law
from qme_guide.render import RENDERERS
from qme_guide.rules.sending import follow_ups
from qme_guide.words import LANGUAGES, load_words
from tests.personas import ASSIGNED, FARM_WORKER, NOT_ELIGIBLE, SENT, TODAY
from tests.test_pages import go_on, healthy, opened, press, text

LAW = load_law()
COPY = {"id": "copy", "to": "claims_administrator", "on": date(2026, 11, 16), "how": "mail", "proof": "tracking"}


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", TODAY.isoformat())


def noted(*lines: dict[str, object], case: Case = FARM_WORKER) -> Case:
    """The case with these lines in the log of its letter; every line has an id of its own."""
    return case.answers({"letters.0.sendings": tuple(Sending(**{"id": f"line-{at}", **line}) for at, line in enumerate(lines))})


def found(*lines: dict[str, object]) -> list[tuple[str, str, date]]:
    return [(one.kind, one.sending.id, one.day) for one in follow_ups(noted(*lines).letters[0], LAW)]


def request(**said) -> dict[str, object]:
    return {"to": "reviewer", "on": date(2026, 11, 16), "how": "fax", "proof": "fax_page", **said}


# Monday 2026-11-16 is an open day; so are the four after it. The SAFE date of this letter is Wednesday 2026-11-25.
@pytest.mark.parametrize(
    ("how", "day"),
    [
        ("fax", date(2026, 11, 18)),
        ("email", date(2026, 11, 18)),
        ("mail", date(2026, 11, 23)),
        ("overnight", date(2026, 11, 23)),
        ("unsure", date(2026, 11, 23)),
        (None, date(2026, 11, 23)),
    ],
)
def test_whether_it_arrived_is_looked_at_some_open_days_later(how, day):
    assert found(request(how=how), COPY) == [("arrived", "line-0", day)]


def test_a_request_handed_over_needs_its_stamp_and_nothing_else():
    assert found(request(how="personal", proof="stamp"), COPY) == []
    assert found(request(how="personal", proof="none"), COPY) == [("proof", "line-0", date(2026, 11, 17))]


def test_no_look_comes_after_the_safe_date_of_a_request_that_went_before_it():
    assert found(request(on=date(2026, 11, 21), how="mail"), COPY) == [("arrived", "line-0", date(2026, 11, 25))]


def test_a_request_that_went_on_its_safe_date_is_looked_at_later():
    """Thanksgiving and the day after it are closed."""
    assert found(request(on=date(2026, 11, 25)), COPY) == [("arrived", "line-0", date(2026, 12, 1))]


@pytest.mark.parametrize("proof", [None, "none"])
def test_missing_proof_is_looked_for_on_the_next_open_day(proof):
    assert ("proof", "line-0", date(2026, 11, 23)) in found(request(on=date(2026, 11, 20), proof=proof), COPY)
    assert found(request(result="arrived"), {**COPY, "proof": proof}) == [("proof", "copy", date(2026, 11, 17))]


def test_what_failed_goes_out_again_until_it_went():
    failed = request(on=date(2026, 11, 20), result="failed")
    assert found(failed, COPY) == [("again", "line-0", date(2026, 11, 20))]
    assert "again" not in [kind for kind, *_ in found(failed, request(on=date(2026, 11, 20)), COPY)]
    assert ("again", "line-0", date(2026, 11, 20)) in found(failed, request(on=date(2026, 11, 18)), COPY)


def test_the_copy_is_asked_for_as_soon_as_the_request_went():
    assert ("copy", "line-0", date(2026, 11, 16)) in found(request())
    assert found({**COPY, "result": "failed"}, request(result="arrived")) == [("again", "copy", date(2026, 11, 16)), ("copy", "line-1", date(2026, 11, 16))]
    assert found({"to": "doctor", "on": TODAY}) == []


def test_once_it_arrived_or_an_answer_came_nothing_is_looked_at():
    assert found(request(result="arrived"), COPY) == []
    assert found(request(), request(result="arrived"), COPY) == []
    for later in (ASSIGNED, NOT_ELIGIBLE, SENT.answers({"letters.0.review.decided_on": TODAY})):
        assert follow_ups(later.letters[0], LAW) == ()
    assert [one.kind for one in follow_ups(SENT.answers({"letters.0.review.answer": "waiting"}).letters[0], LAW)] == ["arrived"]


@pytest.mark.parametrize("on", [None, "unsure"])
def test_a_line_without_a_day_asks_nothing(on):
    assert found(request(on=on, proof="none", result="failed")) == []


def test_a_month_counts_from_its_first_day_and_a_day_beyond_the_table_has_no_date():
    assert ("proof", "line-0", date(2026, 11, 2)) in found(request(on="2026-11", proof="none"), COPY)
    assert found(request(on=LAW.calendar.ends), {**COPY, "on": LAW.calendar.ends}) == []


def test_a_letter_without_a_date_of_its_own_still_gets_its_looks():
    undated = noted(request(), COPY).answers({"letters.0.printed_on": None, "letters.0.postmarked_on": None})
    old = noted(request(), COPY).answers({"letters.0.printed_on": date(2009, 1, 5), "letters.0.postmarked_on": None, "letters.0.received_on": None})
    for case in (undated, old):
        assert [one.day for one in follow_ups(case.letters[0], LAW)] == [date(2026, 11, 18)]


def matter(case: Case, language: str) -> Matter:
    return Matter(case, next(iter(case.letters), None), LAW, load_words(language), TODAY)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_log_on_paper_tells_every_line_by_day_with_its_proof_and_what_comes_next(language):
    words = load_words(language)
    turned = SENT.answers({"letters.0.sendings": SENT.letters[0].sendings[::-1]})
    for case in (SENT, turned):
        told = RENDERERS[".txt"](PAPERS["sending-log"].build(matter(case, language))).decode()
        places = [told.index(piece) for piece in (words.day(date(2026, 11, 20)), "SAMPLE-FAX-1", words.letter("sending-log", "next_title"))]
        assert places == sorted(places) and "SAMPLE-MAIL-1" in told
        assert words.day(date(2026, 11, 24)) in " ".join(told.split())


def test_the_log_of_an_empty_case_is_only_lines_to_fill_in():
    log = PAPERS["sending-log"].build(matter(Case(), "en"))
    table = next(block for block in log.blocks if isinstance(block, Table))
    assert table.rows and not any(cell for row in table.rows for cell in row)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_looks_that_are_still_to_come_stand_in_the_calendar(language):
    case = SENT.model_copy(update={"key": "ab12"})
    entries = {entry.uid: entry for entry in calendar(matter(case, language))}
    entry = entries["ab12-letter-1-sending-2-arrived"]
    assert entry.day == date(2026, 11, 24)
    assert entry.title == load_words(language).letter("calendar", "follow_arrived_title")
    assert not [uid for uid in entries if uid.endswith(("-again", "-copy"))]
    past = noted(request(on=date(2026, 11, 10), proof="none"), COPY)
    assert not [entry for entry in calendar(matter(past, language)) if "line-0" in entry.uid]


# The log on the screen.


def on_send(case: Case = FARM_WORKER, language: str = "en"):
    at = opened(case, "imr", language)
    at.session_state["place.imr"] = "send"
    return at.run()


def say_day(at, path: str, day: date):
    at.text_input(key=f"q.{path}.day").set_value(str(day.day))
    month = at.selectbox(key=f"q.{path}.month")
    month.set_value(month.options[day.month])
    at.text_input(key=f"q.{path}.year").set_value(str(day.year))
    return at


def lines(at) -> tuple[Sending, ...]:
    return at.session_state["case"].letters[0].sendings


def went(at, words, number: int = 0, to: str = "reviewer", how: str = "fax"):
    """Fill in the first part of a line and go on."""
    path = f"letters.0.sendings.{number}"
    at.radio(key=f"q.{path}.to").set_value(to)
    at.radio(key=f"q.{path}.how").set_value(how)
    return go_on(say_day(at, f"{path}.on", date(2026, 11, 20)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_noted_as_sent_without_a_day(language):
    words = load_words(language)
    at = press(on_send(language=language), words.say("imr.add_line"))
    at = go_on(at)
    assert words.say("errors.date_empty") in text(at)
    assert lines(at) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_line_that_was_begun_and_left_is_not_noted(language):
    words = load_words(language)
    at = press(press(on_send(language=language), words.say("imr.add_line")), words.say("ask.back"))
    assert words.say("imr.log_empty") in text(at) and lines(at) == ()
    at = press(at, words.say("imr.add_line")).switch_page("pages/treatment/denial.py").run()
    assert healthy(at) and lines(at) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_noted_day_and_way_are_said_again_and_the_proof_may_wait(language):
    words = load_words(language)
    at = went(press(on_send(language=language), words.say("imr.add_line")), words)
    assert words.say("imr.proof_title") in text(at)
    assert (lines(at)[0].to, lines(at)[0].on, lines(at)[0].how) == ("reviewer", date(2026, 11, 20), "fax")
    at = go_on(at)
    how = words.letter("claims-copy", "how_fax")
    assert words.say("imr.sent_done_how", day=words.day(date(2026, 11, 20)), how=how) in text(at)
    assert words.say("imr.next_proof") in text(at) and words.say("imr.next_copy") in text(at)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_failed_fax_is_no_success_and_the_dates_stay_in_sight(language):
    words = load_words(language)
    at = went(press(on_send(language=language), words.say("imr.add_line")), words)
    at.radio(key="q.letters.0.sendings.0.proof").set_value("failed_page")
    at.radio(key="q.letters.0.sendings.0.result").set_value("failed")
    shown = text(at := go_on(at))
    assert words.say("imr.sent_failed") in shown and words.say("imr.next_again") in shown
    assert f" {words.say('state.done')} " not in shown
    assert words.say("card.fax_label") in shown[: shown.index(words.say("imr.log_title"))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_what_has_a_tracking_number_is_looked_up_by_it(language):
    words, told = load_words(language), {}
    for how in ("fax", "mail"):
        case = noted(request(how=how), COPY)
        told[how] = " ".join(RENDERERS[".txt"](PAPERS["sending-log"].build(matter(case, language))).decode().split())
    asked = {name: words.letters["sending-log"][name].partition("{line}")[0].strip() for name in ("next_arrived", "next_arrived_fax")}
    assert asked["next_arrived"] in told["mail"] and asked["next_arrived"] not in told["fax"]
    assert asked["next_arrived_fax"] in told["fax"]


def test_the_log_of_the_request_offers_only_who_gets_it():
    at = press(on_send(), load_words("en").say("imr.add_line"))
    offered = {load_words("en").choice("letters.sendings.to", who) for who in ("reviewer", "claims_administrator", "doctor")}
    assert set(at.radio(key="q.letters.0.sendings.0.to").options) == offered


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_lines_are_kept_apart_and_one_is_changed_alone(language):
    words = load_words(language)
    at = go_on(went(press(on_send(language=language), words.say("imr.add_line")), words))
    at = went(press(at, words.say("imr.add_line_more")), words, number=1, to="claims_administrator", how="mail")
    at.radio(key="q.letters.0.sendings.1.proof").set_value("tracking")
    at.text_input(key="q.letters.0.sendings.1.number").set_value("SAMPLE-1")
    at = go_on(at)
    assert [line.id for line in lines(at)] == ["sending-1", "sending-2"]
    assert words.say("imr.sent_title") in [one.value for one in at.header] and words.say("imr.send_title") not in [one.value for one in at.header]
    assert (lines(at)[1].proof, lines(at)[1].number) == ("tracking", "SAMPLE-1") and lines(at)[0].proof is None
    at = at.button(key="edit.letter-1.sending-1").click().run()
    at.radio(key="q.letters.0.sendings.0.how").set_value("overnight")
    at = go_on(go_on(at))
    assert [line.how for line in lines(at)] == ["overnight", "mail"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_removed_line_comes_back_with_undo(language):
    words, at = load_words(language), on_send(SENT, language)
    at = at.button(key="remove.letter-1.sending-2").click().run()
    assert [line.id for line in lines(at)] == ["sending-1", "sending-3"]
    at = press(at, words.say("undo.undo"))
    assert lines(at) == SENT.letters[0].sendings


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_the_request_in_the_log_home_says_the_date_again(language):
    words = load_words(language)
    at = press(on_send(language=language), words.say("imr.not_sent"))
    assert words.say("denial.date_line", safe=date(2026, 11, 25)) in text(at)
    assert words.say("imr.not_sent") not in [button.label for button in on_send(SENT, language).button]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_ways_to_send_and_their_papers_are_offered(language):
    words, at = load_words(language), on_send(language=language)
    shown = text(at)
    for name in ("send_fax", "send_failed", "send_mail", "send_hand"):
        assert words.passages[f"pages/{name}"].title in shown
    titles = [expander.label for expander in at.expander]
    assert {words.say(f"paper.{name}") for name in ("mail-slip", "proof-of-service", "copies", "claims-copy", "sending-log")} <= set(titles)


def test_a_line_of_another_letter_is_left_alone():
    words = load_words("en")
    two = FARM_WORKER.model_copy(update={"letters": (FARM_WORKER.letters[0], FARM_WORKER.letters[0].model_copy(update={"id": "letter-2"}))})
    at = opened(two, "imr")
    at.session_state["place.letter"] = 1
    at.session_state["place.imr"] = "send"
    at = press(at.run(), words.say("imr.add_line"))
    at.radio(key="q.letters.1.sendings.0.how").set_value("fax")
    at = go_on(say_day(at, "letters.1.sendings.0.on", date(2026, 11, 20)))
    first, second = at.session_state["case"].letters
    assert (len(first.sendings), len(second.sendings)) == (0, 1)


def test_a_new_line_that_was_left_for_another_letter_is_gone_on_the_way_back():
    words = load_words("en")
    other = FARM_WORKER.letters[0].model_copy(update={"id": "letter-2", "printed_on": date(2026, 11, 2)})
    at = opened(FARM_WORKER.model_copy(update={"letters": (*FARM_WORKER.letters, other)}), "imr")
    at.session_state["place.imr"] = "send"
    at = press(at.run(), words.say("imr.add_line"))
    for number in (1, 0):
        at = at.radio[0].set_value(number).run()
        assert healthy(at) and words.say("imr.log_empty") in text(at)
