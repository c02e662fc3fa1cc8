"""What a helper takes along after a sitting: each person's own file, the board as a table, the dates, a tally without names."""

import io
from collections.abc import Sequence
from functools import partial
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import streamlit as st

from pages.parts import clients, clinic_batch, clinic_board, clinic_people, keeping, look, making, offer, session
from pages.parts.clinic_client import Client
from qme_guide import savefile
from qme_guide.board import BoardRow
from qme_guide.documents.clinic_calendar import clinic_calendar
from qme_guide.documents.matter import Matter
from qme_guide.render import ics
from qme_guide.tables import board

_CSV = "text/csv"


def show() -> None:
    """Everything that can be taken along; nothing while nobody is there."""
    everybody = list(clients.open_cases().values())
    if not everybody:
        return
    words = session.words()
    look.heading(words.say("clinic.take_title"))
    saves("take")
    clinic_batch.show(everybody)
    rows = [found for _, found in clinic_board.rows()]
    with st.expander(words.say("clinic.table_title")):
        names = st.checkbox(words.say("clinic.with_names"), key="clinic.names")
        look.show(look.paragraph(words.say("clinic.table_help"), soft=True))
        _download("table", partial(board.to_csv, rows, words, names, {one.key: one.number for one in everybody}), "clinic-board.csv", _CSV)
        look.show(look.paragraph(words.say("clinic.calendar_help"), soft=True))
        _download("calendar", partial(_calendar, everybody), "clinic-dates.ics", offer.FORMATS["ics"])
    with st.expander(words.say("clinic.tally_title")):
        _tally(rows)


def saves(key: str) -> None:
    """One file with the own file of each person in it, to give to each of them; with their papers where that is wanted."""
    words = session.words()
    everybody = [one for one in clients.open_cases().values() if not one.case.sample]
    if not everybody:
        return
    weight = sum(keeping.weight(clinic_people.papers(one)) for one in everybody)
    look.show(look.paragraph(words.say("clinic.saves_help")))
    size = f"{weight / making.MEGABYTE:.1f} MB"
    papers = bool(weight) and st.checkbox(words.say("clinic.with_papers", size=size), value=True, key=f"clinic.papers.{key}")
    st.download_button(
        words.say("clinic.saves", count=len(everybody)), _zip(everybody, papers), "clinic-files.zip", making.TYPES[making.ZIP],
        key=f"clinic.saves.{key}", on_click=clients.saved_all, args=(papers,), width="stretch",
    )  # fmt: skip


def file_of(one: Client, papers: bool) -> bytes:
    """The own file of one person, in the language they read, with or without their papers."""
    language = one.case.worker.language if one.case.worker.language in ("es", "en") else session.language()
    return savefile.dump(one.case, session.today(), language, clinic_people.papers(one) if papers else ())


def _zip(everybody: Sequence[Client], papers: bool) -> bytes:
    """The files side by side, named by number and sign: no name of a person stands in the name of a file."""
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for one in everybody:
            archive.writestr(ZipInfo(f"{clinic_people.file_name(one)}.json"), file_of(one, papers), ZIP_DEFLATED)
    return out.getvalue()


def _calendar(everybody: Sequence[Client]) -> bytes:
    """The dates of everybody, with numbers instead of names."""
    words, law, today = session.words(), session.law(), session.today()
    matters = [(one.number, Matter(one.case, None, law, words, today)) for one in everybody]
    return ics.render(clinic_calendar(matters), stamp=session.now().replace(tzinfo=session.CALIFORNIA))


def _tally(rows: Sequence[BoardRow]) -> None:
    """How many people, how many of each road and language, and how the dates stand."""
    words = session.words()
    found = board.tally(rows, words)
    look.show(look.paragraph(words.say("clinic.tally_help"), soft=True))
    look.show(look.table(words.say("clinic.tally_title"), list(found.columns), [[str(cell) for cell in row] for row in found.itertuples(index=False)]))
    _download("tally", lambda: found.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig"), "clinic-tally.csv", _CSV)


def _download(name: str, build: object, file: str, kind: str) -> None:
    st.download_button(session.words().say(f"clinic.get_{name}"), build, file, kind, key=f"clinic.get.{name}", on_click="ignore", width="stretch")
