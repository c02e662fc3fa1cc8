"""Every paper by name: its builder, and whether it goes to somebody else (then it is written in English)."""

from collections.abc import Callable
from dataclasses import dataclass

from qme_guide.documents.after import imr_authorize, imr_reimburse, more_facts, records_missing
from qme_guide.documents.appeal import appeal_sheet, new_request
from qme_guide.documents.appointment_card import appointment_card
from qme_guide.documents.booking_call import booking_call
from qme_guide.documents.call_card import call_card
from qme_guide.documents.claim_papers import claim_file, ur_complaint_sheet
from qme_guide.documents.clinic_call import clinic_call
from qme_guide.documents.correction_reply import correction_reply
from qme_guide.documents.cover import imr_cover
from qme_guide.documents.date_sheet import date_sheet
from qme_guide.documents.designation import designation
from qme_guide.documents.dispute_letter import dispute_letter
from qme_guide.documents.doctor_sheet import doctor_sheet
from qme_guide.documents.document import Document
from qme_guide.documents.evening_log import evening_log
from qme_guide.documents.error_table import error_table
from qme_guide.documents.evaluator import qme_index, qme_letter, serve_records
from qme_guide.documents.evaluator_letters import ask_sent, object_nonmedical
from qme_guide.documents.exam_letters import interpreter_request, travel_request
from qme_guide.documents.exam_plan import exam_plan
from qme_guide.documents.factual_correction import factual_correction
from qme_guide.documents.follow_up import follow_up
from qme_guide.documents.form37_sheet import form37_sheet
from qme_guide.documents.form105_sheet import form105_sheet
from qme_guide.documents.form_sheet import form_sheet
from qme_guide.documents.function_statement import function_full, function_statement
from qme_guide.documents.hand_off import hand_off_full
from qme_guide.documents.hand_off_brief import hand_off
from qme_guide.documents.late_report import late_report
from qme_guide.documents.letters import claims_copy, form_missing, late_note
from qme_guide.documents.matter import Matter
from qme_guide.documents.not_made import not_made
from qme_guide.documents.objection import objection
from qme_guide.documents.packet_papers import copies, records_index
from qme_guide.documents.panel_copy import form105_request, panel_copy
from qme_guide.documents.search_card import search_card
from qme_guide.documents.practice_sheet import practice_sheet
from qme_guide.documents.serving import mail_slip, proof_of_service
from qme_guide.documents.pocket_card import pocket_card
from qme_guide.documents.rating_card import rating_card
from qme_guide.documents.rating_reconsider import rating_reconsider
from qme_guide.documents.question_list import question_list
from qme_guide.documents.records_request import records_request
from qme_guide.documents.replacement import replacement
from qme_guide.documents.selection_notice import selection_notice
from qme_guide.documents.sending_log import sending_log
from qme_guide.documents.sending_log_all import sending_log_all
from qme_guide.documents.specialty_sheet import specialty_sheet
from qme_guide.documents.supervisor_sheet import supervisor_sheet
from qme_guide.documents.supplemental_request import supplemental_request
from qme_guide.documents.timeline_papers import timeline_doctor, timeline_exam, timeline_full, timeline_private
from qme_guide.documents.unit_call import unit_call
from qme_guide.rules.correspondence import KINDS, shut


@dataclass(frozen=True)
class Paper:
    """A paper that can be built from a case. sent: to somebody else. handed: not mailed to anybody, but shown to a doctor.

    whole: of a paper that is always one page, the name of the one that holds everything.
    """

    name: str
    build: Callable[[Matter], Document]
    sent: bool
    handed: bool = False
    whole: str = ""

    def made(self, matter: Matter) -> Document:
        """The paper; for a letter that is not for somebody with an attorney, or in another system, a sheet that says so."""
        kind = KINDS.get(self.name)
        why = shut(kind, matter.case) if kind and not kind.sheet else None
        return not_made(matter, self.name, why) if why else self.build(matter)


