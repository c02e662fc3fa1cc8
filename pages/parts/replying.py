"""Their own request for a correction, and the worker's answer to it: the date, the letter, sending it to both."""

from functools import partial

from pages.parts import cards, details, look, offer, reports, sendlog, session, show, tone, when
from pages.parts.correct_at import ANSWER, LIST, PROOF, REPLY, REPLY_SEND, SERVED, button, dated, go, named, reply_log
from qme_guide.case import Report
from qme_guide.documents.catalog import PAPERS, Paper
from qme_guide.documents.correction_reply import correction_reply, reply_proof
from qme_guide.rules import replying as rules


def screen(report: Report) -> None:
    """What they may ask and how short the time is; the day, what the worker answers, the letter, the log."""
    words, law = session.words(), session.law()
    look.heading(words.say("correct.theirs_title"))
    look.show(*map(cards.line, dated(report, rules.CLOCK)))
    look.show(show.passage("pages/report_correct_reply", days=law.clock(rules.CLOCK).newest.n, call=when.call_day(), phone=law.contacts.ia_phone))
    if rules.asked(report):
        look.show(look.paragraph(words.say("correct.theirs_on", day=show.said(reports.path("correction.theirs_served_on")))))
        button("correct.change_theirs", report, SERVED)
        _answer(report)
    else:
        look.show(look.paragraph(words.say("correct.reply_none"), soft=True))
        button("correct.say_theirs", report, SERVED, "primary")
    button("correct.back", report, LIST)
    offer.save()


def _answer(report: Report) -> None:
    """What the worker says to it, then the letter for both and its log."""
    words, said = session.words(), report.correction
    look.heading(words.say("correct.answer_title"))
    if said.answer is None and said.reply is None:
        button("correct.say_answer", report, ANSWER, "primary")
        return
    if said.answer:
        look.show(look.paragraph(f"**{words.say('correct.fact_answer')}** {show.said(reports.path('correction.answer'))}"))
    if said.reply:
        look.show(look.paragraph(f"**{words.say('correct.fact_reply')}**"), look.quote(said.reply))
    button("correct.change_answer", report, ANSWER)
    tone.told(reports.path("correction.reply"))
    letter = Paper(rules.NAME, partial(correction_reply, report=report), PAPERS[rules.NAME].sent)
    details.letter(letter, partial(go, report), bool(said.reply))
    offer.paper(letter, None)
    button("correct.to_reply_send", report, REPLY_SEND)


def send(report: Report) -> None:
    """It goes to both on one day: how, the proof, the log."""
    words, missing = session.words(), rules.unserved(report)
    look.heading(words.say("correct.reply_send_title"))
    look.show(*map(cards.line, dated(report, rules.CLOCK)))
    look.show(look.notice(words.say("correct.no_contact"), "soon") if missing else look.notice(words.say("correct.theirs_done"), "done"))
    if missing and missing != rules.SERVICE:
        look.show(look.notice(words.say("correct.reply_missing", names=named(missing)), "soon"))
    offer.paper(Paper(PROOF, partial(reply_proof, report=report), PAPERS[rules.NAME].sent), None)
    look.show(look.paragraph(words.say("correct.proof_names"), soft=True))
    sendlog.lines(reply_log(report))
    button("correct.to_theirs", report, REPLY)
    button("correct.back", report, LIST)
    offer.save()
