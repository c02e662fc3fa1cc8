"""Every letter of the guide in one list: to whom it goes, who is served, by when, and when it is refused.

No letter reaches a QME without a served copy (Lab. Code 4062.3(e)); with an attorney there is no letter of ours.
"""

from datetime import date
from typing import get_args

import pytest

from qme_guide.answers import Recipient, Wrote
from qme_guide.case import Case
from qme_guide.documents.catalog import PAPERS
from qme_guide.documents.claim_papers import claim_file, ur_complaint_sheet
from qme_guide.documents.document import Blank, Lines, Signature, Table
from qme_guide.documents.late_report import late_report, late_report_proof
from qme_guide.documents.matter import Matter
from qme_guide.documents.supplemental_request import supplemental_copy, supplemental_request
from qme_guide.law import load_law
from qme_guide.render import RENDERERS
from qme_guide.rules import asking_more, correspondence, evaluator
from qme_guide.rules import late_report as late
from qme_guide.rules.correspondence import AFTER_WAIT, EVERYBODY, KINDS, LETTERS, NEVER, SAME_DAY
from qme_guide.sitemap import PAGES
from qme_guide.words import LANGUAGES, load_words
from tests.personas import EVERYBODY as PERSONS
from tests.personas import EXAM_SOON, FARM_WORKER, NEWCOMER, RATED, TODAY, WRONG_REPORT
from tests.test_letters import golden, text

LAW = load_law()
NAMES = tuple(KINDS)
# What is sent, but is no letter of its own: it goes along with one, or is shown to a doctor.
GOES_ALONG = {
    "imr-cover", "claims-copy", "late-note", "designation", "records-index", "copies", "proof-of-service", "qme-index", "hand-off", "hand-off-full", "supervisor-sheet", "timeline-exam", "timeline-full",
    "timeline-doctor", "function-statement", "function-full", "appeal-sheet", "specialty-sheet", "error-table",
}  # fmt: skip
ASKING = WRONG_REPORT.answers({"reports.1.question": "On page 12 you write about rest breaks. How long is each break?", "reports.1.question_rating": "no"})
ASKED = {"id": "sending-1", "to": "claims_administrator", "on": "2026-11-16", "wrote": "claim-file"}


def matter(case: Case, today: date | None = TODAY, language: str = "en") -> Matter:
    return Matter(case, next(iter(case.letters), None), LAW, load_words(language), today)


def told(document) -> str:
    return " ".join(RENDERERS[".txt"](document).decode().split())


def refused(name: str, case: Case, today: date = TODAY) -> str | None:
    return correspondence.refused(KINDS[name], case, LAW, today)


def late_state(case: Case, today: date) -> str:
    return late.standing(case, case.exams[0], LAW, today).state


def test_the_list_holds_every_letter_and_every_letter_of_the_list_is_made():
    assert len(LETTERS) >= 14
    assert set(NAMES) <= set(PAPERS) | {"imr-request"}, "a letter of the list that nothing makes"
    sent = {name for name, paper in PAPERS.items() if paper.sent} - GOES_ALONG
    assert sent - set(NAMES) == set(), "a letter that the list does not know"
    assert set(get_args(Wrote)) <= set(NAMES), "a letter that a log knows and the list does not"


@pytest.mark.parametrize("name", NAMES)
def test_each_letter_has_a_recipient_a_date_that_exists_and_a_page(name):
    kind = KINDS[name]
    assert kind.sheet or kind.to
    assert {*kind.to, *kind.served} <= set(get_args(Recipient)) and not set(kind.to) & set(kind.served)
    assert set(kind.rules) <= set(LAW.clocks)
    assert kind.page in {page.name for page in PAGES}
    for language in LANGUAGES:
        assert load_words(language).say(f"write.case_{name}") and load_words(language).say(f"paper.{name}")


@pytest.mark.parametrize("name", NAMES)
def test_no_letter_goes_to_a_qme_without_a_served_copy(name):
    """Lab. Code 4062.3(e): before the exam 20 days ahead, after it at the same time. And no way to write to the QME alone."""
    kind = KINDS[name]
    goes = "qme" in (*kind.to, *kind.served)
    assert goes == (kind.qme != NEVER)
    if goes:
        assert "claims_administrator" in (*kind.to, *kind.served)
        assert kind.qme in (SAME_DAY, AFTER_WAIT) and (kind.qme == AFTER_WAIT) == (evaluator.SEND in kind.rules)


