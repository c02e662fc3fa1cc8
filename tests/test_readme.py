"""README.md: what it names exists, what it shows comes out, and each dependency has a reason."""

import re
import shlex
from pathlib import Path

import pytest

from deploy.screenshots import LARGEST, PICTURES, SHOTS
from qme_guide.__main__ import main

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
FENCED = re.findall(r"```(\w+)\n(.*?)```", README, re.DOTALL)
PROSE = re.sub(r"```.*?```", "", README, flags=re.DOTALL)
QUOTED = re.findall(r"`([^`\n]+)`", PROSE)
LINKED = re.findall(r"\]\(([^)#]+)\)", PROSE)
SHELL = [line.partition("#")[0].strip() for kind, block in FENCED if kind == "sh" for line in block.splitlines()]
TOLD = [line.removeprefix("$ ") for kind, block in FENCED if kind == "console" for line in block.splitlines() if line.startswith("$ ")]
COMMANDS = [*SHELL, *TOLD, *QUOTED]
WORDS = [*QUOTED, *(word for command in SHELL for word in command.split() if not word.startswith(".venv"))]
FILE = re.compile(r"[\w.<>-]+/[\w.<>/-]*|[\w<>-]+\.(py|md|yaml|json|txt)")
NAMED = {*LINKED, *(word for word in WORDS if FILE.fullmatch(word))}
RECIPES = dict(re.findall(r"^### (.+?)\n(.*?)(?=^##)", README, re.DOTALL | re.MULTILINE))


def place(name: str) -> Path:
    """A named file; for one that is still to be made ("letters/<name>.yaml"), the folder it would lie in."""
    known, new, _ = name.partition("<")
    return ROOT / known.rpartition("/")[0] if new else ROOT / known


@pytest.mark.parametrize("name", sorted(NAMED))
def test_every_file_that_is_named_exists(name):
    assert place(name).exists()


def test_every_make_target_that_is_named_exists():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = {target for command in COMMANDS for target in re.findall(r"^make ([a-z-]+)", command)}
    assert {"run", "test"} <= named
    assert named <= set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))


def test_every_module_that_is_run_exists():
    modules = {module for command in COMMANDS for module in re.findall(r"python3? -m ([\w.]+)", command)}
    assert {"qme_guide", "deploy.serve", "deploy.screenshots"} <= modules
    ours = {module for module in modules if module.startswith(("qme_guide", "deploy", "tests"))}
    missing = [module for module in ours if not (ROOT / f"{module.replace('.', '/')}.py").exists() and not (ROOT / module / "__main__.py").exists()]
    assert not missing and modules - ours == {"venv", "pip", "pytest"}


def test_every_setting_that_is_named_is_read_somewhere():
    code = "".join(path.read_text(encoding="utf-8") for folder in ("pages", "deploy", "tests") for path in (ROOT / folder).rglob("*.py") if path != Path(__file__))
    named = set(re.findall(r"QME_[A-Z_]+", README))
    assert named and not [name for name in named if f'"{name}"' not in code]


def shown() -> list[tuple[str, list[str]]]:
    """Each command of the console blocks with the lines that are shown under it."""
    found: list[tuple[str, list[str]]] = []
    for kind, block in FENCED:
        for line in block.splitlines() if kind == "console" else ():
            if line.startswith("$ "):
                found.append((line.removeprefix("$ "), []))
            else:
                found[-1][1].append(line)
    return found


@pytest.mark.parametrize(("command", "lines"), shown(), ids=lambda value: value if isinstance(value, str) else "")
def test_every_command_that_is_shown_runs_and_gives_the_lines_shown_in_their_order(command, lines, tmp_path, monkeypatch, capsys):
    python, dash, module, *arguments = shlex.split(command)
    assert (python, dash, module) == ("python", "-m", "qme_guide")
    monkeypatch.chdir(ROOT)
    if "-o" in arguments:
        at = arguments.index("-o") + 1
        arguments[at] = str(tmp_path / arguments[at])
    assert main(arguments) == 0
    out = capsys.readouterr().out.splitlines()
    for line in lines:
        assert line in out, f"{line!r} does not come, or not in this order"
        out = out[out.index(line) + 1 :]
    assert "-o" not in arguments or Path(arguments[at]).stat().st_size


def test_there_is_a_recipe_for_each_change_and_it_names_the_files():
    asked_for = ["Change a word", "Change a number of law", "Add a deadline", "Add a letter or another paper", "Add a language", "Add a page"]
    assert set(asked_for) <= set(RECIPES)
    for title, recipe in RECIPES.items():
        files = [name for name in re.findall(r"`([\w.<>/-]+)`", recipe) if name in NAMED]
        assert len(files) >= 4, title
        assert "tests/" in recipe, f"{title}: no test is named"


def requirements() -> list[tuple[str, str]]:
    """Each package that is asked for, with the rest of its line."""
    lines = [line.strip() for name in ("requirements.txt", "requirements-dev.txt") for line in (ROOT / name).read_text(encoding="utf-8").splitlines()]
    found = [re.fullmatch(r"([\w.-]+)(.*)", line) for line in lines if line and not line.startswith(("#", "-r"))]
    return [(one[1].lower(), one[2]) for one in found]


def test_every_dependency_is_named_with_a_reason_and_a_licence_and_nothing_else_is():
    table = README.partition("## Dependencies")[2].partition("\n## ")[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines() if line.startswith("|")][2:]
    assert all(len(row) == 3 and all(row) for row in rows)
    assert sorted(row[0] for row in rows) == sorted(name for name, _ in requirements())


@pytest.mark.parametrize(("name", "version"), requirements())
def test_every_version_is_pinned(name, version):
    assert re.fullmatch(r"==[\w.]+", version), f"{name}: write one version, {name}==1.2.3"


def test_the_pictures_are_few_small_and_all_shown():
    pictures = list(PICTURES.glob("*.png"))
    assert {path.stem for path in pictures} == set(SHOTS)
    assert len(pictures) <= 8
    assert all(path.stat().st_size <= LARGEST for path in pictures)
    assert {f"deploy/pictures/{path.name}" for path in pictures} == {name for name in LINKED if name.endswith(".png")}


def test_it_tells_nothing_of_the_machine_it_was_written_on():
    assert not re.search(r"(^|[\s('\"`])/(home|root|Users|tmp)/", README)


def test_every_picture_has_a_reason_and_a_licence():
    table = (ROOT / "deploy" / "pictures" / "README.md").read_text(encoding="utf-8")
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines() if line.startswith("|")][2:]
    assert all(len(row) == 3 and all(row) for row in rows)
    assert sorted(row[0].strip("`") for row in rows) == sorted(path.name for path in (ROOT / "deploy" / "pictures").glob("*.png"))
