"""One date on the screen: how near it is, whether it is past, its working, and a small card. The rules count."""

from collections.abc import Sequence
from datetime import date, datetime

from pages.parts import letters, look, offer, session
from qme_guide.documents.counted import refused, working
from qme_guide.documents.matter import Matter
from qme_guide.rules import imr, offices
from qme_guide.rules.dates import CLAIM, WORKER, Row
from qme_guide.rules.deadline import Deadline
from qme_guide.rules.panel import SELECT
from qme_guide.rules.panel_clocks import came
from qme_guide.rules.start import Start


def near(day: date | datetime, group: str = "near") -> str:
    """How far away a day is, in words; `group` "soon" gives the short word for a tag."""
    days = (day_of(day) - session.today()).days
    words = session.words()
    near_by = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    if days in near_by:
        return words.say(f"{group}.{near_by[days]}")
    return words.say(f"{group}.days", days=days) if days > 0 else words.say(f"{group}.past", days=-days)


def day_of(moment: date | datetime) -> date:
    """The day of a date or of a moment."""
    return moment.date() if isinstance(moment, datetime) else moment


def overdue(deadline: Deadline) -> bool:
    """A date on which the worker had to act is past."""
    return deadline.kind == WORKER and deadline.safe is not None and day_of(deadline.safe) < session.today()


def lapsed(deadline: Deadline) -> bool:
    """Also the last day that the law may allow is past: only then is there a lateness to explain."""
    last = deadline.outside or deadline.safe
    return deadline.kind == WORKER and last is not None and day_of(last) < session.today()


def past(row: Row) -> str:
    """What to do now that the safe date is past: nobody is told to explain a lateness that the count does not show."""
    words, deadline = session.words(), row.deadline
    if deadline.rule in session.law().practice.keeps_its_date or (row.exact and lapsed(deadline)):
        return missed(deadline.rule)
    return words.say("card.still", day=deadline.outside, call=call_day()) if row.exact else words.say("card.still_unsure", call=call_day())


def month_only(row: Row) -> bool:
    """The date of a request that was counted from the first day of a month: the real one may be later."""
    return row.deadline.rule in imr.RULES and not row.exact


def closed_today() -> str:
    """When the offices are closed today: on which day to call, as a sentence. Nothing on an open day."""
    opens = offices.next_open(session.today(), session.law())
    return session.words().say("card.closed_today", day=opens) if opens else ""


def call_day() -> str:
    """When to call the State's free help, in words that go on a sentence: today, or the first day they open."""
    opens = offices.next_open(session.today(), session.law())
    return session.words().say("card.call_open" if opens else "card.call_today")


def call_on() -> str:
    """The same with the day by its name, where no card beside it names that day."""
    opens = offices.next_open(session.today(), session.law())
    return session.words().say("card.call_on_day", day=opens) if opens else call_day()


def missed(rule: str) -> str:
    """What to do now that the date of a clock is past."""
    return session.words().clock(rule, "missed", call=call_day())


def refusal(deadline: Deadline) -> str:
    """Why there is no date: it lies beyond the table of closed days."""
    return look.paragraphs(refused(_matter(), deadline))


def how(deadline: Deadline, start: Start | None, *more: str) -> str:
    """Folded: the working, the second date with its certainty, the citation and its as-of date, a link to the text."""
    words, clock = session.words(), deadline.clock
    link = f"<p>{look.link(words.say('card.read_law'), clock.link)}</p>" if clock.link else ""
    stale = look.notice(words.passages["pages/stale"].body.format(check_by=words.day(clock.check_by)), "soon") if clock.check_by < session.today() else ""
    return look.fold(words.say("card.how"), stale, look.paragraphs(working(_matter(), deadline, start)), link, *more)


def _matter() -> Matter:
    return offer.matter(session.words().language)


def lines(rows: Sequence[Row]) -> list[str]:
    """Each date on a smaller card. Of a letter of which nobody knows whether it is about a medicine, two dates that are past
    ask for the same thing today: one card tells both, the earlier first."""
    later = [_without_medicine(row, rows) for row in rows]
    told = [one for one in later if one]
    return [line(row, other) for row, other in zip(rows, later, strict=True) if not any(row is one for one in told)]