def test_a_paper_that_is_addressed_to_the_qme_is_known_as_one_and_names_who_else_gets_it():
    """The papers themselves, not only the list: whoever is written to beside the worker stands in an address block."""
    case = ASKING.answers({"exams.0.on": "2027-01-29", "reports.1.correction.theirs_served_on": "2026-11-19"})
    evaluators = {case.reports[1].author, *(one.name for one in case.panels[0].doctors)}
    addressed = set()
    for name, paper in PAPERS.items():
        document = paper.build(matter(case))
        lines = {line for block in document.blocks if isinstance(block, Lines) for line in block.lines}
        cells = {cell.splitlines()[0] for block in document.blocks if isinstance(block, Table) for row in block.rows for cell in row if "\n" in cell}
        if paper.sent and evaluators & (lines | cells):
            addressed.add(name)
            assert KINDS[name].qme != NEVER, name
            assert KINDS[name].qme == AFTER_WAIT or case.claim.claims_administrator in told(document), name
    assert addressed >= {"factual-correction", "correction-reply", "supplemental-request"}


@pytest.mark.parametrize(("path", "said", "reason"), [("triage.lawyer", "yes", correspondence.ATTORNEY), ("triage.exits", ["union"], correspondence.CLOSED)])
def test_with_an_attorney_or_in_another_system_no_letter_is_made_for_anybody(path, said, reason):
    for person in PERSONS.values():
        case = person.answers({"triage.lawyer": None, path: said})
        assert {refused(name, case) for name in NAMES if name not in EVERYBODY} == {reason}
        assert {refused(name, case) for name in EVERYBODY} == {None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_reason_to_refuse_has_its_words(language):
    words = load_words(language)
    cases = [*PERSONS.values(), ASKING, Case()]
    reasons = {refused(name, case) for name in NAMES for case in cases} - {None, correspondence.ATTORNEY, correspondence.CLOSED}
    assert len(reasons) >= 8
    assert all(words.say(f"write.why_{reason}") for reason in reasons | set(correspondence.WAYS))


def test_the_wrong_route_is_refused_and_the_right_one_is_open():
    only_qme = WRONG_REPORT.answers({"reports": [WRONG_REPORT.reports[1]]})
    assert refused("objection", only_qme) == "qme_report" and refused("factual-correction", only_qme) is None
    assert refused("factual-correction", EXAM_SOON) == "not_qme" and refused("objection", EXAM_SOON) is None
    assert refused("correction-reply", EXAM_SOON) == "not_qme" and refused("correction-reply", Case()) == "no_report" and refused("correction-reply", only_qme) is None
    assert refused("factual-correction", Case()) == "no_report" and refused("objection", Case()) is None
    assert refused("rating-reconsider", WRONG_REPORT) == "no_rating" and refused("rating-reconsider", RATED) is None
    assert refused("qme-letter", EXAM_SOON) == "serve_first"
    assert refused("interpreter-request", WRONG_REPORT) == "exam_over" and refused("interpreter-request", EXAM_SOON) is None
    assert refused("follow-up", NEWCOMER) == "nothing_sent" and refused("follow-up", WRONG_REPORT.answers({"sendings": [ASKED]})) is None
    assert refused("imr-authorize", PERSONS["overturned"]) is None and refused("imr-authorize", PERSONS["upheld"]) == "nothing_approved"
    assert refused("claim-file", Case()) is None


@pytest.mark.parametrize(("today", "state"), [
    ("2026-11-29", late.AHEAD), ("2026-11-30", late.AHEAD), ("2026-12-01", late.NOT_YET), ("2026-12-30", late.NOT_YET), ("2026-12-31", late.OPEN),
])  # fmt: skip
def test_the_letter_about_a_late_report_waits_for_day_31(today, state):
    assert late_state(EXAM_SOON, date.fromisoformat(today)) == state
    assert (refused("late-report", EXAM_SOON, date.fromisoformat(today)) is None) == (state == late.OPEN)


@pytest.mark.parametrize(("new", "state"), [
    ({"exams.0.on": "unsure"}, late.NO_DAY),
    ({"reports": []}, late.OPEN),
    ({"reports.1.received_on": "2026-11-11"}, late.IN_TIME),
    ({"reports.1.received_on": "2026-11-16"}, late.CAME),
    ({"reports.1.received_on": None}, late.CAME),
    ({"reports": [], "exams.0.report_came": "yes"}, late.CAME),
    ({"reports": [], "exams.0.sendings": [{"id": "sending-1", "to": "claims_administrator", "on": "2026-11-16", "wrote": "late-report"}]}, late.SENT),
    ({"reports": [], "exams.0.sendings": [{"id": "sending-1", "to": "claims_administrator", "on": "2026-11-16"}]}, late.OPEN),
])  # fmt: skip
def test_how_the_late_report_stands_follows_from_what_came(new, state):
    assert late_state(WRONG_REPORT.answers(new), TODAY) == state


def test_a_letter_sent_while_the_last_day_was_a_holiday_goes_out_again():
    """Day 30 is Thanksgiving: from day 31 on, and again after the day to which it may move."""
    case = EXAM_SOON.answers({"exams.0.on": "2026-10-27", "exams.0.sendings": [{"id": "sending-1", "to": "claims_administrator", "on": "2026-11-27", "wrote": "late-report"}]})
    first = late.standing(case, case.exams[0], LAW, date(2026, 11, 27)).first
    assert first.safe == date(2026, 11, 27) < first.outside
    assert late_state(case, date(2026, 11, 27)) == late.SENT and late_state(case, first.outside) == late.AGAIN


@pytest.mark.parametrize(("received", "state"), [("2026-11-26", late.IN_TIME), ("2026-11-27", late.CAME), ("2026-11-30", late.CAME)])
def test_a_report_that_came_between_day_31_and_the_moved_last_day_is_not_called_in_time(received, state):
    """Day 30 is Thanksgiving. Whether that day moves is not sure, so nobody is told that there is nothing to object to."""
    moved = WRONG_REPORT.answers({"exams.0.on": "2026-10-27", "reports.1.exam": "exam-1", "reports.1.printed_on": None, "reports.1.served_on": None, "reports.1.received_on": received})
    assert late_state(moved, date(2026, 12, 2)) == state


def test_of_several_reports_of_one_exam_the_first_that_came_tells_whether_it_was_in_time():
    """The supplemental report that came later says nothing about the thirty days, wherever it stands in the list."""
    first = WRONG_REPORT.answers({"reports.1.received_on": "2026-11-09"}).reports[1]
    later = first.model_copy(update={"id": "report-9", "received_on": date(2026, 11, 20)})
    for both in ((first, later), (later, first)):
        assert late_state(WRONG_REPORT.model_copy(update={"reports": both}), TODAY) == late.IN_TIME


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_letter_about_a_late_report_says_only_what_was_told(language):
    say = matter(Case(), language=language).sayer("late-report")
    none = WRONG_REPORT.answers({"reports": []})
    assert say("not_here", day=TODAY) not in told(late_report(matter(none, language=language)))
    assert say("not_here", day=TODAY) in told(late_report(matter(none.answers({"exams.0.report_came": "no"}), language=language)))
    for new in ({}, {"triage.lawyer": "yes", "reports": []}, {"exams.0.on": "2026-11-02", "reports": []}, {"exams.0.on": "2027-01-04", "reports": []}):
        assert say("refused_mark") in told(late_report(matter(WRONG_REPORT.answers(new), language=language))), new
    came = told(late_report(matter(WRONG_REPORT.answers({"reports.1.received_on": "2026-11-16"}), language=language)))
    assert say("here", day=date(2026, 11, 16)) in came and say("not_here", day=TODAY) not in came


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("new", "known"), [
    ({"reports": []}, False),
    ({"reports": [], "exams.0.report_came": "unsure"}, False),
    ({"reports": [], "exams.0.report_came": "yes"}, False),
    ({"reports": [], "exams.0.report_came": "no", "exams.0.on": None}, False),
    ({"reports": [], "exams.0.report_came": "no"}, True),
    ({"reports.1.received_on": "2026-11-16"}, True),
])  # fmt: skip
def test_that_the_report_came_late_stands_in_the_letter_only_when_that_was_told(new, known, language):
    paper = late_report(matter(WRONG_REPORT.answers(new), language=language))
    say, read = matter(Case(), language=language).sayer("late-report"), told(paper)
    assert [say(block) in read for block in ("object", "object_open")] == [known, not known]
    assert [say(block) in read for block in ("subject", "subject_open")] == [known, not known]
    assert paper.title == (say("title") if known else say("title_open"))
    english = matter(Case(), language="en").sayer("late-report")("title" if known else "title_open")
    one = WRONG_REPORT.answers(new)
    assert english in told(late_report_proof(matter(one, language=language), one.exams[0]))


