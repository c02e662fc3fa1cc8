"""The shapes of the smaller law files: extra days for service, our own numbers, telephone numbers."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from qme_guide.content import Entry
from qme_guide.law_models import Day, Filled, Keys, Number

Days = Annotated[int, Field(strict=True, ge=0)]


class ServicePolicy(Entry):
    """How many days a way of service adds, by place; the larger of the two places counts."""

    goes_on: Literal["outside", "safe", "off-safe"]
    methods: Keys
    address: Mapping[str, Days]
    mailed_from: Mapping[str, Days] | None = None
    unknown_method: Literal["nothing", "as-mail"]
    citation: Filled
    sources: Keys
    status: Filled


class ServiceDays(Entry):
    """Every policy of extra days, the answers there are, and what a missing answer means."""

    methods: Keys
    places: Keys
    mailing_places: Keys
    if_missing: Mapping[str, str]
    policies: Mapping[str, ServicePolicy]
    as_of: Day
    check_by: Day
    legal_review: Filled


class Uploads(Entry):
    """The largest paper we take: one file as it comes, its pages, one photo, and what a file may unpack to.

    The last two are for all papers of a visit together.
    """

    megabytes: Number
    pages: Number
    megapixels: Number
    unpacked_megabytes: Number
    all_megabytes: Number
    all_pages: Number


class FollowUpDays(Entry):
    """After how many open days to look again: for a missing proof, for a fax, for a letter by mail, for an answer."""

    proof_open_days: Number
    fax_open_days: Number
    mail_open_days: Number
    answer_open_days: Number


class Timeline(Entry):
    """When a time without events is asked about, how many a list shows at once, and the largest table of events we take."""

    gap_months: Number
    events_shown: Number
    table_rows: Number
    table_megabytes: Number


class Plan(Entry):
    """Days before an exam: when the last week begins, and by when to be ready."""

    soon_days: Number
    prepare_days: Number


class Reports(Entry):
    """Up to how many wrong rows of a report stand in a letter (more are a table of their own), how long a text in it is, and how many rows a screen shows.

    reading_minutes: how long it takes to read a report part by part.
    """

    letter_rows: Number
    cell_letters: Number
    rows_shown: Number
    reading_minutes: Number


class Clinic(Entry):
    """A clinic of several clients: our estimate of the minutes of each step (`tasks`), for a visit as a whole, and the size of its papers.

    soon_days: from so many days before it on a day is near. statute_near_days: so long before the time to open a case ends, a supervisor is told. brief_words: the most words that
    the hand-off on one page holds; words_a_minute: how fast it is read.
    """

    minutes: Mapping[str, Number]
    visit_minutes: Number
    soon_days: Number
    statute_near_days: Number
    brief_words: Number
    words_a_minute: Number


class Practice(Entry):
    """Our own product numbers (DESIGN). Hours are Pacific wall-clock hours."""

    mail_open_days: Number
    fax_hour: Number
    close_hour: Number
    time_zone: Filled
    alarm_days: tuple[Number, ...]
    alarm_hour: Number
    keeps_its_date: Keys
    first_year: Number
    last_year: Number
    old_panel_years: Number
    follow_up: FollowUpDays
    uploads: Uploads
    timeline: Timeline
    plan: Plan
    report: Reports
    clinic: Clinic
    save_file_bytes: Number
    passphrase_letters: Number
    save_file_with_papers_bytes: Number
    save_file_values: Number
    save_file_pages: Number
    unsaved_told: Number
    status: Filled
    check_by: Day
    legal_review: Filled


class Contact(Entry):
    """A telephone number. As text it is the number."""

    number: Filled
    what: Filled
    sources: Keys
    status: Filled
    as_of: Day
    check_by: Day

    def __str__(self) -> str:
        return self.number


class Contacts(Entry):
    """The only telephone numbers the guide may show."""

    ia_phone: Contact
    emergency: Contact
    crisis: Contact