PAPERS = {
    paper.name: paper
    for paper in (
        Paper("imr-cover", imr_cover, sent=True),
        Paper("claims-copy", claims_copy, sent=True),
        Paper("form-missing", form_missing, sent=True),
        Paper("late-note", late_note, sent=True),
        Paper("designation", designation, sent=True),
        Paper("form-sheet", form_sheet, sent=False),
        Paper("records-index", records_index, sent=True),
        Paper("copies", copies, sent=True),
        Paper("proof-of-service", proof_of_service, sent=True),
        Paper("mail-slip", mail_slip, sent=False),
        Paper("sending-log", sending_log, sent=False),
        Paper("sending-log-all", sending_log_all, sent=False),
        Paper("follow-up", follow_up, sent=True),
        Paper("date-sheet", date_sheet, sent=False),
        Paper("call-card", call_card, sent=False),
        Paper("hand-off", hand_off, sent=True, whole="hand-off-full"),
        Paper("hand-off-full", hand_off_full, sent=True),
        Paper("supervisor-sheet", supervisor_sheet, sent=True, handed=True, whole="hand-off-full"),
        Paper("doctor-sheet", doctor_sheet, sent=True),
        Paper("clinic-call", clinic_call, sent=False),
        Paper("search-card", search_card, sent=False),
        Paper("records-request", records_request, sent=True),
        Paper("imr-authorize", imr_authorize, sent=True),
        Paper("imr-reimburse", imr_reimburse, sent=True),
        Paper("records-missing", records_missing, sent=True),
        Paper("more-facts", more_facts, sent=True),
        Paper("appeal-sheet", appeal_sheet, sent=True),
        Paper("new-request", new_request, sent=True),
        Paper("appointment-card", appointment_card, sent=False),
        Paper("exam-plan", exam_plan, sent=False),
        Paper("interpreter-request", interpreter_request, sent=True),
        Paper("travel-request", travel_request, sent=True),
        Paper("serve-records", serve_records, sent=True),
        Paper("qme-letter", qme_letter, sent=True),
        Paper("qme-index", qme_index, sent=True),
        Paper("ask-sent", ask_sent, sent=True),
        Paper("object-nonmedical", object_nonmedical, sent=True),
        Paper("objection", objection, sent=True),
        Paper("dispute-letter", dispute_letter, sent=True),
        Paper("correction-reply", correction_reply, sent=True),
        Paper("form105-request", form105_request, sent=True),
        Paper("form105-sheet", form105_sheet, sent=False),
        Paper("specialty-sheet", specialty_sheet, sent=True),
        Paper("panel-copy", panel_copy, sent=True),
        Paper("unit-call", unit_call, sent=False),
        Paper("booking-call", booking_call, sent=False),
        Paper("selection-notice", selection_notice, sent=True),
        Paper("replacement-sheet", replacement, sent=False),
        Paper("timeline-exam", timeline_exam, sent=True, handed=True),
        Paper("timeline-full", timeline_full, sent=True, handed=True),
        Paper("timeline-doctor", timeline_doctor, sent=True, handed=True),
        Paper("timeline-private", timeline_private, sent=False),
        Paper("function-statement", function_statement, sent=True, handed=True),
        Paper("function-full", function_full, sent=True, handed=True),
        Paper("practice-sheet", practice_sheet, sent=False),
        Paper("pocket-card", pocket_card, sent=False),
        Paper("evening-log", evening_log, sent=False),
        Paper("rating-reconsider", rating_reconsider, sent=True),
        Paper("rating-card", rating_card, sent=False),
        Paper("late-report", late_report, sent=True),
        Paper("supplemental-request", supplemental_request, sent=True),
        Paper("claim-file", claim_file, sent=True),
        Paper("ur-complaint-sheet", ur_complaint_sheet, sent=False),
        Paper("error-table", error_table, sent=True),
        Paper("factual-correction", factual_correction, sent=True),
        Paper("form37-sheet", form37_sheet, sent=False),
        Paper("question-list", question_list, sent=True, handed=True),
    )
}
CALENDAR = "calendar"
