"""Everything that went out: what each line was, what to look at again and when, and who has not answered."""

from datetime import date

import pytest

from qme_guide.case import Case, Claim, Exam, Panel, Report, Sending, Triage
from qme_guide.law import load_law
from qme_guide.rules import outbox
from qme_guide.rules.following import due
from tests.personas import BOOKED, EVERYBODY, OBJECTOR, RATED, SENT, TODAY

LAW = load_law()
MONDAY = date(2026, 11, 2)


def line(number: int = 1, **said) -> dict[str, object]:
    return {"id": f"line-{number}", "to": "claims_administrator", "on": MONDAY, "how": "mail", "proof": "receipt", "result": "sent", **said}


def case(*lines: dict[str, object], path: str = "reports.0.sendings", **more) -> Case:
    """Nobody's attorney; a QME's report, an exam and a panel, with these lines in one log."""
    one = Case(
        triage=Triage(lawyer="no"), claim=Claim(injured_on=date(2026, 1, 12)),
        reports=(Report(id="report-1", kind="qme", received_on=date(2026, 10, 26)),), panels=(Panel(id="panel-1"),), exams=(Exam(id="exam-1", on=date(2027, 1, 29)),),
    )  # fmt: skip
    return one.answers({path: list(lines), **more})


def found(told: Case) -> list[tuple[str, str, str]]:
    return [(one.kind, one.sent.line.id, one.day.isoformat()) for one in due(told, LAW, TODAY)]


@pytest.mark.parametrize(
    ("path", "said", "paper"),
    [
        ("reports.0.sendings", {}, "objection"),
        ("reports.0.sendings", {"wrote": "dispute-letter"}, "dispute-letter"),
        ("reports.0.sendings", {"wrote": "factual-correction", "to": "qme"}, "factual-correction"),
        ("panels.0.sendings", {}, "selection-notice"),
        ("panel_form.sendings", {"to": "medical_unit"}, "form105"),
        ("panel_form.sendings", {}, "panel-copy"),
        ("exams.0.sendings", {}, "serve-records"),
        ("exams.0.sendings", {"to": "qme"}, "qme-letter"),
        ("exams.0.sendings", {"wrote": "late-report"}, "late-report"),
        ("rating.sendings", {"to": "administrative_director"}, "rating-reconsider"),
        ("sendings", {"wrote": "claim-file"}, "claim-file"),
        ("sendings", {}, "other"),
    ],
)
def test_each_line_is_called_by_its_letter(path, said, paper):
    (one,) = outbox.everything(case(line(**said), path=path))
    assert (one.paper, one.path) == (paper, path)


def test_every_line_of_every_log_is_there_once_the_newest_first():
    assert [one.line.on.isoformat() for one in outbox.everything(BOOKED)] == ["2026-11-20", "2026-11-12", "2026-11-12", "2026-11-10"]
    assert [(one.paper, one.line.to) for one in outbox.everything(SENT)] == [("imr-request", "reviewer"), ("claims-copy", "claims_administrator"), ("imr-request", "reviewer")]
    undated = case(line(1), line(2, on=None), line(3, on="2026-11"), line(4, on=date(2026, 11, 9)))
    assert [one.line.id for one in outbox.everything(undated)] == ["line-2", "line-4", "line-1", "line-3"]


# Ten open days after Monday, November 2 (closed: the 11th and two weekends) is Tuesday the 17th.
def test_a_letter_that_asks_and_has_no_answer_is_asked_about_again_ten_open_days_later():
    asked = line(wrote="dispute-letter")
    assert found(case(asked)) == [("answer", "line-1", "2026-11-17")]
    assert found(case(asked, **{"reports.0.disputing.reply_by": "2026-11-23"})) == [("answer", "line-1", "2026-11-24")]
    assert found(case(asked, **{"reports.0.disputing.reply_by": "2026-11"})) == [("answer", "line-1", "2026-11-17")]
    assert found(case(asked, **{"reports.0.disputing.reply_by": "2026-10-30"})) == [("answer", "line-1", "2026-11-17")]


