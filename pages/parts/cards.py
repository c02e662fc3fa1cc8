"""The card of a denial letter: its date, by when to send, what is special about it; or why there is no date yet."""

from collections.abc import Callable
from datetime import date

from pages.parts import exam_at, letters, look, session, show
from pages.parts.when import also_how, both_dates, call_on, closed_today, how, line, lines, missed, near, overdue, refusal
from qme_guide.case import Case, Letter
from qme_guide.documents.matter import item
from qme_guide.law import NotInForce
from qme_guide.rules import imr, offices
from qme_guide.rules.dates import Row
from qme_guide.rules.deadline import Deadline, Missing

__all__ = ["dated", "letter", "line", "lines", "missed", "near", "overdue", "short", "soonest", "strip"]


def _found(one: Letter) -> imr.Request | Missing | None:
    """The dates of a letter's request; None when the letter is older than the rule."""
    try:
        return imr.request(one, session.law(), session.today())
    except NotInForce:
        return None


def dated(one: Letter) -> bool:
    """There is a date for this letter, or at least a count."""
    return isinstance(_found(one), imr.Request)


def _nothing() -> None:
    """No button."""


def letter(one: Letter, brief: bool = False, step: Callable[[], None] = _nothing) -> None:
    """The date card of a denial letter and what is special about it, folded when `brief`; or why there is no date yet.

    Once the request went, its date is over: only that it went is shown. `step`: draws the button right under the date.
    """
    words, phone, found = session.words(), session.law().contacts.ia_phone, _found(one)
    if imr.sent(one):
        look.show(look.paragraph(_about(one), soft=True), look.notice(words.say("denial.sent"), "done"))
        step()
        return
    if not isinstance(found, imr.Request):
        text = words.say("denial.no_date_text" if found else "denial.not_in_force", phone=phone)
        look.show(look.notice(f"{text} {closed_today()}".strip(), "stop", words.say("denial.no_date") if found else ""))
        step()
        return
    others = (other for other in found.others if other is not _without_medicine(found))
    beside = lines([Row(one.id, other, found.start) for other in others])
    look.show(look.paragraph(_about(one), soft=True), _request(found))
    step()
    if more := [*_specials(special(found), brief), *beside]:
        look.show(*more)


def soonest(case: Case, row: Row, step: Callable[[], None] = _nothing) -> None:
    """The first date of a case: an exam that comes before it, the whole card when it is a letter's, else a smaller one.

    Then the button of `step`.
    """
    one, exam = next((one for one in case.letters if one.id == row.about), None), exam_at.before(row)
    if exam:
        look.show(exam_at.head(exam))
        step()
    elif one and row.deadline.rule in imr.RULES and not imr.sent(one):
        letter(one, brief=True, step=step)
    else:
        look.show(line(row))
        step()


def strip(one: Letter) -> None:
    """The date in one line, on the screens that make it exact."""
    if said := short(one):
        look.show(look.strip(said))


def short(one: Letter) -> str:
    """The date of a letter in one sentence; nothing when there is none."""
    words, found = session.words(), _found(one)
    if not isinstance(found, imr.Request) or not found.first.safe:
        return ""
    return words.say("denial.date_today") if overdue(found.first) else words.say("denial.date_line", safe=found.first.safe)


def _about(one: Letter) -> str:
    """The letter's name and what it denied."""
    named = "; ".join(item(treatment) for treatment in one.treatments if treatment.name)
    return session.words().say("denial.about", name=letters.called(one), items=named) if named else letters.called(one)


