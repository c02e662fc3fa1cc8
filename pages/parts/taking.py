"""Taking in files from a phone or a computer: one or many at once, checked one by one, then looked at page by page.

For those that cannot be used there is a kind word that stays until the next files. A press elsewhere while files are
read only stops the reading: the files still lie in the field and are read on the next run. In memory only.
"""

from collections.abc import Iterator, Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.parts import incoming, look, making, piles, session
from pages.parts.piles import Files
from qme_guide import papers
from qme_guide.case import Letter
from qme_guide.leaves import Leaves
from qme_guide.papers import Limits, Problem, Upload

Given = Sequence[tuple[str, bytes]]
Unusable = tuple[str, Problem]


def field(name: str, letter: Letter, label: str) -> bool:
    """A place to add files to a paper. True when some were just added."""
    # How far the reading is stands above the field: under it the names of many files would hide it.
    above, times = st.empty(), session.place("uploads", 0)
    new = st.file_uploader(label, key=f"upload.{piles.key(name, letter)}.{times}", accept_multiple_files=True, label_visibility="collapsed")
    if not new:
        return False
    unusable = _take(name, letter, [(file.name, file.getvalue()) for file in new], above)
    session.note(problems(name, letter), unusable)
    # From here on the files are kept: another press must not take them in again, and nobody needs them as they came.
    session.note("uploads", times + 1)
    incoming.let_go(new)
    _look(name, letter, above)
    if len(unusable) == len(new):
        st.rerun()
    return True


def problems(name: str, letter: Letter) -> str:
    """Under which word the screen remembers the files that could not be used."""
    return f"problems.{piles.key(name, letter)}"


def told(name: str, letter: Letter) -> None:
    """Each kind of problem once, with the names of the files that have it."""
    words, grouped = session.words(), {}
    for called, problem in session.place(problems(name, letter)) or ():
        grouped.setdefault((problem.key, tuple(problem.facts.items())), []).append(called)
    for (key, facts), files in grouped.items():
        look.show(look.notice(words.say(f"errors.{key}", **dict(facts)), "stop", ", ".join(files)))


def _take(name: str, letter: Letter, given: Given, above: DeltaGenerator) -> tuple[Unusable, ...]:
    """Add these files to a paper, in their order; give back what is wrong with those that cannot be used."""
    words, unusable, others = session.words(), list[Unusable](), piles.elsewhere(name, letter)
    files, order = piles.kept(name, letter), piles.pages(name, letter)
    bar = above.progress(0.0, words.say("add.reading", number=1, count=len(given)))
    for number, (called, found) in enumerate(_checked(given), start=1):
        bar.progress(number / len(given), words.say("add.reading", number=number, count=len(given)))
        added = found if isinstance(found, Problem) else _joined(files, order, found, others)
        if isinstance(added, Problem):
            unusable.append((called, added))
        else:
            files, order = added
    piles.arrange(name, letter, files, order)
    return tuple(unusable)


def _look(name: str, letter: Letter, above: DeltaGenerator) -> None:
    """Look at each new page, and say how far that is."""
    words, count = session.words(), piles.unseen(name, letter)
    for number, _ in enumerate(piles.looking(name, letter), start=1):
        above.progress(number / count, words.say("add.looking", number=number, count=count))


def _checked(given: Given) -> Iterator[tuple[str, Upload | Problem]]:
    """Each file by its name, checked when its turn comes."""
    most = limits()
    return ((name, papers.check(name, data, most)) for name, data in given)


def limits() -> Limits:
    """What is taken of one file."""
    practice = session.law().practice.uploads
    return Limits(practice.megabytes, practice.pages, practice.megapixels, practice.unpacked_megabytes)


def _joined(files: Files, order: Leaves, new: Upload, others: tuple[int, int]) -> tuple[Files, Leaves] | Problem:
    """The paper with a new file at its end. Of a file that is there, the pages that were taken out come back.

    others: the bytes and pages of all other papers, for there is a limit for all of them together.
    """
    there = {(leaf.paper, leaf.page) for leaf in order}
    missing = tuple(leaf for leaf in piles.of((new,)) if (leaf.paper, leaf.page) not in there)
    if not missing:
        return Problem("upload_twice")
    joined = files if new.id in {one.id for one in files} else (*files, new)
    return _no_room(joined, len(order) + len(missing), others) or (joined, (*order, *missing))


def _no_room(files: Files, pages: int, others: tuple[int, int]) -> Problem | None:
    """What is too much about these files with so many pages: on their own, or with all other papers."""
    limits, (size, rest) = session.law().practice.uploads, others
    if pages > limits.pages:
        return Problem("upload_too_many_pages", {"pages": pages, "limit": limits.pages})
    if pages + rest > limits.all_pages:
        return Problem("upload_all_too_many_pages", {"pages": pages + rest, "limit": limits.all_pages})
    if size + sum(len(one.data) for one in files) > limits.all_megabytes * making.MEGABYTE:
        return Problem("upload_all_too_big", {"limit": f"{limits.all_megabytes} MB"})
    return None
