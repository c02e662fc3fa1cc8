"""What the words of a report and of a rating mean, each with where it is written. Every number comes from the law files.

It calculates no rating and says nothing of what a settlement is worth.
"""

from pages.parts import look, session, show, when
from qme_guide.rules import rating as rules

# Each passage with the fact it stands on.
EXPLAINED = {
    "rating_ps": "rating-stationary",
    "rating_parts": "rating-parts",
    "rating_causes": "rating-causes",
    "rating_money": "rating-payments",
    "rating_voucher": "rating-voucher",
    "rating_settle": "rating-settlement",
    "rating_evidence": "rating-evidence",
}


def explained() -> None:
    """What permanent and stationary means, what a rating is made of, how causes are divided, money, settlement, evidence."""
    words, law = session.words(), session.law()
    look.heading(words.say("rating.explained"))
    folds = []
    for name, fact in EXPLAINED.items():
        second = [words.say("rating.second")] if law.facts[fact].status == "SECONDARY" else []
        lines = look.paragraphs([*second, *sources(fact)])
        folds.append(look.fold(words.passages[f"pages/{name}"].title, passage(name), lines))
    look.show(look.card(*folds))


def passage(name: str) -> str:
    """A passage with its numbers, all from the law files."""
    law, call = session.law(), when.call_day()
    days = {rule: law.clock(rule).newest.n for rule in (rules.CLOCK, rules.DUE, rules.JUDGE_CLOCK, rules.DECISION_CLOCK, rules.PAYMENT, rules.CORRECTION)}
    answer, *_ = law.clock(rules.JUDGE_CLOCK).newest.alternatives
    parts, causes, voucher = (law.facts[f"rating-{one}"] for one in ("parts", "causes", "voucher"))
    numbers = {
        "rating_correct": {"n": days[rules.DUE]},
        "rating_pending": {"n": days[rules.DUE]},
        "rating_waiting": {"n": days[rules.DUE]},
        "rating_judge": {"days": days[rules.JUDGE_CLOCK], "n": answer.n, "call": call},
        "rating_back": {"n": answer.n, "call": call},
        "rating_rated": {"n": days[rules.CLOCK], "count": len(rules.GROUNDS), "call": call},
        "rating_decided": {"n": days[rules.DECISION_CLOCK], "call": call},
        "rating_parts": {"year": parts.applies_from.year, "first": parts.values["edition"]},
        "rating_causes": {"percent": causes.values["percent"]},
        "rating_money": {"n": days[rules.PAYMENT]},
        "rating_voucher": {
            "year": voucher.applies_from.year, "size": f"{voucher.values['dollars']:,}", "count": voucher.values["months"], "limit": voucher.values["offer_days"],
            "days": voucher.values["voucher_days"], "n": voucher.values["years"], "number": voucher.values["injury_years"],
        },
        "rating_settle": {"call": call},
        "rating_evidence": {"n": days[rules.CORRECTION]},
    }  # fmt: skip
    return show.passage(f"pages/{name}", **numbers.get(name, {}))


def sources(*facts: str) -> list[str]:
    """Where each of these facts stands, and how old our copy is."""
    words, known = session.words(), session.law().facts
    return [words.say("card.source", citation=known[name].citation, as_of=known[name].as_of) for name in facts]


def source_fold(*facts: str) -> str:
    """The same in a fold; nothing without any."""
    return look.card(look.fold(session.words().say("rating.sources"), look.paragraphs(sources(*facts)))) if facts else ""