@pytest.mark.parametrize(
    "said",
    [{"answered_on": date(2026, 11, 9)}, {"answered_on": "unsure"}, {"on": None}, {"on": "unsure"}, {"to": "doctor"}, {"wrote": None}, {"wrote": "factual-correction", "to": "qme"}],
)
def test_nothing_is_asked_again_without_need_and_never_of_a_qme(said):
    assert "answer" not in {kind for kind, *_ in found(case(line(**{"wrote": "dispute-letter", **said})))}


def test_a_follow_up_letter_ends_the_question_and_is_not_followed_up_itself():
    asked = line(1, wrote="dispute-letter")
    again = line(2, wrote="follow-up", on=date(2026, 11, 17))
    assert found(case(asked, again)) == []
    assert {kind for kind, *_ in found(case(asked, {**again, "result": "failed"}))} == {"answer", "again"}
    assert found(case(asked, {**again, "on": date(2026, 10, 30)})) == [("answer", "line-1", "2026-11-17")]
    other = case(asked).answers({"sendings": [again]})
    assert found(other) == [("answer", "line-1", "2026-11-17")]


def test_what_failed_goes_again_until_the_same_paper_went_to_the_same_one():
    failed = line(1, to="qme", wrote="factual-correction", result="failed")
    assert found(case(failed)) == [("again", "line-1", "2026-11-02")]
    for said, state in (({}, []), ({"to": "deu"}, ["again"]), ({"wrote": "supplemental-request"}, ["again"]), ({"on": date(2026, 10, 30)}, ["again"])):
        other = line(2, **{"to": "qme", "wrote": "factual-correction", **said})
        assert [kind for kind, *_ in found(case(failed, other))] == state


def test_a_missing_proof_and_a_tracking_number_are_looked_at_some_open_days_later():
    sent = line(to="deu", wrote="factual-correction")
    for proof in (None, "none"):
        assert found(case({**sent, "proof": proof})) == [("proof", "line-1", "2026-11-03")]
    assert found(case({**sent, "proof": "tracking"})) == [("track", "line-1", "2026-11-09")]
    assert found(case({**sent, "proof": "tracking", "result": "arrived"})) == []
    assert found(case({**sent, "proof": None}, **{"reports.0.correction.decided_on": "2026-11-12"})) == []


def test_what_came_since_ends_the_looking():
    assert [kind for kind, *_ in found(OBJECTOR.answers({"reports.0.sendings": [line(proof=None)]}))] == ["proof"]
    assert found(OBJECTOR.answers({"reports.0.sendings": [line(proof=None)], "panel_form.furnished_on": "2026-11-12"})) == []
    served = case(line(proof=None), path="exams.0.sendings")
    assert [kind for kind, *_ in found(served)] == ["proof"] and found(served.answers({"exams.0.on": "2026-11-20"})) == []


def test_the_requests_for_review_keep_their_own_days():
    kinds = [(one.kind, one.sent.about) for one in due(SENT, LAW, TODAY)]
    assert kinds == [("arrived", "letter-1")]


def test_nothing_is_open_where_nothing_was_sent_and_a_day_beyond_the_table_is_left_out():
    assert all(due(one, LAW, TODAY) == () for name, one in EVERYBODY.items() if not outbox.everything(one))
    assert found(case(line(wrote="dispute-letter", on=date(2029, 3, 30), proof=None))) == []
    assert {one.kind for one in due(RATED, LAW, TODAY)} == set()


def test_a_follow_up_letter_is_about_the_first_that_waits():
    two = case(line(1, wrote="dispute-letter", on=date(2026, 11, 9)), line(2, wrote="factual-correction", to="qme")).answers({"sendings": [line(1, wrote="claim-file")]})
    assert outbox.open_one(two).paper == "claim-file"
    assert outbox.open_one(two.answers({"sendings.0.answered_on": "2026-11-09"})).paper == "dispute-letter"
    answered = two.answers({"sendings.0.answered_on": "2026-11-09", "reports.0.sendings.0.answered_on": "2026-11-12"})
    assert outbox.open_one(answered).paper == "claim-file" and outbox.open_one(Case()) is None
    assert isinstance(outbox.open_one(two).line, Sending)