@pytest.mark.parametrize(("new", "state"), [
    ({}, asking_more.OPEN),
    ({"reports.1.question": None}, asking_more.NO_QUESTION),
    ({"reports.1.question_rating": None}, asking_more.NO_QUESTION),
    ({"reports.1.question_rating": "yes"}, asking_more.RATING_FIRST),
    ({"reports.1.question_rating": "unsure"}, asking_more.RATING_FIRST),
    ({"reports.1.question_rating": "yes", "rating.received_on": "2026-11-19"}, asking_more.AFTER_RATING),
    ({"reports.1.kind": "treating"}, asking_more.NOT_QME),
    ({"reports.1.kind": "unsure"}, asking_more.NOT_QME),
])  # fmt: skip
def test_a_question_to_the_qme_is_open_only_where_it_is_not_about_the_rating(new, state):
    case = ASKING.answers(new)
    assert asking_more.standing(case, case.reports[1]) == state


def line(number: int, to: str) -> dict[str, object]:
    return {"id": f"sending-{number}", "to": to, "on": "2026-11-20", "wrote": "supplemental-request"}


@pytest.mark.parametrize(("said", "state"), [("no", asking_more.SENT), (None, asking_more.SENT), ("yes", asking_more.RATING_FIRST), ("unsure", asking_more.RATING_FIRST)])
def test_after_one_question_went_another_one_about_the_rating_is_refused_all_the_same(said, state):
    lines = [{"id": f"sending-{at}", "to": to, "on": "2026-11-18", "wrote": "supplemental-request"} for at, to in enumerate(("qme", "claims_administrator"))]
    case = ASKING.answers({"reports.1.sendings": lines, "reports.1.question_rating": said})
    assert asking_more.standing(case, case.reports[1]) == state


