"""Dates on cards: how near, by when to send, the working folded under it. The rules count; this only shows."""

from datetime import date, datetime

from pages.parts import look, offer, session
from qme_guide.case import Case, Letter
from qme_guide.documents.counted import refused, working
from qme_guide.documents.matter import Matter
from qme_guide.law import NotInForce
from qme_guide.rules import imr
from qme_guide.rules.dates import WORKER, Row
from qme_guide.rules.deadline import Deadline, Missing
from qme_guide.rules.start import Start


def near(day: date | datetime, group: str = "near") -> str:
    """How far away a day is, in words; `group` "soon" gives the short word for a tag."""
    days = (_day(day) - session.today()).days
    words = session.words()
    near_by = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    if days in near_by:
        return words.say(f"{group}.{near_by[days]}")
    return words.say(f"{group}.days", days=days) if days > 0 else words.say(f"{group}.past", days=-days)


def _day(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def overdue(deadline: Deadline) -> bool:
    """A date on which the worker had to act is past."""
    return deadline.kind == WORKER and deadline.safe is not None and _day(deadline.safe) < session.today()


def _matter() -> Matter:
    return offer.matter(session.words().language)


def letter(one: Letter) -> None:
    """The date card of a denial letter and what is special about it; or why there is no date yet."""
    words, phone = session.words(), session.law().contacts.ia_phone
    try:
        found = imr.request(one, session.law(), session.today())
    except NotInForce:
        look.show(look.notice(words.say("denial.not_in_force", phone=phone), "stop"))
        return
    if isinstance(found, Missing):
        look.show(look.notice(words.say("denial.no_date_text", phone=phone), "stop", words.say("denial.no_date")))
        return
    look.show(_request(found), *(_special(name) for name in special(found)))
    if found.others:
        look.show(*(line(Row(one.id, other, found.start)) for other in found.others))


def soonest(case: Case, row: Row) -> None:
    """The first date of a case: the whole card when it is a letter's, else a smaller one."""
    one = next((one for one in case.letters if one.id == row.about), None)
    if one:
        letter(one)
    else:
        look.show(line(row))


def strip(one: Letter) -> None:
    """The date in one line, on the screens that make it exact."""
    words = session.words()
    try:
        found = imr.request(one, session.law(), session.today())
    except NotInForce:
        return
    if not isinstance(found, Missing) and found.first.safe:
        said = words.say("denial.date_today") if overdue(found.first) else words.say("denial.date_line", safe=found.first.safe)
        look.show(look.strip(said))


def _request(found: imr.Request) -> str:
    words, deadline = session.words(), found.first
    fold = look.fold(words.say("card.how"), _working(deadline, found.start))
    if deadline.safe is None:
        return look.card(look.paragraphs(refused(_matter(), deadline)), fold, tone="soon")
    if overdue(deadline):
        text = look.paragraph(words.say("card.counted_date", safe=deadline.safe))
        return look.date_card(words.say("card.today_label"), words.day(session.today()), words.clock(deadline.rule, "missed"), (), text, fold, tone="soon")
    return look.date_card(words.clock(deadline.rule, "label"), words.day(deadline.safe), near(deadline.safe), _sending(found), fold)


def _special(name: str) -> str:
    words = session.words()
    told = words.passages[f"pages/{name}"]
    return look.card(f"<h2>{look.words(told.title)}</h2>", look.paragraphs(told.paragraphs), tone="soon")


def special(found: imr.Request) -> list[str]:
    """The passages that this letter calls for, the gravest first."""
    one, law = found.letter, session.law()
    checks = {
        "late": overdue(found.first),
        "special_urgent": one.urgent == "yes",
        "special_drug": imr.medicine(one) == "yes",
        "special_unsure_drug": imr.medicine(one) == "unsure",
        "special_no_form": "form" in imr.parked(one),
        "special_liability": one.liability_disputed == "yes",
        "special_ur_late": imr.ur_was_late(one, law) is not None,
        "special_conditional": one.conditional == "yes",
        "approximate": found.first.approximate,
    }
    return [name for name, holds in checks.items() if holds]


def _sending(found: imr.Request) -> list[tuple[str, str]]:
    """By when to fax and to mail it; a mailing day that is past says so."""
    words = session.words()
    boxes = [(words.say("card.fax_label"), words.say("card.fax_text", day=words.short_day(found.fax_by)))] if found.fax_by else []
    if found.mail_by:
        in_time = found.mail_by >= session.today()
        text = words.say("card.mail_text", day=words.short_day(found.mail_by)) if in_time else words.say("card.mail_past")
        boxes.append((words.say("card.mail_label" if in_time else "card.mail_label_past"), text))
    return boxes


def line(row: Row) -> str:
    """A date on a smaller card: whose it is, the day, how near, the working."""
    words, deadline = session.words(), row.deadline
    head = f"<h3>{look.words(words.clock(deadline.rule, 'title'))}</h3>" + look.paragraph(words.paper(row.about), soft=True)
    fold = look.fold(words.say("card.how"), _working(deadline, row.start), look.paragraph(words.clock(deadline.rule, "tell")))
    if deadline.safe is None:
        return look.card(head, look.paragraphs(refused(_matter(), deadline)), fold)
    late, keeps = overdue(deadline), deadline.rule in session.law().practice.keeps_its_date
    label, shown = words.clock(deadline.rule, "label"), deadline.safe
    if late and not keeps:
        label, shown = words.say("card.today_do"), session.today()
    day = f'<p class="label">{look.words(label)}</p><p class="day small">{look.words(words.fill("{day}", day=shown))}</p>'
    rest = words.clock(deadline.rule, "missed") if late or _over(deadline) else near(deadline.safe)
    return look.card(head, day, look.paragraph(rest), fold, tone="soon" if late else "next")


def _over(deadline: Deadline) -> bool:
    """The other side may be late now, or a wait is over: the second date is past."""
    return deadline.kind != WORKER and deadline.outside is not None and _day(deadline.outside) < session.today()


def _working(deadline: Deadline, start: Start | None) -> str:
    """The working, the second date with its certainty, the citation and its as-of date, a link to the text."""
    words, clock = session.words(), deadline.clock
    link = f"<p>{look.link(words.say('card.read_law'), clock.link)}</p>" if clock.link else ""
    stale = look.notice(words.passages["pages/stale"].body.format(check_by=words.day(clock.check_by)), "soon") if clock.check_by < session.today() else ""
    return stale + look.paragraphs(working(_matter(), deadline, start)) + link
