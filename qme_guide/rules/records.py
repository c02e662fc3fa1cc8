"""Which papers are still to be asked for, and from whom. It must not know any word and any screen."""

from dataclasses import dataclass
from itertools import chain

from qme_guide.answers import Holder
from qme_guide.case import Case, Record

ASKED, HAVE, CANT_GET, NOT_MINE = "asked", "have", "cant_get", "not_mine"
# How a paper stands that nobody asked for yet: in the case that is no answer.
TO_ASK = "to_ask"
ME, ADMINISTRATOR = "me", "claims_administrator"


@dataclass(frozen=True)
class Office:
    """Who holds some papers: the kind of holder, its name and address ("" when not known), and its papers not yet here."""

    holder: Holder
    name: str
    address: str
    records: tuple[Record, ...]

    @property
    def key(self) -> tuple[str, str]:
        """What tells one office from another: its name however it was typed, else the kind of holder."""
        name = _folded(self.name)
        return ("", name) if name else (self.holder, "")

    @property
    def unasked(self) -> tuple[Record, ...]:
        """Its papers that nobody asked for yet."""
        return tuple(one for one in self.records if one.state is None)


def to_come(record: Record) -> bool:
    """It is not here yet and may still come: nobody asked for it, or it was asked for."""
    return record.state in (None, ASKED)


def remembered(case: Case) -> frozenset[str]:
    """Ids of records that something still names, also of removed ones: a new record must not take one of them.

    The lists and the log of an exam; the proofs of a report's errors, and what a report lists; the insurer's list.
    """
    exams = (names for exam in case.exams for names in (exam.for_qme, *(line.papers for line in exam.sendings)))
    reports = (names for report in case.reports for names in (report.listed or (), *(error.proof for error in report.errors)))
    letters = (letter.review.listed or () for letter in case.letters)
    return frozenset(name for names in chain(exams, reports, letters) for name in names)


def offices(case: Case) -> tuple[Office, ...]:
    """Every office that holds a paper not here yet, in the order of the list. Papers without a holder are left out."""
    found: dict[tuple[str, str], Office] = {}
    for record in case.records:
        if record.holder not in (None, ME) and to_come(record):
            one = _office(case, record)
            before = found.get(one.key)
            found[one.key] = _joined(before, one) if before else one
    return tuple(found.values())


def likely(case: Case, record: Record) -> tuple[str, str]:
    """Who holds a paper, to begin with and for the person to look at: known elsewhere, else the last such holder typed."""
    name, address = _known(case, record.holder)
    others = (one for one in reversed(case.records) if one.id != record.id and one.holder == record.holder and one.holder_name)
    return (name, address) if name else next(((one.holder_name, one.holder_address or "") for one in others), (name, address))


def _known(case: Case, holder: Holder | None) -> tuple[str, str]:
    """The name and the address of a kind of holder, as far as the case tells them elsewhere; "" for what is not known."""
    doctor, claim = case.doctor, case.claim
    told = {
        "doctor": (doctor.name, _lines(doctor.clinic, doctor.address)),
        "clinic": (doctor.clinic, doctor.address),
        ADMINISTRATOR: (claim.claims_administrator, _lines(claim.administrator_address, claim.adjuster)),
        "employer": (claim.employer, None),
    }
    name, address = told.get(holder, (None, None))
    return name or "", address or ""


def _office(case: Case, record: Record) -> Office:
    """The office of one record. The address told elsewhere holds only for the same name."""
    name, address = _known(case, record.holder)
    same = not record.holder_name or _folded(record.holder_name) == _folded(name)
    return Office(record.holder, record.holder_name or name, record.holder_address or (address if same else ""), (record,))


def _joined(first: Office, more: Office) -> Office:
    return Office(first.holder, first.name, first.address or more.address, (*first.records, *more.records))


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _lines(*parts: str | None) -> str:
    return "\n".join(part for part in parts if part)