def _without_medicine(row: Row, rows: Sequence[Row]) -> Row | None:
    """Beside the date of a medicine that is past, the other one that is past too, counted from the same day; else None."""
    letter = next((one for one in session.case().letters if one.id == row.about), None)
    if letter is None or imr.medicine(letter) != "unsure" or row.deadline.rule != imr.DRUG or not overdue(row.deadline):
        return None
    same = (one for one in rows if one.about == row.about and one.deadline.counted_from == row.deadline.counted_from)
    return next((one for one in same if one.deadline.rule != imr.DRUG and one.deadline.rule in imr.RULES and overdue(one.deadline)), None)


def both_dates(first: Deadline, later: Deadline) -> str:
    """That a letter about a medicine had the one date, and any other the later one."""
    words = session.words()
    return look.paragraphs((words.say("card.counted_date", safe=first.safe), words.say("denial.was_no_medicine", day=later.safe)))


def also_how(later: Deadline, start: Start | None) -> str:
    """The working of the later one, for the same fold."""
    named = session.words().say("denial.was_no_medicine", day=later.safe)
    return look.paragraphs((f"**{named}**", *working(_matter(), later, start)))


def line(row: Row, later: Row | None = None) -> str:
    """A date on a smaller card: whose it is, the day, how near, the working. later: told on the same card."""
    words, deadline = session.words(), row.deadline
    head = f"<h3>{look.words(words.clock(deadline.rule, 'title'))}</h3>" + look.paragraph(letters.about(row.about), soft=True)
    tell = look.paragraph(words.clock(deadline.rule, "tell"))
    fold = how(deadline, row.start, tell, _second_reading(row), also_how(later.deadline, later.start) if later else "")
    if deadline.safe is None:
        return look.card(head, refusal(deadline) if deadline.refused else _at_once(deadline), fold)
    late = overdue(deadline)
    label, shown = words.clock(deadline.rule, "label"), deadline.safe
    if late and deadline.rule not in session.law().practice.keeps_its_date:
        label, shown = words.say("denial.month_label" if month_only(row) else "card.today_do"), session.today()
    day = f'<p class="label">{look.words(label)}</p><p class="day small">{look.whole_day(words.fill("{day}", day=shown))}</p>'
    call = look.paragraphs(filter(None, [closed_today() if late else ""]))
    matter = look.paragraph(words.say("card.whole_case")) if late and row.about == CLAIM else ""
    dates = both_dates(deadline, later.deadline) if later and row.exact else ""
    return look.card(head, day, matter, look.paragraph(_rest(row)), dates, call, fold, tone="soon" if late else "next")


def _at_once(deadline: Deadline) -> str:
    """A clock for which the law gives no number of days: its label and what there is to know, and no day."""
    words = session.words()
    return look.paragraph(f"**{words.clock(deadline.rule, 'label')}.** {words.clock(deadline.rule, 'second')}")


def _second_reading(row: Row) -> str:
    """The other day from which a rule counts the time to choose: the day the panel came. It is told second. 8 CCR 31.3(a)."""
    panel = next((one for one in session.case().panels if one.id == row.about), None)
    start = came(panel) if panel and row.deadline.rule == SELECT else None
    return look.paragraph(session.words().say("card.second_reading", day=start.day)) if start else ""


def _rest(row: Row) -> str:
    """The sentence under a date: how near it is, or what to do when it is past."""
    words, deadline = session.words(), row.deadline
    if overdue(deadline) and month_only(row):
        return words.say("denial.month_text")
    if overdue(deadline):
        return past(row)
    return missed(deadline.rule) if _over(deadline) else near(deadline.safe)


def _over(deadline: Deadline) -> bool:
    """The other side may be late now, or a wait is over: the second date is past."""
    return deadline.kind != WORKER and deadline.outside is not None and day_of(deadline.outside) < session.today()
