"""What a person typed, read kindly: a day in three fields, own words, a choice. Never a guess.

A reading is an answer for the case or a `Problem`: the key of a message and its facts. A `Problem` that only
`asks` may be confirmed: two papers can really carry odd dates. No rule of law lives here.
"""

from dataclasses import dataclass, field
from datetime import date

from qme_guide.answers import SEASONS
from qme_guide.case import UNSURE, Case, Paper
from qme_guide.rules.errors import page_number
from qme_guide.rules.rating import doubtful_day
from qme_guide.rules.reading import doubtful_page
from qme_guide.rules.start import exact
from qme_guide.rules.when import span

_YEAR_DIGITS = len("2026")


@dataclass(frozen=True)
class Problem:
    """What to mend: the key under `errors` in the words, and the facts of the sentence."""

    key: str
    facts: dict[str, object] = field(default_factory=dict)
    asks: bool = False


def read_day(day: str, month: str, year: str, first_year: int, last_year: int) -> date | str | Problem:
    """A date, or a month ("2026-10") when the day was left empty, from three texts; the month is "1" to "12"."""
    day, month, year = (_digits(text) for text in (day, month, year))
    if not (day or month or year):
        return Problem("date_empty")
    if not month.isdecimal():
        return Problem("date_month_missing")
    if not year.isdecimal() or len(year) != _YEAR_DIGITS:
        return Problem("date_year_two_digits")
    if not first_year <= int(year) <= last_year:
        return Problem("date_year_range", {"first": first_year, "last": last_year})
    if not day:
        return f"{int(year)}-{int(month):02d}"
    return _real_day(day, int(month), int(year))


def read_moment(day: str, month: str, year: str, first_year: int, last_year: int) -> date | str | Problem:
    """As `read_day`; also a season ("2026-summer") in the place of the month, or the year alone ("2026")."""
    if not (month in SEASONS or (year.strip() and not month.strip() and not day.strip())):
        return read_day(day, month, year, first_year, last_year)
    if day.strip():
        return Problem("date_season_day")
    found = read_day("", str(date.min.month), year, first_year, last_year)
    if isinstance(found, Problem):
        return found
    number, _, _ = str(found).partition("-")
    return f"{number}-{month}" if month else number


def _digits(text: str) -> str:
    """Digits of any script as the plain ones; spaces and a trailing dot are forgiven."""
    text = text.strip().rstrip(".")
    return str(int(text)) if text.isdecimal() and len(text) < len(str(date.max)) else text


def _real_day(day: str, month: int, year: int) -> date | Problem:
    wrong = Problem("date_not_real", {"day": day, "month": month, "year": year})
    if not day.isdecimal():
        return wrong
    try:
        return date(year, month, int(day))
    except ValueError:
        return wrong


def check_day(case: Case, path: str, answer: date | str, today: date) -> Problem | None:
    """Does a day fit what is known? Letters and injuries lie in the past; an injury comes before its letters."""
    found = span(answer)
    if found is None:
        return None
    first, _ = found
    if path.startswith("events."):
        return _event_day(case, path, answer, today)
    if first > today and not _may_come(path):
        return Problem("date_future", {"today": today})
    if path.endswith("reply_by"):
        return Problem("date_reply_past", {"today": today}, asks=True) if found[-1] < today else None
    injured = exact(case.claim.injured_on)
    if injured and isinstance(answer, date) and path.startswith(("letters.", "reports.", "rating.")) and answer < injured:
        return Problem("date_before_injury", {"injured": injured}, asks=True)
    if path.startswith("rating."):
        doubt = doubtful_day(case.rating, path.partition(".")[-1], answer)
        return Problem(doubt[0], {doubt[-1].removesuffix("_on"): getattr(case.rating, doubt[-1])}, asks=True) if doubt else None
    return _paper_order(case, path, answer) if path.startswith(("letters.", "reports.")) else None


def _event_day(case: Case, path: str, answer: date | str, today: date) -> Problem | None:
    """A day of the timeline: asked about when it lies ahead (an exam may), before the birth, or ends before it starts."""
    place, _, name = path.rpartition(".")
    event, born = case.answer(place), exact(case.worker.born_on)
    first, last = span(answer)
    start = exact(event.on) if name == "until" else None
    if first > today and event.kind != "exam" and event.near != "before":
        return Problem("date_event_future", {"today": today}, asks=True)
    if born and last < born and event.near != "after":
        return Problem("date_before_birth", {"born": born}, asks=True)
    if start and last < start:
        return Problem("date_end_before_start", {"start": start}, asks=True)
    return None


def _may_come(path: str) -> bool:
    """The day of an exam, one that a doctor's office offers, and one by which a reply is asked for may lie ahead; what happened may not."""
    return path.endswith(("earliest_on", "offered_on", "reply_by")) or (path.startswith("exams.") and path.endswith(".on"))


def _paper_order(case: Case, path: str, answer: date | str) -> Problem | None:
    """A paper is written, then posted or served, then received."""
    place, _, name = path.rpartition(".")
    paper = case.answer(place)
    if not isinstance(answer, date) or not isinstance(paper, Paper):
        return None
    served, printed = exact(paper.served_on), exact(paper.printed_on)
    if name == "received_on" and served and answer < served:
        return Problem("date_received_before_served", {"served": served}, asks=True)
    if name == "received_on" and printed and answer < printed:
        return Problem("date_received_before_printed", {"printed": printed}, asks=True)
    if name == "printed_on" and (received := exact(paper.received_on)) and received < answer:
        return Problem("date_printed_after_received", {"received": received}, asks=True)
    if name == "served_on" and printed and answer < printed:
        return Problem("date_served_before_printed", {"printed": printed}, asks=True)
    if name == "postmarked_on" and printed and answer < printed:
        return Problem("date_postmark_before_printed", {"printed": printed}, asks=True)
    return None


def read_text(text: str, limit: int) -> str | Problem:
    """Own words, trimmed; a problem when they are longer than the field takes (characters)."""
    text = text.replace("\x00", "").strip()
    if len(text) > limit:
        return Problem("text_too_long", {"limit": limit, "count": len(text)})
    return text


def check_page(case: Case, path: str, text: str) -> Problem | None:
    """Does a page of a report, or how many it has, fit what is known? It is only asked about: reports are numbered oddly."""
    group, *way, name = path.split(".")
    if group != "reports" or name not in ("page", "pages") or not text:
        return None
    report, number = case.reports[int(way[0])], page_number(text)
    if name == "page":
        doubt = doubtful_page(report, text)
        return Problem(f"page_{doubt}", {"pages": page_number(report.pages)}, asks=True) if doubt else None
    last = max((page_number(one.page) or 0 for one in report.errors), default=0)
    if not number:
        return Problem("pages_no_number", asks=True)
    return Problem("pages_fewer", {"number": last}, asks=True) if number < last else None


def read_count(text: str, most: int) -> int | None | Problem:
    """How many there are, from 1 to `most`; None for an empty field."""
    digits = _digits(text)
    if not digits:
        return None
    if not digits.isdecimal() or len(digits) > _YEAR_DIGITS or not 0 < int(digits) <= most:
        return Problem("count_range", {"most": most})
    return int(digits)


def read_choices(chosen: tuple[str, ...]) -> tuple[str, ...] | Problem:
    """Some of several values. "unsure" gives way to a real one; "none" beside anything else is asked about."""
    if "none" in chosen and chosen[1:]:
        return Problem("choice_none_and_more")
    real = tuple(value for value in chosen if value != UNSURE)
    return real or chosen or Problem("choice_empty")
