"""One log may hold several letters: each log shows and writes its own lines, and no other letter of it ends a clock."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from qme_guide.case import Case, Sending
from qme_guide.documents.objection import objection_proof
from qme_guide.documents.matter import Matter
from qme_guide.law import load_law
from qme_guide.render import RENDERERS
from qme_guide.rules import evaluator, imr, logs, panel
from qme_guide.rules.dates import dates
from qme_guide.rules.plan import plan
from qme_guide.rules.sending import follow_ups
from qme_guide.words import load_words
from tests.personas import BOOKED, EXAM_SOON, FARM_WORKER, OBJECTOR, PANEL_WAIT, TODAY, WRONG_REPORT
from tests.test_pages import go_on, healthy, press, text

LAW, WORDS = load_law(), load_words("es")
LOG = """
import streamlit as st
from pages.parts import sendlog
log = sendlog.Log("report-2", "reports.1.sendings", ("qme", "claims_administrator", "deu"), wrote="factual-correction")
other = sendlog.Log("report-2", "reports.1.sendings", ("claims_administrator",), wrote="dispute-letter")
for one in (log, other):
    if sendlog.writing(one):
        sendlog.form(one)
        break
else:
    for one in (log, other):
        sendlog.lines(one)
        st.write(f"{one.wrote} {'is sent' if sendlog.sent(one) else 'is open'}")
"""


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setenv("QME_GUIDE_TODAY", TODAY.isoformat())


def line(number: int = 1, **said) -> dict[str, object]:
    return {"id": f"sending-{number}", "to": "claims_administrator", "on": date(2026, 11, 16), "how": "mail", "result": "sent", **said}


def rules_of(case: Case, about: str) -> set[str]:
    return {row.deadline.rule for row in dates(case, LAW, TODAY) if row.about == about}


def test_a_log_has_the_lines_of_its_letter_in_their_order():
    noted = tuple(Sending(**line(at, wrote=name)) for at, name in enumerate((None, "late-report", "objection", "dispute-letter", "late-report")))
    assert [one.id for one in logs.lines(noted)] == ["sending-0", "sending-2"]
    assert logs.lines(noted, "objection") == logs.lines(noted)
    assert [one.id for one in logs.lines(noted, "late-report")] == ["sending-1", "sending-4"]
    assert logs.lines(noted, "claim-file") == ()


def test_no_other_letter_about_a_report_is_its_objection():
    other = OBJECTOR.answers({"reports.0.sendings": [line(wrote="dispute-letter")]})
    assert panel.objected(other.reports[0]) is None and "objection-4062-30" in rules_of(other, "report-1")
    for name in (None, "objection"):
        case = other.answers({"reports.0.sendings.0.wrote": name})
        assert panel.objected(case.reports[0]) and "objection-4062-30" not in rules_of(case, "report-1")


def test_no_other_letter_asks_for_the_review_of_a_decision():
    asked = FARM_WORKER.answers({"letters.0.sendings": [line(to="reviewer", wrote="form-missing")]})
    assert not imr.sent(asked.letters[0]) and follow_ups(asked.letters[0], LAW) == ()
    assert imr.sent(asked.answers({"letters.0.sendings.0.wrote": None}).letters[0])


def test_no_other_letter_about_an_exam_serves_the_records():
    case = EXAM_SOON.answers({"exams.0.on": date(2027, 2, 26), "exams.0.for_qme": ("record-2",)})
    served = line(how="personal", papers=("record-2",))
    for wrote, state, done in ((None, evaluator.WAIT, True), ("late-report", evaluator.OPEN, False), ("travel-request", evaluator.OPEN, False)):
        noted = case.answers({"exams.0.sendings": [{**served, "wrote": wrote}]})
        assert evaluator.standing(noted, noted.exams[0], LAW, TODAY).state == state
        assert {one.task: one.proven for one in plan(noted, noted.exams[0], LAW, TODAY)}["serve"] is done


def test_no_other_letter_tells_the_choice_or_sends_the_form():
    told = BOOKED.answers({"panels.0.sendings.0.wrote": "follow-up"})
    assert panel.told(BOOKED.panels[0]) and panel.told(told.panels[0]) is None
    form = PANEL_WAIT.answers({"panel_form.medical_unit_on": None, "panel_form.sendings.0.wrote": "follow-up"})
    assert not panel.form_sent(form.panel_form)


def test_the_proof_of_a_letter_prints_the_day_of_that_letter_alone():
    case = OBJECTOR.answers({"reports.0.sendings": [line(1, on=date(2026, 11, 12)), line(2, on=date(2026, 11, 17), wrote="dispute-letter")]})
    told = RENDERERS[".txt"](objection_proof(Matter(case, None, LAW, load_words("en"), TODAY), case.reports[0])).decode()
    assert "November 12, 2026" in told and "November 17, 2026" not in told


def shown(case: Case) -> AppTest:
    at = AppTest.from_string(LOG, default_timeout=30)
    at.session_state["language"], at.session_state["case"] = "es", case
    return at.run()


def test_two_letters_share_a_list_and_each_shows_and_writes_its_own_lines():
    noted = [line(1, to="qme", wrote="factual-correction"), line(2, wrote="late-report")]
    at = shown(WRONG_REPORT.answers({"reports.1.sendings": noted}))
    assert healthy(at) and "factual-correction is sent" in text(at) and "dispute-letter is open" in text(at)
    assert WORDS.say("imr.edit_line", number=1) in [one.label for one in at.button] and WORDS.say("imr.edit_line", number=2) not in [one.label for one in at.button]
    at = at.button(key="add_line.report-2.dispute-letter").click().run()
    at.radio(key="q.reports.1.sendings.2.how").set_value("fax")
    for part, value in (("day", "20"), ("year", "2026")):
        at.text_input(key=f"q.reports.1.sendings.2.on.{part}").set_value(value)
    month = at.selectbox(key="q.reports.1.sendings.2.on.month")
    month.set_value(month.options[11])
    at = go_on(go_on(at))
    kept = at.session_state["case"].reports[1].sendings
    assert [(one.id, one.to, one.wrote) for one in kept[2:]] == [("sending-3", "claims_administrator", "dispute-letter")]
    assert "dispute-letter is sent" in text(at)
    at = at.button(key="remove.report-2.dispute-letter.sending-3").click().run()
    assert [one.id for one in at.session_state["case"].reports[1].sendings] == ["sending-1", "sending-2"]
    assert len([one for one in at.button if one.label == WORDS.say("undo.undo")]) == 1
    at = press(at, WORDS.say("undo.undo"))
    assert at.session_state["case"].reports[1].sendings == kept
