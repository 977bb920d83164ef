"""Dependencies: each says why it is here and on what terms, and all are locked with hashes."""

import re

import pytest

from contracts.house import ROOT, project

PYPROJECT = ROOT / "pyproject.toml"
REQUIREMENTS = ROOT / "requirements"
LICENCE = re.compile(
    r"\((?:[^()]*\b(?:MIT|BSD|Apache|MPL|LGPL|PSF|ISC|EUPL|Zlib|Unlicense)[^()]*)\)"
)
MEND = "Run `make lock` and commit the result."


def wanted(group: str) -> list[str]:
    """The direct dependencies of one kind, as pyproject.toml writes them."""
    if group == "runtime":
        found: list[str] = project()["project"]["dependencies"]
    else:
        found = project()["dependency-groups"][group]
    return found


def canonical(requirement: str) -> str:
    """The name in a requirement, as package indexes spell it."""
    match = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert match, requirement
    return re.sub(r"[-_.]+", "-", match[0]).lower()


def locked(file: str) -> dict[str, str]:
    """Name -> the whole entry, for every package that a requirements file pins."""
    text = (REQUIREMENTS / file).read_text(encoding="utf-8")
    entries = re.split(r"(?m)^(?=[A-Za-z0-9])", text)
    return {canonical(entry): entry for entry in entries if entry.strip()}


ALL = [("runtime", one) for one in wanted("runtime")]
ALL += [(group, one) for group in project()["dependency-groups"] for one in wanted(group)]


@pytest.mark.parametrize(("group", "requirement"), ALL)
def test_a_direct_dependency_says_why_and_names_its_licence(group: str, requirement: str) -> None:
    lines = PYPROJECT.read_text(encoding="utf-8").splitlines()
    (line,) = [line for line in lines if line.strip().startswith(f'"{requirement}"')]
    _, _, why = line.partition("#")
    assert len(why.split()) >= 3, (
        f"{requirement} ({group}) does not say why it is here. Somebody will have to keep it up "
        "to date for years: write the reason after it, as its neighbours do."
    )
    assert LICENCE.search(why), (
        f"{requirement} ({group}) does not name its licence in brackets at the end, such as "
        "(MIT). We pass the product on under the EUPL and must know that we may."
    )


@pytest.mark.parametrize(
    ("group", "file"),
    [
        ("bootstrap", "bootstrap.txt"),
        ("runtime", "runtime.txt"),
        ("runtime", "dev.txt"),
        ("dev", "dev.txt"),
    ],
)
def test_every_direct_dependency_is_locked(group: str, file: str) -> None:
    missing = {canonical(one) for one in wanted(group)} - set(locked(file))
    assert not missing, f"requirements/{file} lacks {sorted(missing)}. {MEND}"


@pytest.mark.parametrize("file", ["bootstrap.txt", "runtime.txt", "dev.txt"])
def test_every_locked_package_has_one_version_and_its_hashes(file: str) -> None:
    loose = [
        what
        for what, entry in locked(file).items()
        if not re.match(r"[^\s=]+==[^\s;]+", entry) or "--hash=sha256:" not in entry
    ]
    assert not loose, f"requirements/{file}: without version or hash: {loose}. {MEND}"


def test_the_locked_versions_are_those_that_pyproject_allows() -> None:
    wrong = []
    for group, file in (
        ("bootstrap", "bootstrap.txt"),
        ("runtime", "runtime.txt"),
        ("dev", "dev.txt"),
    ):
        for requirement in wanted(group):
            version = re.match(r"[^=]+==([^\s;\\]+)", locked(file)[canonical(requirement)])
            if version is None or not _allows(requirement, version[1]):
                wrong.append(f"{file}: {requirement} has {version and version[1]}")
    assert not wrong, f"Locked versions outside pyproject.toml's bounds: {wrong}. {MEND}"


def _allows(requirement: str, version: str) -> bool:
    """Whether a version lies within simple bounds; this house writes only >= and <."""
    bounds = re.findall(r"(>=|<|==)\s*([0-9][0-9.]*)", requirement)
    number = _number(version)
    compare = {
        ">=": lambda bound: number >= bound,
        "<": lambda bound: number < bound,
        "==": lambda bound: number == bound,
    }
    return all(compare[sign](_number(bound)) for sign, bound in bounds)


def _number(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version)[:4])


def test_what_runs_is_also_what_is_tested() -> None:
    runtime, dev = locked("runtime.txt"), locked("dev.txt")
    differing = [
        what for what in runtime if dev.get(what, "").split()[:1] != runtime[what].split()[:1]
    ]
    assert not differing, (
        f"dev.txt has other versions than runtime.txt, or lacks them: {differing}. The tests "
        f"would try something else than people run. {MEND}"
    )


@pytest.mark.parametrize("file", ["bootstrap.txt", "runtime.txt", "dev.txt"])
def test_requirements_name_no_address_and_no_folder_of_a_machine(file: str) -> None:
    text = (REQUIREMENTS / file).read_text(encoding="utf-8")
    found = re.findall(r".*(?:://|--(?:extra-)?index-url|--find-links|\(/).*", text)
    assert not found, (
        f"requirements/{file} names where it came from: {found[:3]}. Others install from "
        "elsewhere; hashes are what make it the same."
    )