def test_a_question_that_went_to_the_qme_alone_must_be_served_today():
    for lines, state in (([line(1, "qme")], asking_more.NOT_SERVED), ([line(1, "claims_administrator")], asking_more.OPEN), ([line(1, "qme"), line(2, "claims_administrator")], asking_more.SENT)):
        case = ASKING.answers({"reports.1.sendings": lines})
        assert asking_more.standing(case, case.reports[1]) == state


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_letter_to_the_qme_names_who_is_served_and_is_not_made_where_it_is_refused(language):
    words = load_words(language)
    letter = told(supplemental_request(matter(ASKING, language=language), ASKING.reports[1]))
    assert ASKING.reports[1].question in letter and ASKING.claim.claims_administrator in letter
    mark = words.letter("supplemental-request", "copy_mark")
    assert mark in told(supplemental_copy(matter(ASKING, language=language), ASKING.reports[1])) and mark not in letter
    for new in ({"triage.lawyer": "yes"}, {"reports.1.question_rating": "yes"}, {"reports.1.question_rating": "unsure"}, {"reports.1.kind": "treating"}):
        case = ASKING.answers(new)
        paper = told(supplemental_request(matter(case, language=language), case.reports[1]))
        assert ASKING.reports[1].question not in paper and words.letter("supplemental-request", "not_yet_mark") in paper


def test_a_letter_is_sent_only_when_everybody_has_it():
    """RATED: the correction went to all three. Without the DEU's line it is not sent."""
    kind = KINDS["factual-correction"]
    assert correspondence.sent(kind, RATED) == {RATED.reports[1].id: date(2026, 11, 12)}
    assert correspondence.sent(kind, RATED.answers({"reports.1.sendings.2.to": "qme"})) == {}
    assert correspondence.sent(KINDS["claim-file"], WRONG_REPORT.answers({"sendings": [ASKED]})) == {"": date(2026, 11, 16)}


def test_what_one_report_was_sent_says_nothing_about_another():
    """RATED: the correction of one report went to all three. Of another report two have it: together that is nobody's all."""
    kind, lines = KINDS["factual-correction"], RATED.reports[1].sendings
    other = RATED.reports[1].model_copy(update={"id": "report-9", "sendings": lines[:1]})
    both = RATED.model_copy(update={"reports": (*RATED.reports, other)})
    assert correspondence.sent(kind, both) == {RATED.reports[1].id: date(2026, 11, 12)}
    halves = [RATED.reports[1].model_copy(update={"sendings": lines[:1]}), other.model_copy(update={"sendings": lines[1:]})]
    assert correspondence.sent(kind, RATED.model_copy(update={"reports": tuple(halves)})) == {}


def test_the_log_of_the_late_report_says_nothing_about_papers_for_the_evaluator():
    sent = EXAM_SOON.answers({"exams.0.on": "2027-01-29", "exams.0.for_qme": ["record-1"]})
    went = sent.answers({"exams.0.sendings": [{"id": "sending-1", "to": "claims_administrator", "on": "2026-11-20", "wrote": "late-report", "papers": ["record-1"]}]})
    assert evaluator.standing(went, went.exams[0], LAW, TODAY) == evaluator.standing(sent, sent.exams[0], LAW, TODAY)


