"""The rows of a report's errors on the page of its correction: what goes into the request, what does not, and why."""

from dataclasses import replace
from functools import partial
from html import escape

from pages.parts import look, offer, session
from qme_guide.case import Report, ReportError
from qme_guide.documents.catalog import PAPERS
from qme_guide.documents.question_list import NAME as QUESTIONS
from qme_guide.documents.question_list import question_list
from qme_guide.documents.record_names import listed_name
from qme_guide.rules import correction as rules
from qme_guide.rules import errors
from qme_guide.rules.evaluator import SEND as WAIT_20


def goes_in(report: Report, gone: bool) -> None:
    """The facts that go or went, each with its number: all in sight while they are few, else in a fold."""
    words, listed = session.words(), rules.rows(report)
    look.heading(words.say("correct.in_gone" if gone else "correct.in_title"))
    look.show(look.paragraph(words.say("correct.in_text", phone=session.law().contacts.ia_phone)))
    if len(listed) > session.law().practice.report.letter_rows:
        look.show(look.fold(words.say("correct.in_all", count=len(listed)), _table(listed)))
    else:
        look.show(*(_row(number, one) for number, one in listed))


def _row(number: int, one: ReportError) -> str:
    """One fact on a card: its number and page, what the report says, what is right."""
    words = session.words()
    where = ", ".join(filter(None, (one.page and words.say("correct.on_page", page=one.page), one.place)))
    head = f"<h3>{number}. {look.words(words.choice('reports.errors.topic', one.topic)) if one.topic else escape(where)}</h3>"
    told = [look.paragraph(f"{words.say(f'correct.{label}')}:", soft=True) + look.quote(said) for label, said in (("says", one.says), ("right", one.true)) if said]
    return look.card(head, look.own(where) if where and one.topic else "", *told)


def _table(listed: tuple[tuple[int, ReportError], ...]) -> str:
    words = session.words()
    head = [words.say(f"correct.{name}") for name in ("number", "page", "says", "right")]
    return look.table(words.say("correct.table"), head, ((str(number), one.page or "", one.says or "", one.true or "") for number, one in listed))


def stays_out(report: Report, gone: bool) -> None:
    """What does not, or did not, go into the request, each with its reason; the opinions have a list of their own."""
    words, law = session.words(), session.law()
    empty = {number for number, one in errors.numbered(report) if not errors.told(one)}
    kinds = {"opinion": errors.rows(report, errors.OPINION), "open": errors.rows(report, errors.OPEN)}
    rows = {name: [number for number, _ in found if number not in empty] for name, found in kinds.items()} | {"empty": sorted(empty)}
    keys = {"open": "correct.out_open_gone" if gone else "correct.out_open"}
    told = [words.say(keys.get(name, f"correct.out_{name}"), rows=_numbers(found)) for name, found in rows.items() if found]
    if missing := errors.missing_records(session.case(), report):
        names = "; ".join(listed_name(one, words) for one in missing)
        told.append(words.say("correct.out_papers", names=names, days=law.clock(WAIT_20).newest.n))
    if not told:
        return
    look.heading(words.say("correct.out_gone" if gone else "correct.out_title"))
    look.show(look.bullets(told))
    if rows["opinion"] or rows["open"]:
        offer.paper(replace(PAPERS[QUESTIONS], build=partial(question_list, report=report)), None)


def _numbers(found: list[int]) -> str:
    return session.words().say("correct.rows" if found[1:] else "correct.row", numbers=", ".join(map(str, found)))
