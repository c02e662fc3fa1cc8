"""The papers around the records for the evaluator: the letter that serves them, the letter to the QME, the index.

The letter to the QME has two shapes with the same words: the copy that is served on the claims administrator first, and
the letter itself, which is made only when rules/evaluator allows it; before that a sheet says what is missing.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from qme_guide.case import Exam, Record
from qme_guide.documents.document import Blank, Block, Bullets, Document, Paragraph
from qme_guide.documents.matter import Matter, addressed, case_facts, copy_note, facts, greeting, joined, letter_head, sheet, sign
from qme_guide.documents.packet_papers import Listed, exhibit_marks, index_table, listed
from qme_guide.documents.record_names import listed_name
from qme_guide.documents.serving import proof_of_mailing, titled
from qme_guide.rules import evaluator as rules
from qme_guide.rules import logs
from qme_guide.rules.exam import coming, doctor_name
from qme_guide.rules.start import exact

SERVING, LETTER, INDEX = "serve-records", "qme-letter", "qme-index"
NOTHING = Exam(id="exam-0")
_LINES = ("first", "second", "third")
Say = Callable[..., str]


def serve_records(matter: Matter, exam: Exam | None = None) -> Document:
    """The letter that takes the papers to the claims administrator first. Lab. Code 4062.3(b), (e).

    When they cannot reach the evaluator before the exam any more, it says that they do not go there, and asks the
    claims administrator to send them or to say that it does not object.
    """
    say, one = matter.sayer(SERVING), exam or about(matter)
    adjuster, closed = matter.case.claim.adjuster, no_time(matter, one)
    told = ("closed", "send_them") if closed else ("serve", "copy")
    more = ["not_medical"] if rules.not_medical(matter.case, one) else []
    blocks: list[Block] = [
        *copy_note(matter),
        *letter_head(matter),
        Paragraph(say("subject"), strong=True),
        *facts(_exam(matter, one, say), matter),
        greeting(say, adjuster),
        *joined([say(block, days=_days(matter)) for block in told]),
        Paragraph(say("list"), strong=True),
        *_papers(matter, one, say),
        *joined([say(block) for block in (*more, "keep")]),
        Paragraph(say("closing")),
    ]
    return sheet(matter, SERVING, [*blocks, sign(matter)], sent=True, one_page=True)


def serving_proof(matter: Matter, exam: Exam) -> Document:
    """The proof that the papers were mailed to the claims administrator, each named."""
    say, letter = matter.sayer(SERVING), [] if no_time(matter, exam) else [matter.sayer(SERVING)("proof_copy")]
    papers = [listed_name(one, matter.words) for one in rules.chosen(matter.case, exam)]
    return proof_of_mailing(matter, (titled(matter, SERVING), *letter, say("proof_index"), *papers), logs.lines(exam.sendings))


def qme_letter(matter: Matter, exam: Exam | None = None) -> Document:
    """The letter to the evaluator; as long as it must not go, a sheet that says so and why. Lab. Code 4062.3(b), (e)."""
    one = exam or about(matter)
    if not allowed(matter, one):
        return _not_yet(matter, one)
    serving = rules.standing(matter.case, one, matter.law, matter.today).serving
    return _letter(replace(matter, today=serving.on), one, matter.words.day(serving.on))


def qme_letter_copy(matter: Matter, exam: Exam) -> Document:
    """The same letter as it is served on the claims administrator, marked: it went to nobody else yet."""
    copy = _letter(matter, exam, None)
    return replace(copy, mark=" ".join(filter(None, (matter.sayer(LETTER)("copy_mark"), copy.mark))))


def allowed(matter: Matter, exam: Exam) -> bool:
    """The letter to the evaluator may be made on the day of writing."""
    return rules.allowed(matter.case, exam, matter.law, matter.today)


def no_time(matter: Matter, exam: Exam) -> bool:
    """Papers served on the day of writing cannot reach the evaluator before the exam, and none were served in time."""
    late = rules.window(exam, matter.law, matter.today).state == rules.CLOSED
    return late and not rules.in_time(matter.case, exam, matter.law)


def qme_index(matter: Matter, lines: Sequence[Listed] | None = None, exam: Exam | None = None, total: int = 0) -> Document:
    """Every paper for the evaluator, under the same letter as on the list that was served.

    lines: as they stand in a packet, with their pages; without them the chosen records. total: the pages of the packet.
    """
    say, one = matter.sayer(INDEX), exam or about(matter)
    lines = [listed(matter, mark, record) for mark, record in marked(matter, one)] if lines is None else lines
    told = [*case_facts(matter), *_exam(matter, one, say), (say("pages"), str(total or "") or None)]
    blocks: list[Block] = [*copy_note(matter), *facts(told, matter)]
    blocks += [index_table(matter, lines)] if lines else [Blank(matter.shared("exhibit", mark=mark)) for mark in exhibit_marks(len(_LINES))]
    return sheet(matter, INDEX, [*blocks, Paragraph(say("same"))], sent=True)


def marked(matter: Matter, exam: Exam) -> list[tuple[str, Record]]:
    """The chosen records with their letters: those of the serving when they were served, so that both sides see the same."""
    found = rules.chosen(matter.case, exam)
    serving = rules.standing(matter.case, exam, matter.law, matter.today).serving
    order = serving.papers if serving and {one.id for one in found} <= set(serving.papers) else tuple(one.id for one in found)
    marks = dict(zip(order, exhibit_marks(len(order)), strict=True))
    return sorted(((marks[one.id], one) for one in found), key=lambda pair: order.index(pair[-1].id))


def about(matter: Matter) -> Exam:
    """The exam that is to come, else the last one; an empty one when there is none."""
    return coming(matter.case, matter.today) or NOTHING


def _letter(matter: Matter, exam: Exam, served: str | None) -> Document:
    """Neutral and short: what is enclosed, that it was served first, who has the same. It argues nothing."""
    say, doctor = matter.sayer(LETTER), doctor_name(matter.case, exam)
    told = [*case_facts(matter), _day(matter, exam, say), (say("served_on"), served)]
    blocks: list[Block] = [
        *copy_note(matter),
        *addressed(matter, doctor, exam.place),
        Paragraph(say("subject"), strong=True),
        *facts(told, matter),
        greeting(say, doctor),
        *joined([say("enclosed"), say("served", days=_days(matter)), say("same")]),
        Paragraph(say("list")),
        Paragraph(say("closing")),
        sign(matter),
    ]
    return sheet(matter, LETTER, blocks, sent=True, one_page=True)


def _not_yet(matter: Matter, exam: Exam) -> Document:
    """No letter: what it waits for."""
    say, found = matter.sayer(LETTER), rules.standing(matter.case, exam, matter.law, matter.today)
    from_day = found.wait.safe if found.state == rules.WAIT and found.wait else None
    blocks: list[Block] = [
        Paragraph(say("not_yet"), strong=True),
        Paragraph(say("not_yet_why", days=_days(matter))),
        *([Paragraph(say("not_yet_from", day=from_day))] if from_day else []),
    ]
    paper = sheet(matter, LETTER, blocks, sent=True)
    return replace(paper, title=say("not_yet_title"), mark=" ".join(filter(None, (say("not_yet_mark"), paper.mark))))


def _exam(matter: Matter, exam: Exam, say: Say) -> list[tuple[str, str | None]]:
    """The day of the exam and the evaluator."""
    return [_day(matter, exam, say), (say("evaluator"), doctor_name(matter.case, exam))]


def _day(matter: Matter, exam: Exam, say: Say) -> tuple[str, str | None]:
    return say("exam"), matter.words.day(exam.on) if exact(exam.on) else None


def _papers(matter: Matter, exam: Exam, say: Say) -> list[Block]:
    """Each chosen record by name; lines to fill in when none is chosen."""
    names = tuple(listed_name(one, matter.words) for one in rules.chosen(matter.case, exam))
    return [Bullets(names, numbered=True)] if names else [Blank(say("paper")) for _ in _LINES]


def _days(matter: Matter) -> int | None:
    """The days between the serving and the evaluator, as the clock has them."""
    return matter.law.clock(rules.SEND).newest.n