WITHOUT = WRONG_REPORT.answers({"reports": [], "exams.0.report_came": "no"})
ODD = {
    "worker.name": "María José Ñáñez-de la O <b>", "claim.adjuster": "“Pat” O’Sample", "claim.claims_administrator": "شركة المثال",
    "claim.administrator_address": "3 Sample Street\n\n  Sample City  ", "exams.0.doctor": None,
}  # fmt: skip
WHY = "Is **3** < 5 & “so”? السؤال <b>here</b> None {name}"
FULL = {"late-report": (late_report, WITHOUT), "supplemental-request": (supplemental_request, ASKING), "claim-file": (claim_file, WRONG_REPORT), "ur-complaint-sheet": (ur_complaint_sheet, FARM_WORKER)}
ANSWERS = (
    "worker.name", "worker.address", "worker.phone", "claim.number", "claim.injured_on", "claim.adjuster", "claim.claims_administrator", "claim.administrator_address",
    "exams.0.on", "exams.0.doctor", "exams.0.report_came", "reports.1.author", "reports.1.author_address", "reports.1.printed_on", "reports.1.exam", "triage.lawyer",
    "letters.0.printed_on", "letters.0.received_on", "letters.0.treatments",
)  # fmt: skip


def odd(name: str) -> Case:
    more = {"reports.1.question": WHY, "reports.1.author": "Dr. <i>Señor</i> \"X\""} if name == "supplemental-request" else {}
    return FULL[name][1].answers({path: said for path, said in (ODD | more).items() if not path.startswith("exams") or FULL[name][1].exams})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FULL)
def test_a_full_and_an_awkward_case_read_as_agreed(name, language):
    build, case = FULL[name]
    full = {"full": case} if name not in ("claim-file", "ur-complaint-sheet") else {}
    for kind, one in (full | {"odd": odd(name)}).items():
        golden(f"{name}-{kind}-{language}", RENDERERS[".txt"](build(matter(one, language=language))).decode())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FULL)
def test_without_any_one_answer_no_sentence_is_broken(name, language):
    build, case = FULL[name]
    for path in ANSWERS:
        try:
            without = case.answers({path: () if path.endswith("treatments") else None})
        except (IndexError, KeyError):
            continue
        raw = RENDERERS[".txt"](build(matter(without, language=language))).decode()
        found = " ".join(raw.split())
        assert not [bad for bad in ("None", "“”", "( )", "()", " .", " ,", " :", "{") if bad in found], (path, found)
        assert not [line for line in raw.splitlines() if line.strip() in (".", ",", ":")], path


def test_own_words_print_exactly_as_they_were_typed():
    assert WHY in told(supplemental_request(matter(odd("supplemental-request"))))


@pytest.mark.parametrize("received", [date(2026, 11, 19), "2026-11", "unsure"])
def test_a_rating_came_for_every_letter_alike_also_when_its_day_is_not_known(received):
    """One answer on all pages: the request may be made, and a question about disability does not count any more."""
    case = RATED.answers({"rating.received_on": received, "rating.printed_on": None, "reports.1.question": "Why?", "reports.1.question_rating": "yes"})
    assert refused("rating-reconsider", case) is None
    assert asking_more.standing(case, case.reports[-1]) == asking_more.AFTER_RATING


def test_the_permission_to_act_names_the_day_of_the_decision_and_else_that_of_the_letter():
    words = load_words("en")
    for decided, day in ((None, date(2026, 10, 30)), ("2026-10-28", date(2026, 10, 28)), ("unsure", date(2026, 10, 30))):
        assert words.day(day) in text("designation", FARM_WORKER.answers({"letters.0.decided_on": decided}), "en")


def test_the_permission_is_signed_on_one_sheet_and_the_copy_to_read_has_no_place_for_it():
    sent, read = (PAPERS["designation"].build(matter(FARM_WORKER, language=language)) for language in ("en", "es"))
    assert any(isinstance(block, Signature) for block in sent.blocks)
    assert not [block for block in read.blocks if isinstance(block, Signature | Blank)]
    said = [RENDERERS[".txt"](paper).decode() for paper in (sent, read)]
    there = [load_words(language).letter("designation", "sign_there") in told for language, told in zip(("en", "es"), said, strict=True)]
    assert there == [False, True] and "____" in said[0] and "____" not in said[1]
