"""The people of the tests: roles, never real persons. Each is a case file, as the guide itself would save it."""

from datetime import date

from qme_guide.case import (
    Call, Case, Claim, Doctor, Exam, Finding, Letter, Panel, PanelDoctor, PanelForm, Record, Report, Route, Sending, Treatment, Triage, Worker,
)  # fmt: skip

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
# The farm worker later on: the second track told, records listed, the request sent by fax.
TWO_TRACKS = FARM_WORKER.answers(
    {
        "doctor": Doctor(name="Dr. Sample", clinic="Example Clinic", address="2 Sample Street\nSample City, California"),
        "letters.0.reasons": ("few_facts", "no_progress"),
        "letters.0.asked_before": "no",
        "letters.0.signer": "worker",
        "records": (
            Record(id="record-1", kind="rfa", state="have", holder="doctor", holder_name="Dr. Sample", dated_on=date(2026, 10, 20)),
            Record(id="record-2", kind="therapy_notes", state="asked", holder="clinic", holder_name="Example Clinic", asked_on=date(2026, 11, 19)),
            Record(id="record-3", kind="imaging", about="Right shoulder", state="cant_get", holder="hospital", holder_name="Example Hospital"),
        ),
    }
)
SENT = TWO_TRACKS.answers(
    {
        "letters.0.sendings": (
            Sending(id="sending-1", to="reviewer", on=date(2026, 11, 20), how="fax", proof="none", result="failed"),
            Sending(id="sending-2", to="reviewer", on=date(2026, 11, 21), how="fax", proof="fax_page", number="SAMPLE-FAX-1", result="sent"),
            Sending(id="sending-3", to="claims_administrator", on=date(2026, 11, 21), how="mail", proof="tracking", number="SAMPLE-MAIL-1", result="sent"),
        ),
        "letters.0.doctor_told_on": date(2026, 11, 21),
    }
)
NOT_ELIGIBLE = SENT.answers({"letters.0.review.answer": "not_eligible", "letters.0.review.answered_on": date(2026, 12, 4)})
ASSIGNED = SENT.answers(
    {
        "letters.0.review.answer": "eligible",
        "letters.0.review.answered_on": date(2026, 12, 4),
        "letters.0.review.assigned_on": date(2026, 12, 7),
        "letters.0.review.list_received": "yes",
        "letters.0.review.listed": ("record-1",),
    }
)
DECIDED = {"letters.0.review.decided_on": date(2026, 12, 21), "letters.0.review.received_on": date(2026, 12, 24)}
OVERTURNED = ASSIGNED.answers({**DECIDED, "letters.0.treatments.0.result": "overturned", "letters.0.review.administrator_received_on": date(2026, 12, 23)})
UPHELD = ASSIGNED.answers({**DECIDED, "letters.0.treatments.0.result": "upheld"})
# A doctor says: go back to work. No attorney, the claim is accepted.
OBJECTOR = Case(
    triage=Triage(danger="no", lawyer="no", denied="other", exits=("none",)),
    worker=FARM_WORKER.worker,
    claim=FARM_WORKER.claim.model_copy(update={"administrator_address": "3 Sample Street\nSample City, California", "form_filed_on": date(2026, 3, 20)}),
    doctor=Doctor(name="Dr. Sample", clinic="Example Clinic"),
    route=Route(about=("work_status",), claim_stands="accepted", claim_form="yes", network="no"),
    reports=(
        Report(
            id="report-1",
            kind="treating",
            author="Dr. Sample",
            printed_on=date(2026, 11, 6),
            received_on=date(2026, 11, 10),
            findings=(
                Finding(id="finding-1", about="work_status", page="3", says="Return to full work on November 16.", mine="I cannot lift my arm above the shoulder."),
            ),
        ),
    ),
)
# The objection went out, the form came, the request is at the Medical Unit.
PANEL_WAIT = OBJECTOR.answers(
    {
        "reports.0.sendings": (Sending(id="sending-1", to="claims_administrator", on=date(2026, 11, 10), how="fax", proof="fax_page", result="sent"),),
        "panel_form": PanelForm(
            furnished_on=date(2026, 11, 12),
            furnished_by="claims_administrator",
            asked_to_submit="yes",
            asked_on=date(2026, 11, 12),
            doctor_asked="yes",
            sendings=(
                Sending(id="sending-1", to="medical_unit", on=date(2026, 11, 13), how="mail", proof="tracking", number="SAMPLE-MAIL-2", result="arrived"),
                Sending(id="sending-2", to="claims_administrator", on=date(2026, 11, 13), how="mail", proof="receipt", result="sent"),
            ),
            medical_unit_on=date(2026, 11, 17),
        ),
    }
)
# The panel is there: chosen by November 25, because the tenth day is Thanksgiving.
PANEL_HERE = PANEL_WAIT.answers(
    {
        "panel_form.sendings.0.on": date(2026, 11, 12),
        "panel_form.sendings.1.on": date(2026, 11, 12),
        "panel_form.medical_unit_on": date(2026, 11, 13),
        "panels": (
            Panel(
                id="panel-1",
                number="SAMPLE-PANEL-1",
                issued_on=date(2026, 11, 16),
                received_on=date(2026, 11, 19),
                doctors=(
                    PanelDoctor(id="doctor-1", name="Dr. Sample One", address="4 Sample Street\nSample City, California", phone="000-0001"),
                    PanelDoctor(id="doctor-2", name="Dr. Sample Two", address="5 Sample Street\nSample City, California", phone="000-0002", languages="English, Spanish"),
                    PanelDoctor(id="doctor-3", name="Dr. Sample Three", phone="000-0003"),
                ),
            ),
        ),
    }
)
BOOKED = PANEL_HERE.answers(
    {
        "panels.0.ia_called": "yes",
        "panels.0.chosen": "doctor-2",
        "panels.0.requested_on": date(2026, 11, 20),
        "panels.0.booked_on": date(2026, 11, 20),
        "panels.0.calls": (Call(id="call-1", doctor="doctor-2", on=date(2026, 11, 20), who="Front desk", said="January 29 at 9.", offered_on=date(2027, 1, 29)),),
        "panels.0.sendings": (Sending(id="sending-1", to="claims_administrator", on=date(2026, 11, 20), how="fax", proof="fax_page", result="sent"),),
        "exams": (
            Exam(
                id="exam-1",
                on=date(2027, 1, 29),
                at="9:00 a.m.",
                place="5 Sample Street\nSample City, California",
                panel="panel-1",
                doctor="doctor-2",
                interpreter="yes",
                language="Spanish",
                travel="yes",
                lost_wages="yes",
            ),
        ),
    }
)
PANEL_REPRESENTED = PANEL_HERE.answers({"triage.lawyer": "yes"})
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
    "two-tracks": TWO_TRACKS,
    "sent": SENT,
    "not-eligible": NOT_ELIGIBLE,
    "assigned": ASSIGNED,
    "overturned": OVERTURNED,
    "upheld": UPHELD,
    "objector": OBJECTOR,
    "panel-wait": PANEL_WAIT,
    "panel-here": PANEL_HERE,
    "booked": BOOKED,
    "panel-represented": PANEL_REPRESENTED,
}
