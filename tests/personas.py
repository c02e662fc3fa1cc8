"""The people of the tests: roles, never real persons. Each is a case file, as the guide itself would save it."""

from datetime import date

from qme_guide.case import (
    Ability, Call, Case, Claim, Correction, Disputing, Doctor, Earlier, Evening, Event, Exam, Finding, Function, Job, JobTask, Letter, Looked, Panel,
    PanelDoctor, PanelForm, Practised, Rating, Record, Report, ReportError, Route, Sending, Treatment, Triage, Worker,
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
# (ii): a warehouse worker without an attorney; the exam is on Monday in nine days, a Thanksgiving lies between.
EVENTS = (
    Event(
        id="event-1",
        kind="injury",
        on=date(2026, 1, 12),
        near="on",
        source="paper",
        body_part="Lower back and right leg",
        what="I lifted a 60-pound box from a low shelf. Sentí un jalón en la espalda and could not stand up straight.",
        rest="7",
        active="9",
        worst="9",
        record="record-4",
    ),
    Event(id="event-2", kind="care", on=date(2026, 1, 13), near="on", source="paper", body_part="Lower back", what="Emergency room. They took X-rays.", record="record-4"),
    Event(
        id="event-3",
        kind="symptom",
        on="2026-01",
        near="about",
        source="memory",
        body_part="Lower back",
        rest="6",
        active="9",
        worst="9",
        often="Every day",
        lasts="All day",
        stops="I could not bend to tie my shoes or lift my daughter.",
    ),
    Event(id="event-4", kind="work", on="2026-02", near="about", source="told", told_by="My supervisor", what="Light work: scanning labels, sitting, four hours a day."),
    Event(
        id="event-5",
        kind="symptom",
        on="2026-spring",
        source="memory",
        body_part="Right leg",
        what="The pain began to go down my leg to the foot.",
        rest="4",
        active="7",
        worst="8",
        often="Four or five days a week",
        lasts="Two or three hours",
        stops="Standing in line at the store.",
        good_day="I walk about 20 minutes and then sit.",
        bad_day="I lie down most of the day.",
    ),
    Event(id="event-6", kind="care", on=date(2026, 4, 20), near="on", source="paper", body_part="Lower back", what="MRI.", record="record-2"),
    Event(id="event-7", kind="symptom", near="before", beside="event-6", source="memory", body_part="Right foot", what="My foot went numb at night."),
    Event(id="event-8", kind="care", on="2026-05", until="2026-07", near="about", source="memory", what="Physical therapy, 12 visits. It helped me sit longer."),
    Event(id="event-9", kind="work", on=date(2026, 7, 6), near="after", source="memory", what="My employer had no more light work. I have not worked since then."),
    Event(id="event-10", kind="denial", on=date(2026, 8, 10), near="on", source="paper", what="Eight more visits of therapy were denied.", proof="Denial letter of August 10"),
    Event(
        id="event-11",
        kind="symptom",
        on="2026-09",
        near="about",
        source="memory",
        what="I feel sad and I argue at home because I cannot work.",
        private="private",
    ),
    Event(
        id="event-12",
        kind="symptom",
        on="2026-11",
        near="about",
        source="memory",
        body_part="Lower back and right leg",
        rest="3",
        active="6",
        worst="8",
        often="Every day",
        lasts="The whole evening after a walk",
        stops="Standing for more than about 15 minutes. Lifting a full laundry basket.",
        good_day="I cook a simple meal and wash the dishes sitting down.",
        bad_day="My wife helps me put on my shoes.",
    ),
    Event(id="event-13", kind="symptom", on="unsure", source="memory", body_part="Right leg", what="My leg gave way on the stairs, once or twice."),
    Event(id="event-14", kind="other", on="2019", near="about", source="memory", body_part="Lower back", what="A sore back after moving house. It went away in about two weeks."),
)
FUNCTION = Function(
    job=Job(
        title="Warehouse order picker",
        hours="Ten hours a day, four days a week",
        tasks=(
            JobTask(id="task-1", what="Lift boxes from the floor and from shelves", often="About 200 times a day", weight="20 to 60 pounds"),
            JobTask(id="task-2", what="Push a loaded cart", often="Six hours a day", weight="About 300 pounds"),
            JobTask(id="task-3", what="Stand and walk on concrete", often="Nine hours a day"),
            JobTask(id="task-4", what="Reach over the shoulder for boxes", often="About 50 times a day", weight="10 to 20 pounds"),
        ),
    ),
    abilities=(
        Ability(id="ability-1", what="lift", before="60 pounds, all day", now="less", amount="About 10 pounds", example="A gallon of milk with both hands.", good_day="15 pounds, a few times", bad_day="Nothing from the floor", task="task-1"),
        Ability(id="ability-2", what="push", before="A loaded cart, all day", now="less", minutes="About 5 minutes", example="I push a half-full shopping cart and lean on it.", task="task-2"),
        Ability(id="ability-3", what="stand", before="Nine hours", now="less", minutes="About 15 minutes", good_day="20 minutes", bad_day="5 minutes", task="task-3"),
        Ability(id="ability-4", what="walk", before="As long as I wanted", now="slower", minutes="About 20 minutes", amount="Four blocks", task="task-3"),
        Ability(id="ability-5", what="reach", before="All day", now="as_before", task="task-4"),
        Ability(id="ability-6", what="self_care", before="Alone", now="with_help", example="My wife ties my shoes on bad days.", good_day="Alone, sitting on the bed", bad_day="With help"),
        Ability(id="ability-7", what="sleep", before="Seven hours", now="changes", example="I wake up when I turn over.", good_day="Six hours", bad_day="Three hours"),
    ),
    skipped=("closeness",),
    earlier=Earlier(had="yes", about="A sore back in about 2019 after moving house. It lasted about two weeks. I saw no doctor.", just_before="No pain. I worked full time without limits."),
)
EXAM_SOON = Case(
    triage=Triage(danger="no", lawyer="no", denied="other", exits=("none",)),
    worker=FARM_WORKER.worker,
    claim=Claim(
        number="SAMPLE-002",
        injured_on=date(2026, 1, 12),
        employer="Example Warehouse",
        claims_administrator="Example Insurance",
        administrator_address="3 Sample Street\nSample City, California",
        form_filed_on=date(2026, 1, 15),
    ),
    doctor=Doctor(name="Dr. Sample", clinic="Example Clinic"),
    route=Route(about=("permanent_date",), claim_stands="accepted", claim_form="yes", network="no"),
    records=(
        Record(id="record-1", kind="report", state="have", holder="doctor", holder_name="Dr. Sample", about="Report that ended the treatment", dated_on=date(2026, 8, 3)),
        Record(id="record-2", kind="imaging", state="have", holder="hospital", holder_name="Example Hospital", about="MRI of the lower back", dated_on=date(2026, 4, 20)),
        Record(id="record-3", kind="therapy_notes", state="asked", holder="clinic", holder_name="Example Clinic", asked_on=date(2026, 11, 9)),
        Record(id="record-4", kind="emergency", state="have", holder="hospital", holder_name="Example Hospital", dated_on=date(2026, 1, 13)),
        Record(id="record-5", kind="job_description", state="cant_get", holder="employer", holder_name="Example Warehouse"),
    ),
    reports=(
        Report(
            id="report-1",
            kind="treating",
            author="Dr. Sample",
            printed_on=date(2026, 8, 3),
            received_on=date(2026, 8, 7),
            findings=(Finding(id="finding-1", about="permanent_date", page="2", says="Nothing more will change.", mine="My leg still gets worse after a short walk."),),
            sendings=(Sending(id="sending-1", to="claims_administrator", on=date(2026, 8, 12), how="fax", proof="fax_page", result="sent"),),
        ),
    ),
    panel_form=PanelForm(
        furnished_on=date(2026, 8, 17),
        furnished_by="claims_administrator",
        asked_to_submit="yes",
        asked_on=date(2026, 8, 17),
        doctor_asked="yes",
        sendings=(
            Sending(id="sending-1", to="medical_unit", on=date(2026, 8, 19), how="mail", proof="tracking", number="SAMPLE-MAIL-3", result="arrived"),
            Sending(id="sending-2", to="claims_administrator", on=date(2026, 8, 19), how="mail", proof="receipt", result="sent"),
        ),
        medical_unit_on=date(2026, 8, 21),
    ),
    panels=(
        Panel(
            id="panel-1",
            number="SAMPLE-PANEL-2",
            issued_on=date(2026, 9, 8),
            received_on=date(2026, 9, 11),
            doctors=(
                PanelDoctor(id="doctor-1", name="Dr. Sample One", specialty="Orthopedic Surgery", address="4 Sample Street\nSample City, California", phone="000-0001"),
                PanelDoctor(id="doctor-2", name="Dr. Sample Two", specialty="Orthopedic Surgery", address="5 Sample Street\nSample City, California", phone="000-0002"),
                PanelDoctor(id="doctor-3", name="Dr. Sample Three", specialty="Orthopedic Surgery", address="6 Sample Street\nSample City, California"),
            ),
            ia_called="yes",
            chosen="doctor-1",
            requested_on=date(2026, 9, 14),
            booked_on=date(2026, 9, 14),
            calls=(Call(id="call-1", doctor="doctor-1", on=date(2026, 9, 14), who="Front desk", said="November 30 at 10.", offered_on=date(2026, 11, 30)),),
            sendings=(Sending(id="sending-1", to="claims_administrator", on=date(2026, 9, 14), how="fax", proof="fax_page", result="sent"),),
        ),
    ),
    exams=(
        Exam(
            id="exam-1",
            on=date(2026, 11, 30),
            at="10:00 a.m.",
            place="4 Sample Street\nSample City, California",
            panel="panel-1",
            doctor="doctor-1",
            notice_on=date(2026, 9, 21),
            interpreter="yes",
            language="Spanish",
            travel="yes",
            lost_wages="yes",
        ),
    ),
    events=EVENTS,
    function=FUNCTION,
    practice=(Practised(id="injury", text="I lifted a heavy box and felt a pull in my back."), Practised(id="bad_day", text="On a bad day I lie down and my wife helps me with my shoes.")),
)
# (iii): a QME's report with wrong facts, received 12 days ago, on Monday 2026-11-09.
WRONG_REPORT = EXAM_SOON.answers(
    {
        "exams.0.on": date(2026, 10, 12),
        "exams.0.evening": Evening(
            arrived="9:45", seen="10:20", ended="10:50", examiner="Dr. Sample One", asked="About the lifting and my legs.", parts="Lower back, left leg.",
            tests="Bending forward, raising the left leg.", interpreter="no", papers="None.", written_on=date(2026, 10, 12),
        ),  # fmt: skip
        "route.about": ("permanent_date", "permanent"),
        "reports": (
            *EXAM_SOON.reports,
            Report(
                id="report-2",
                kind="qme",
                author="Dr. Sample One",
                specialty="Orthopedic Surgery",
                author_address="4 Sample Street\nSample City, California",
                exam="exam-1",
                printed_on=date(2026, 11, 5),
                received_on=date(2026, 11, 9),
                pages="41",
                looked=(Looked(id="who", state="right"), Looked(id="dates", state="wrong"), Looked(id="job", state="wrong"), Looked(id="records", state="wrong")),
                errors=(
                    ReportError(
                        id="error-1", topic="dates", page="2", place="line 14", says="Date of injury: February 12, 2026.", true="The injury was on January 12, 2026.",
                        proof=("record-4",), checkable="yes",
                    ),  # fmt: skip
                    ReportError(
                        id="error-2", topic="job", page="3", place="paragraph 2", says="He works as an office clerk.", true="I load trucks in a warehouse.",
                        proof_named="Pay stub from Example Warehouse", checkable="yes",
                    ),  # fmt: skip
                    ReportError(
                        id="error-3", topic="records", page="9", says="No imaging was available.", true="An MRI of the lower back was made on April 20, 2026.",
                        proof=("record-2",), checkable="yes",
                    ),  # fmt: skip
                    ReportError(
                        id="error-4", topic="conclusions", page="30", place="line 5", says="He can lift 50 pounds without limits.", true="I feel pain from about 10 pounds on.",
                        checkable="no",
                    ),  # fmt: skip
                    ReportError(id="error-5", topic="history", says="An earlier back injury in 2019.", true="I had no back injury before.", checkable="unsure"),
                ),
                listed=("record-1",),
                correction=Correction(deu_office="Disability Evaluation Unit\n7 Sample Street\nSample City, California"),
                disputing=Disputing(asks="Please look at these points again and tell me in writing what you will do.", reply_by=date(2026, 12, 7), copy_doctor="yes"),
            ),
        ),
    }
)
# The same road later: the correction was sent and answered, and a rating came.
RATED = WRONG_REPORT.answers(
    {
        "reports.1.sendings": tuple(
            Sending(id=f"sending-{number}", to=to, on=date(2026, 11, 12), how="mail", proof="receipt", result="sent", wrote="factual-correction")
            for number, to in enumerate(("qme", "claims_administrator", "deu"), start=1)
        ),
        "reports.1.correction.decided_on": date(2026, 11, 16),
        "rating": Rating(
            printed_on=date(2026, 11, 17), received_on=date(2026, 11, 19), apportions="no", grounds=("calculation", "not_complete"),
            issue="How long I can stand and walk.", why="The rating uses office clerk as the occupation.",
        ),  # fmt: skip
    }
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
    "exam-soon": EXAM_SOON,
    "wrong-report": WRONG_REPORT,
    "rated": RATED,
}
