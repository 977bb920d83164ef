"""Documentation is under test: what it points at and what it tells people to type is there."""

import doctest
import importlib
import re
from functools import cache
from pathlib import Path

import pytest

from contracts.house import ROOT, SOURCE, name

LINK = re.compile(r"\[[^\]]*\]\(\s*<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\s*\)")
FENCE = re.compile(r"(?ms)^```.*?^```\s*$")
CODE = re.compile(r"(?ms)^```[^\n]*\n(.*?)^```|`([^`\n]+)`")


def pages() -> list[Path]:
    """The pages people read, in the repository and in the product."""
    own = [ROOT / "README.md", ROOT / "CHANGELOG.md"]
    return [path for path in [*own, *sorted((ROOT / "docs").rglob("*.md"))] if path.exists()]


def anchors(page: Path) -> set[str]:
    """The headings of a page as links spell them."""
    found = set()
    for heading in re.findall(r"(?m)^#+ (.+)$", FENCE.sub("", page.read_text("utf-8"))):
        kept = re.sub(r"[^\w\- ]", "", heading.strip().lower())
        found.add(kept.replace(" ", "-"))
    return found


def snippets(page: Path) -> list[str]:
    """What a page shows as code."""
    return [block or inline for block, inline in CODE.findall(page.read_text("utf-8"))]


@cache
def targets() -> set[str]:
    """The targets of the Makefile."""
    return set(re.findall(r"(?m)^([a-z][a-z-]*):", (ROOT / "Makefile").read_text("utf-8")))


@cache
def commands() -> set[str]:
    """The commands of `handlerum`, those of groups as "group command"."""
    app = importlib.import_module("handlerum.cli.app").app
    typer = importlib.import_module("typer")
    found: set[str] = set()

    def gather(group: object, before: str) -> None:
        for word, command in getattr(group, "commands", {}).items():
            found.add(f"{before}{word}")
            gather(command, f"{before}{word} ")

    gather(typer.main.get_command(app), "")
    return found


@pytest.mark.parametrize("page", pages(), ids=name)
def test_every_link_to_a_file_leads_somewhere(page: Path) -> None:
    dead = []
    for link in LINK.findall(FENCE.sub("", page.read_text("utf-8"))):
        if re.match(r"[a-z][a-z+.-]*:|/", link):
            continue  # elsewhere, or a page of the running product
        path, _, anchor = link.partition("#")
        goal = (page.parent / path).resolve() if path else page
        to_heading = anchor and goal.suffix == ".md" and goal.exists()
        if not goal.exists() or (to_heading and anchor not in anchors(goal)):
            dead.append(link)
    assert not dead, f"{name(page)} points at what is not there: {dead}"


@pytest.mark.parametrize("page", pages(), ids=name)
def test_every_make_target_that_a_page_names_exists(page: Path) -> None:
    named = {
        target for code in snippets(page) for target in re.findall(r"\bmake ([a-z][a-z-]+)", code)
    }
    assert named <= targets(), (
        f"{name(page)} tells people to run make {sorted(named - targets())}; the Makefile has no "
        "such target."
    )


@pytest.mark.parametrize("page", pages(), ids=name)
def test_every_command_that_a_page_names_exists(page: Path) -> None:
    missing = set()
    for code in snippets(page):
        for words in re.findall(r"(?m)(?:^|[\s/$])handlerum ((?:[a-z-]+ ?)+)", code):
            given = words.split()
            if given[0] not in {one.split()[0] for one in commands()}:
                missing.add(given[0])
            group = {one.split()[1] for one in commands() if one.startswith(f"{given[0]} ")}
            if group and len(given) > 1 and given[1] not in group:
                missing.add(" ".join(given[:2]))
    assert not missing, f"{name(page)} names commands that do not exist: {sorted(missing)}"


def _examples() -> list[str]:
    files = (path for path in sorted((SOURCE / "core").rglob("*.py")) if path.stem != "__init__")
    return [".".join(path.relative_to(SOURCE.parent).with_suffix("").parts) for path in files]


@pytest.mark.parametrize("module", _examples())
def test_the_examples_in_core_are_true(module: str) -> None:
    result = doctest.testmod(importlib.import_module(module))
    assert not result.failed, f"{result.failed} examples in {module} no longer hold (see above)."


def test_core_has_examples() -> None:
    """Danish order and folding are easier to see than to describe."""
    finder = doctest.DocTestFinder()
    found = finder.find(importlib.import_module("handlerum.core.text"))
    assert any(test.examples for test in found)
