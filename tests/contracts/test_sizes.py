"""Small files: what does not fit on a screen is not read, and what is not read is not mended."""

from pathlib import Path
from statistics import median

from contracts.house import ROOT, SOURCE, body_length, code_lines, functions, modules, name
from contracts.house import templates as all_templates

SPLIT = "Make it a folder of the same name with one noun per file (docs/CONTRIBUTING.md, sizes)."


def too_long(lengths: dict[str, int], most: int) -> str:
    """The offenders, longest first, one a line."""
    offenders = sorted((size, what) for what, size in lengths.items() if size > most)
    return "\n".join(f"  {what}: {size}" for size, what in reversed(offenders))


def lines_of(paths: list[Path]) -> dict[str, int]:
    """How long files are, counting every line."""
    return {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in paths}


def module_sizes() -> dict[str, int]:
    """Code lines of every module that has any."""
    sizes = {name(path): len(code_lines(path)) for path in modules()}
    return {what: size for what, size in sizes.items() if size}


def function_sizes() -> dict[str, int]:
    """Code lines of every function's body."""
    sizes = {}
    for path in modules():
        lines = code_lines(path)
        for function in functions(path):
            what = f"{name(path)}:{function.lineno} {function.name}"
            sizes[what] = body_length(function, lines)
    return sizes


def test_no_module_has_more_than_400_code_lines() -> None:
    found = too_long(module_sizes(), 400)
    assert not found, f"Modules over 400 code lines hide more than one thing. {SPLIT}\n{found}"


def test_half_of_the_modules_have_at_most_70_code_lines() -> None:
    middle = median(module_sizes().values())
    assert middle <= 70, f"The median module has {middle} code lines, 70 is the house's. {SPLIT}"


def test_no_function_has_more_than_60_code_lines() -> None:
    found = too_long(function_sizes(), 60)
    assert not found, f"Functions over 60 lines do not fit on a screen: name their parts.\n{found}"


def test_half_of_the_functions_have_at_most_8_code_lines() -> None:
    middle = median(function_sizes().values())
    assert middle <= 8, f"The median function has {middle} code lines, 8 is the house's."


def test_no_template_has_more_than_150_lines() -> None:
    found = too_long(lines_of(all_templates()), 150)
    assert not found, f"Templates over 150 lines: move a part to a _fragment.html.\n{found}"


def test_no_test_file_has_more_than_300_lines() -> None:
    found = too_long(lines_of(sorted((ROOT / "tests").rglob("*.py"))), 300)
    assert not found, f"Test files over 300 lines: one page or one service per file.\n{found}"


def test_our_own_javascript_is_at_most_1500_lines_in_all() -> None:
    static = SOURCE / "web" / "static"
    total = sum(lines_of(sorted(static.rglob("*.js"))).values())
    assert total <= 1500, (
        f"{total} lines of own JavaScript. Pages work without it; it only swaps pieces of them. "
        "Let the server do it, or take something out."
    )
