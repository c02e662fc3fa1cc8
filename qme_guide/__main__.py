"""The second face: dates and papers from a file, without the app. `python -m qme_guide --help` lists the commands.

Standard output carries results only; what is wrong goes to standard error, and the exit code is 1. No answer of a
case is ever written to standard error.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from io import TextIOWrapper
from pathlib import Path

from qme_guide import anyfile, checks, examples, savefile, schema, travel
from qme_guide.content import ContentError
from qme_guide.documents.catalog import CALENDAR, PAPERS
from qme_guide.documents.entries import calendar
from qme_guide.documents.listing import listing
from qme_guide.documents.matter import Matter
from qme_guide.law import load_law
from qme_guide.render import RENDERERS, ics
from qme_guide.words import LANGUAGES, load_words

OK, PROBLEMS = 0, 1
ICS = ".ics"
# Which argument brings what is missing.
_MENDS = {"save_locked": ("--passphrase-file FILE",)}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns the exit code: 0 when all is well, 1 when there are differences or problems."""
    told = _parser().parse_args(arguments)
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    try:
        return told.run(told)
    except ContentError as error:
        return _wrong(str(error))
    except savefile.SaveFileError as error:
        return _wrong(" ".join((load_words(told.language).say(f"errors.{error.key}"), *_MENDS.get(error.key, ()))))
    except OSError as error:
        return _wrong(f"{error.filename}: {error.strerror}") if error.filename else PROBLEMS


def _wrong(text: str) -> int:
    print(text, file=sys.stderr)
    return PROBLEMS


def _examples(told: argparse.Namespace) -> int:
    """Answer a list of worked examples and compare them with what they expect."""
    try:
        given = json.loads(told.file.read_bytes())
    except (ValueError, RecursionError):
        return _wrong(f"{told.file}: not a JSON file: give a list of {{id, rule, inputs}}")
    answers, differences = examples.run(given, load_law(), load_words(told.language))
    _print(answers)
    for difference in differences:
        print(difference, file=sys.stderr)
    return PROBLEMS if differences else OK


def _dates(told: argparse.Namespace) -> int:
    """Every date of a case."""
    words = load_words(told.language)
    _print(listing(_matter(told, words.language)))
    return OK


def _paper(told: argparse.Namespace) -> int:
    """One paper of a case, as the file type that the ending names."""
    if told.list or not (told.name and told.case and told.output):
        _print([*PAPERS, CALENDAR])
        return OK if told.list else _wrong("give NAME, CASE.json and -o FILE, or --list")
    ending = told.output.suffix.lower()
    matter = _matter(told, told.language)
    if ending == ICS or told.name == CALENDAR:
        if ending != ICS:
            return _wrong(f"{told.output}: the calendar is an .ics file")
        told.output.write_bytes(ics.render(calendar(matter), stamp=_stamp(matter)))
        return OK
    if told.name not in PAPERS or ending not in RENDERERS:
        return _wrong(f"{told.name}, {ending}: papers are {', '.join(PAPERS)}; endings are {', '.join(RENDERERS)}, {ICS}")
    told.output.write_bytes(RENDERERS[ending](PAPERS[told.name].made(matter)))
    return OK


def _check(told: argparse.Namespace) -> int:
    """The health of law and words."""
    problems = checks.problems(told.today)
    for problem in problems:
        print(problem, file=sys.stderr)
    _print({"ok": not problems, **checks.counts()})
    return PROBLEMS if problems else OK


def _schema(told: argparse.Namespace) -> int:
    """The shape of a save file, for other programs."""
    _print(schema.schema())
    return OK


def _matter(told: argparse.Namespace, language: str) -> Matter:
    law = load_law()
    case = anyfile.opened(told.case.read_bytes(), _passphrase(told), travel.limits(law.practice)).case
    letter = next((one for one in case.letters if told.letter in (None, one.id)), None)
    if told.letter and letter is None:
        raise ContentError([f"--letter {told.letter}: no letter of this case has this id; the ids stand in its file, under letters"])
    return Matter(case, letter, law, load_words(language), told.today)


def _passphrase(told: argparse.Namespace) -> str | None:
    """The first line of the file that holds it; a passphrase among the arguments could be read by others on the machine."""
    if told.passphrase_file is None:
        return None
    first, *_ = told.passphrase_file.read_text("utf-8-sig", "replace").splitlines() or [""]
    return first


def _stamp(matter: Matter) -> datetime:
    """When the calendar file was made: the day given, or the day the law was last read (the clock is not asked)."""
    return datetime.combine(matter.today or max(clock.as_of for clock in matter.law.clocks.values()), time.min, UTC)


def _print(found: object) -> None:
    print(json.dumps(found, ensure_ascii=False, indent=2, default=str))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="qme_guide", description="Dates and papers from a file. Information, not legal advice.")
    commands = parser.add_subparsers(required=True)
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--language", choices=LANGUAGES, default=LANGUAGES[0], help="the language of what is written")
    common.add_argument("--today", type=date.fromisoformat, help="the day to reckon from (YYYY-MM-DD); without it, no day is today")
    common.add_argument("--letter", help="which letter of the case a paper is about (its id); else the first")
    case = argparse.ArgumentParser(add_help=False)
    case.add_argument("--passphrase-file", type=Path, help="a file whose first line is the passphrase of a sealed case")
    one = commands.add_parser("examples", parents=[common], help="compute a list of worked examples")
    one.add_argument("file", type=Path)
    one.set_defaults(run=_examples)
    one = commands.add_parser("dates", parents=[common, case], help="every date of a case: a save file, a sealed one, or a PDF with the answers in it")
    one.add_argument("case", type=Path)
    one.set_defaults(run=_dates)
    one = commands.add_parser("paper", parents=[common, case], help="one paper of a case; the ending of the file picks its type")
    one.add_argument("name", nargs="?")
    one.add_argument("case", type=Path, nargs="?")
    one.add_argument("-o", "--output", type=Path)
    one.add_argument("--list", action="store_true", help="the names of the papers")
    one.set_defaults(run=_paper)
    one = commands.add_parser("check", parents=[common], help="the health of law and words")
    one.set_defaults(run=_check)
    one = commands.add_parser("schema", help="the shape of a save file as JSON Schema")
    one.set_defaults(run=_schema)
    return parser


if __name__ == "__main__":
    sys.exit(main())