def _request(found: imr.Request) -> str:
    words, deadline = session.words(), found.first
    other = _without_medicine(found)
    past = bool(other) and overdue(other)
    fold = how(deadline, found.start, also_how(other, found.start) if past else "")
    if deadline.safe is None:
        return look.card(refusal(deadline), fold, tone="soon")
    more = look.paragraph(words.say("denial.if_no_medicine", day=words.short_day(other.safe))) if other and not past else ""
    if overdue(deadline):
        label = words.say("card.today_label" if found.start.exact else "denial.month_label")
        told = words.say("card.counted_date", safe=deadline.safe) if found.start.exact else words.say("denial.month_text")
        dates = both_dates(deadline, other) if past and found.start.exact else look.paragraph(told)
        pieces = (dates, more, look.paragraphs(filter(None, [closed_today()])), fold)
        return look.date_card(label, words.day(session.today()), missed(deadline.rule) if found.start.exact else "", (), *pieces, tone="soon")
    near_by = f"{near(deadline.safe)} {_closed_after(found)}".strip()
    return look.date_card(words.clock(deadline.rule, "label"), words.day(deadline.safe), near_by, _sending(found), more, fold)


def _without_medicine(found: imr.Request) -> Deadline | None:
    """The date that holds when the letter is not about any medicine, while nobody knows: open, or past like the one shown first."""
    if imr.medicine(found.letter) != "unsure":
        return None
    gone = overdue(found.first) and found.first.rule == imr.DRUG
    return next((other for other in found.others if other.rule == imr.ORDINARY and other.safe and (gone or not overdue(other))), None)


def _closed_after(found: imr.Request) -> str:
    """That the offices are closed right after the date."""
    words, days = session.words(), offices.closed_after(found.first.safe, session.law())
    if days > 1:
        return words.say("card.closed_days", days=days)
    return words.say("card.closed_day") if days else ""


def _specials(names: list[str], brief: bool) -> list[str]:
    """Passages as cards, or each as a fold on one card."""
    told = [(session.words().passages[f"pages/{name}"].title, show.passage(f"pages/{name}", call=call_on())) for name in names]
    if brief:
        return [look.card(*(look.fold(title, text) for title, text in told), tone="soon")] if told else []
    return [look.card(f"<h2>{look.words(title)}</h2>", text, tone="soon") for title, text in told]


def special(found: imr.Request) -> list[str]:
    """The passages that this letter calls for, the gravest first."""
    one, law = found.letter, session.law()
    checks = {
        "late": overdue(found.first) and found.start.exact,
        "special_urgent": one.urgent == "yes",
        "special_drug": imr.medicine(one) == "yes",
        "special_unsure_drug": imr.medicine(one) == "unsure",
        "special_no_form": imr.not_enclosed(one) == "form",
        "special_no_envelope": imr.not_enclosed(one) == "envelope",
        "special_no_both": imr.not_enclosed(one) == "both",
        "special_liability": one.liability_disputed == "yes",
        "special_ur_late": imr.ur_was_late(one, law) is not None,
        "special_conditional": one.conditional == "yes",
        "approximate": found.first.approximate,
    }
    return [name for name, holds in checks.items() if holds]


def mail_by(one: Letter) -> date | None:
    """The last day to mail the request of a letter; None when that is past or not known."""
    found = _found(one)
    day = found.mail_by if isinstance(found, imr.Request) else None
    return day if day and day >= session.today() else None


def by_when(one: Letter) -> str:
    """By when to fax and to mail the request of a letter; nothing while its date is unknown or past."""
    found = _found(one)
    coming = isinstance(found, imr.Request) and found.first.safe and not overdue(found.first)
    return look.card(look.boxes(_sending(found)), tone="next") if coming else ""


def _sending(found: imr.Request) -> list[tuple[str, str]]:
    """By when to fax and to mail it; a mailing day that is past says so."""
    words = session.words()
    boxes = [(words.say("card.fax_label"), words.say("card.fax_text", day=words.short_day(found.fax_by)))] if found.fax_by else []
    if found.mail_by:
        in_time = found.mail_by >= session.today()
        text = words.say("card.mail_text", day=words.short_day(found.mail_by)) if in_time else words.say("card.mail_past")
        boxes.append((words.say("card.mail_label" if in_time else "card.mail_label_past"), text))
    return boxes
