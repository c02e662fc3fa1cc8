"""What a file of the person's own holds, in words: whose case it is, how much is in it, the papers, when it was saved."""

from collections.abc import Sequence

from pages.parts import keeping, making, session
from qme_guide.case import Case, Evening
from qme_guide.savefile import Saved


def whose(case: Case) -> str:
    """Whose case it is, as far as it says."""
    words = session.words()
    if case.sample:
        return words.say("keeping.case_sample")
    return words.say("keeping.case_of", name=case.worker.name) if case.worker.name else words.say("keeping.case_unnamed")


def holds(found: Saved) -> list[str]:
    """What is in it: the answers by kind, the papers with their size, when and in which language it was saved."""
    words, papers = session.words(), found.papers
    told = [_counted(found.case)]
    if papers:
        size, pages = making.size_of(keeping.weight(papers)), sum(len(one.order) for one in papers)
        told.append(words.say("keeping.holds_papers" if pages > 1 else "keeping.holds_papers_one", pages=pages, size=size))
    if found.saved_on:
        told.append(words.say("keeping.saved_on", day=found.saved_on))
    if found.language and found.language != words.language:
        told.append(words.say("keeping.other_language"))
    return told


def _counted(case: Case) -> str:
    words = session.words()
    treatments = [one for letter in case.letters for one in letter.treatments]
    many: dict[str, Sequence[object]] = {"letters": case.letters, "treatments": treatments, "records": case.records, "reports": case.reports}
    many |= {"panels": case.panels, "exams": case.exams, "events": case.events, "abilities": case.function.abilities, "practice": case.practice}
    many |= {"evenings": [one for one in case.exams if one.evening != Evening()]}
    things = [words.say(f"keep.many_{name}", count=len(known)) if known[1:] else words.say(f"keep.one_{name}") for name, known in many.items() if known]
    return words.say("keep.holds", things=", ".join(things)) if things else words.say("keep.holds_little")
