"""The people of the tests: roles, never real persons. Each is a case file, as the guide itself would save it."""

from datetime import date

from qme_guide.case import Case, Claim, Exam, Letter, Report, Treatment, Triage, Worker

TODAY = date(2026, 11, 21)
ROAD = Triage(danger="no", lawyer="no", denied="treatment", own_doctor="yes", exits=("none",))

# (i) of the product notes: a UR denial dated 22 days ago, by mail, a holiday weekend before day 30.
FARM_WORKER = Case(
    triage=ROAD,
    worker=Worker(name="Sample Worker", address="1 Sample Street\nSample City, California", phone="000-0000"),
    claim=Claim(number="SAMPLE-001", injured_on=date(2026, 3, 16), employer="Example Farms", claims_administrator="Example Insurance"),
    letters=(
        Letter(
            id="letter-1",
            printed_on=date(2026, 10, 30),
            drug="no",
            served_how="mail",
            served_where="ca",
            proof_of_service="no",
            postmarked_on=date(2026, 10, 30),
            received_on=date(2026, 11, 3),
            treatments=(Treatment(name="Physical therapy, 8 visits", body_part="right shoulder", drug="no", decision="denied"),),
            reason="The request does not say how the earlier visits helped.",
            urgent="no",
            conditional="no",
            liability_disputed="no",
            form_enclosed="yes",
            envelope_enclosed="yes",
            decided_on=date(2026, 10, 30),
        ),
    ),
)
NEWCOMER = Case()
# (v): the claim itself is denied.
CLAIM_DENIED = Case(
    triage=Triage(danger="no", lawyer="no", denied="claim"),
    claim=Claim(injured_on=date(2026, 3, 16), form_filed_on=date(2026, 8, 3), denied_on=date(2026, 11, 12)),
)
REPRESENTED = FARM_WORKER.answers({"triage.lawyer": "yes"})
LATE_DRUG = FARM_WORKER.answers({"letters.0.drug": "yes"})
NO_FORM = FARM_WORKER.answers({"letters.0.form_enclosed": "no", "letters.0.envelope_enclosed": "no"})
LIABILITY = FARM_WORKER.answers({"letters.0.liability_disputed": "yes"})
LIABILITY_OVER = LIABILITY.answers({"letters.0.liability_notice_on": date(2026, 11, 16)})
MANY = Case(
    triage=ROAD,
    letters=tuple(
        Letter(
            id=f"letter-{number}",
            printed_on=date(2026, 11, number),
            drug="no",
            treatments=tuple(Treatment(name=f"Treatment {one}", drug="no") for one in range(1, 6)),
        )
        for number in (2, 9, 16)
    ),
    reports=(Report(id="report-1", kind="treating", received_on=date(2026, 11, 10)), Report(id="report-2", kind="qme", received_on=date(2026, 11, 9))),
    exams=(Exam(id="exam-1", on=date(2027, 1, 29)),),
)
EVERYBODY = {
    "newcomer": NEWCOMER,
    "farm-worker": FARM_WORKER,
    "claim-denied": CLAIM_DENIED,
    "represented": REPRESENTED,
    "late-drug": LATE_DRUG,
    "no-form": NO_FORM,
    "liability": LIABILITY,
    "liability-over": LIABILITY_OVER,
    "many": MANY,
}
