"""Sending QME Form 105 and waiting for the panel: the log, the copy for the other side, the days of the Medical Unit."""

import streamlit as st

from pages.parts import ask_form, details, look, oddities, offer, panel_form, sendlog, session, show
from qme_guide.documents.catalog import PAPERS, Paper
from qme_guide.documents.panel_copy import panel_copy_proof
from qme_guide.rules import panel
from qme_guide.rules.start import earliest

LOG = sendlog.Log("panel_form", "panel_form.sendings", (panel.UNIT, panel.ADMINISTRATOR))
WAITS = (panel.PANEL_DUE, panel.ANY_QME)


def send() -> str:
    """How to send it, the log, the copy with its proof. Empty while a line of the log is open: then only that line."""
    if sendlog.opened(LOG):
        return ""
    sent, told = sendlog.sent(LOG), show.passage("pages/panel_send")
    if not sent:
        panel_form.date_card()
        look.show(told)
    sendlog.lines(LOG)
    if sent:
        look.show(look.fold(session.words().passages["pages/panel_send"].title, told))
    look.subheading(session.words().say("panel.copy_title"))
    details.whose(ask_form.go)
    offer.papers("panel-copy")
    offer.paper(Paper("proof-of-service", panel_copy_proof, PAPERS["panel-copy"].sent), None)
    return "primary" if sent else "secondary"


def wait() -> str:
    """What the Medical Unit has to do and by when, what to note, and the call."""
    words, case, law = session.words(), session.case(), session.law()
    form = case.panel_form
    back = form.returned_on is not None and not panel.form_sent(form)
    if back:
        look.show(look.card(show.passage("pages/panel_returned"), tone="stop"))
    elif not panel.form_sent(form):
        look.show(look.notice(words.say("panel.not_sent"), "soon"))
    if not panel.form_sent(form):
        panel_form.date_card()
        st.button(words.say("panel.to_send"), key="to_send", on_click=panel_form.go, args=(panel_form.SEND,), type="primary", width="stretch")
    oddities.form(form)
    panel_form.lines(*WAITS)
    days = {"days": law.clock(panel.PANEL_DUE).newest.n, "count": law.clock(panel.ANY_QME).newest.n}
    look.show(show.passage("pages/panel_wait", **days))
    if panel.form_sent(form) and not earliest(form.medical_unit_on):
        look.show(look.notice(words.say("panel.no_receipt"), "soon"))
    if not panel.panel_came(case) and panel.form_sent(form):
        offer.step(words.say("panel.is_here"), "choose", primary=True)
    for key, name, said in (("panel.note_there", ask_form.THERE, form.medical_unit_on), ("panel.note_returned", ask_form.RETURNED, form.returned_on)):
        if said is None:
            ask_form.button(key, name)
    offer.papers("unit-call")
    if panel_form.rows(*WAITS):
        offer.calendar()
    ask_form.noted(ask_form.CAME, ask_form.ASKED, ask_form.ASKED_DAY, ask_form.SPECIALTY, ask_form.THERE, ask_form.RETURNED)
    return "secondary"
