"""A person whose answers are hard to print: two surnames with accents and an apostrophe, quotation marks, `<b>`, writing from
right to left, a line without an end, months where days should be. For letters alone: not among the people of the page sweeps.
"""

from qme_guide.case import Case
from tests.personas import OVERTURNED, RATED, WRONG_REPORT

WORKER = "María José Ñáñez-O’Brien de la Peña"
LONG = "I asked for the papers and nobody answered, " * 6 + "W" * 30
RIGHT_TO_LEFT = "لا أستطيع رفع ذراعي فوق الكتف (10 kg) منذ ٢٠٢٦."
WORDS = f"“It’s <b>wrong</b>” & I said so: \"no\". {{name}} None **bold**\n\n{RIGHT_TO_LEFT}\n{LONG}"
ADDRESS = "12 ½ Calle “Niño” <b>\n\n  Sample City, California  "
COMPANY = "شركة المثال / Example & Sons’ Insurance"
DOCTOR = "Dra. Zoë Núñez-D’Ángelo <i>, M.D."
THERAPY = "Physical <b>therapy</b>, “8” visits; 8 > 3"

AWKWARD = WRONG_REPORT.answers({"letters": OVERTURNED.letters}).answers(
    {
        "worker": {"name": WORKER, "address": ADDRESS, "phone": "000-0000 “ask for Ñáñez”"},
        "claim.number": "SAMPLE-<b>/7 & {number}", "claim.injured_on": "2026-01", "claim.employer": "Example’s \"Farms\"", "claim.adjuster": "“Pat” O'Sample <Esq.>",
        "claim.claims_administrator": COMPANY, "claim.administrator_address": ADDRESS,
        "doctor": {"name": DOCTOR, "clinic": RIGHT_TO_LEFT, "address": ADDRESS},
        "records.0.about": LONG, "records.0.holder_name": DOCTOR, "records.0.dated_on": "2026-08", "records.1.about": "MRI <b>“lower”</b> back",
        "records.1.dated_on": "2026-04", "records.2.holder_name": "Clínica Ñandú & “Hijos”", "records.2.asked_on": "2026-11", "records.3.dated_on": "unsure",
        "letters.0.printed_on": "2026-10", "letters.0.received_on": "2026-11", "letters.0.treatments.0.name": THERAPY,
        "letters.0.treatments.0.body_part": "hombro “derecho”", "letters.0.reason": WORDS, "letters.0.form_enclosed": "no", "letters.0.review.decided_on": "2026-12",
        "letters.0.review.administrator_received_on": "2026-12", "letters.0.review.assigned_on": "2026-12", "letters.0.sendings.1.on": "2026-11",
        "reports.0.author": DOCTOR, "reports.0.printed_on": "2026-08", "reports.0.received_on": "2026-08", "reports.0.findings.0.page": "iii–iv, “note 2”",
        "reports.0.findings.0.says": WORDS, "reports.0.findings.0.mine": RIGHT_TO_LEFT, "reports.0.late_reason": WORDS,
        "reports.1.author": DOCTOR, "reports.1.author_address": ADDRESS, "reports.1.specialty": "<b>Orthopedic</b> Surgery", "reports.1.printed_on": "2026-11",
        "reports.1.errors.0.says": WORDS, "reports.1.errors.0.true": RIGHT_TO_LEFT, "reports.1.errors.0.page": "page 4 of 3", "reports.1.errors.1.says": "wrong",
        "reports.1.errors.1.true": None, "reports.1.errors.1.proof_named": "Pay stub “Example’s”, <b>May</b>", "reports.1.errors.2.place": LONG,
        "reports.1.errors.3.says": RIGHT_TO_LEFT, "reports.1.disputing.asks": WORDS, "reports.1.disputing.reply_by": "2026-12",
        "reports.1.correction": {"deu_office": ADDRESS, "theirs_served_on": "2026-11", "answer": "partly", "reply": WORDS}, "reports.1.late_reason": WORDS,
        "panels.0.number": "7 <b>“A”</b>", "panels.0.issued_on": "2026-09", "panels.0.doctors.0.name": DOCTOR, "panels.0.doctors.0.address": ADDRESS,
        "panels.0.calls.0.who": "“Front” desk <b>", "panels.0.calls.0.said": RIGHT_TO_LEFT, "panels.0.calls.0.on": "2026-09", "panels.0.calls.0.offered_on": "2026-11",
        "panel_form.sendings.0.on": "2026-08", "panel_form.specialty": "Núñez <b>“back”</b>",
        "exams.0.language": "Mixteco “bajo” <b>", "exams.0.place": ADDRESS, "exams.0.at": "“10” a.m.",
    }
)  # fmt: skip

AHEAD = {"exams.0.on": "2027-01", "reports": [AWKWARD.reports[0]]}
SERVED = {"id": "sending-1", "to": "claims_administrator", "on": "2026-10-20", "how": "fax", "papers": ["record-1"], "result": "arrived"}
TO_QME = {"exams.0.on": "2027-01-29", "exams.0.for_qme": ["record-1"], "exams.0.sendings": [SERVED]}
RATING = {"rating": RATED.rating.model_copy(update={"why": WORDS, "printed_on": "2026-11", "received_on": "2026-11"})}
LEFT_OUT = {"letters.0.review.listed": ["record-2"], "records.1.kind": "imaging"}
# What each letter needs beside it, or instead of it.
MORE = {
    "late-report": {"reports": [AWKWARD.reports[0]], "exams.0.report_came": "no"},
    "supplemental-request": {"reports.1.question": WORDS, "reports.1.question_rating": "no"},
    "rating-reconsider": RATING, "rating-card": RATING,
    "interpreter-request": AHEAD, "travel-request": AHEAD, "ask-sent": AHEAD, "object-nonmedical": AHEAD | {"exams.0.nonmedical_on": "2026-11"},
    "serve-records": AHEAD | {"exams.0.for_qme": ["record-1", "record-2"]}, "qme-letter": TO_QME,
    "imr-reimburse": {"letters.0.treatments.0.given": "yes"}, "records-missing": LEFT_OUT, "new-request": {"letters.0.treatments.0.result": "upheld"},
    "follow-up": {"reports.1.sendings": [{"id": "sending-1", "to": "claims_administrator", "on": "2026-11-10", "number": "“9” <b>", "wrote": "dispute-letter"}]},
}  # fmt: skip


def awkward(letter: str) -> Case:
    """The case for one letter."""
    return AWKWARD.answers(MORE.get(letter, {}))
