"""Every page of the app, in the order of the navigation. A new page is a new line here."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Page:
    """A page of the app: `name` is its file, its address, and the key of its title."""

    name: str
    folder: str

    @property
    def path(self) -> str:
        return f"pages/{self.folder}/{self.name}.py"


PAGES = (
    Page("home", "start"),
    Page("triage", "start"),
    Page("denial", "treatment"),
    Page("imr", "treatment"),
    Page("doctor", "treatment"),
    Page("records", "treatment"),
    Page("review", "treatment"),
    Page("dispute", "panel"),
    Page("objection", "panel"),
    Page("panel", "panel"),
    Page("choose", "panel"),
    Page("appointment", "panel"),
    Page("plan", "exam"),
    Page("evaluator", "exam"),
    Page("timeline", "exam"),
    Page("function", "exam"),
    Page("practice", "exam"),
    Page("exam_day", "exam"),
    Page("evening", "exam"),
    Page("report", "report"),
    Page("correct", "report"),
    Page("write", "report"),
    Page("rating", "report"),
    Page("sent", "report"),
    Page("dates", "start"),
    Page("keep", "keep"),
    Page("helping", "keep"),
    Page("clinic", "keep"),
    Page("letter", "learn"),
    Page("about", "learn"),
)


def page(name: str) -> str:
    """The file of a page. StopIteration when there is none by that name."""
    return next(one.path for one in PAGES if one.name == name)
