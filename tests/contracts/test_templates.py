"""Templates keep what the Content-Security-Policy, screen readers and CSRF protection need."""

import re

import pytest

from contracts.house import SOURCE, name, templates

COMMENT = re.compile(
    r"<!--.*?-->|\{#.*?#\}|\{%\s*comment\b.*?%\}.*?\{%\s*endcomment\s*%\}", re.DOTALL
)
# A template tag inside a start tag may hold ">" and quotes of its own.
INSIDE = r"(?:\{%.*?%\}|\{\{.*?\}\}|\"(?:\{%.*?%\}|\{\{.*?\}\}|[^\"])*\"|'[^']*'|[^>\"'])*"
START = re.compile(rf"<(?P<tag>[a-zA-Z][\w-]*)(?P<inside>{INSIDE})>", re.DOTALL)
HANDLER = re.compile(r"[\s\"']on[a-z]+\s*=", re.IGNORECASE)
STYLE = re.compile(r"[\s\"']style\s*=", re.IGNORECASE)
SCRIPT_LINK = re.compile(r"=\s*[\"']?\s*javascript:", re.IGNORECASE)
BY_EVAL = re.compile(r"\bhx-(?:on\b|on:|vals\s*=\s*['\"]js:|headers\s*=\s*['\"]js:)")
SCRIPT = re.compile(r"<script\b(?P<inside>[^>]*)>(?P<body>.*?)</script>", re.DOTALL)
# Data for a script is text to a browser and is let through by the policy.
DATA_TYPE = re.compile(r"type\s*=\s*[\"']application/(?:ld\+)?json[\"']")
FORM = re.compile(r"<form\b.*?</form>", re.DOTALL | re.IGNORECASE)
POST = re.compile(r"\smethod\s*=\s*[\"']?post\b", re.IGNORECASE)
LOADS_OUTSIDE = re.compile(r"\s(?:src|srcset|poster)\s*=\s*[\"'](?:https?:)?//", re.IGNORECASE)

Found = list[str]


def sources() -> list[tuple[str, str]]:
    """Every template without its comments; comments keep their lines, so that numbers hold."""

    def blank(match: re.Match[str]) -> str:
        return "\n" * match[0].count("\n")

    return [(name(path), COMMENT.sub(blank, path.read_text("utf-8"))) for path in templates()]


def start_tags(pattern: re.Pattern[str]) -> Found:
    """Start tags in which a pattern is found."""
    found = []
    for file, text in sources():
        for tag in START.finditer(text):
            if pattern.search(tag["inside"]):
                line = text.count("\n", 0, tag.start()) + 1
                found.append(f"  {file}:{line} <{tag['tag']} ...>")
    return found


def listed(found: Found) -> str:
    """One a line, under the message."""
    return "\n" + "\n".join(found)


def test_no_script_is_written_into_a_page() -> None:
    found = []
    for file, text in sources():
        for script in SCRIPT.finditer(text):
            if script["body"].strip() and not DATA_TYPE.search(script["inside"]):
                found.append(f"  {file}:{text.count(chr(10), 0, script.start()) + 1}")
    assert not found, (
        "A script stands in a page. The Content-Security-Policy stops it (that is what protects "
        "us when somebody's text slips through as code). Move it to web/static/." + listed(found)
    )


@pytest.mark.parametrize(
    ("pattern", "what", "instead"),
    [
        (HANDLER, "An on...= handler", "Listen for the event in a file of web/static/."),
        (
            STYLE,
            "A style= attribute",
            "Give it a class, and the class its look in the style sheet.",
        ),
        (SCRIPT_LINK, "A javascript: link", "Use a button, and a file of web/static/."),
        (BY_EVAL, "An htmx attribute that is run as code", "Use plain attributes or web/static/."),
    ],
)
def test_no_attribute_is_code_or_look(pattern: re.Pattern[str], what: str, instead: str) -> None:
    found = start_tags(pattern)
    assert not found, (
        f"{what} is stopped by the Content-Security-Policy, so it works for nobody. {instead}"
        + listed(found)
    )


def test_nothing_is_loaded_from_elsewhere() -> None:
    found = start_tags(LOADS_OUTSIDE)
    assert not found, (
        "Something is loaded from another address: it tells a stranger who reads what, and the "
        "policy stops it. Put a copy under web/static/." + listed(found)
    )


def test_every_picture_has_a_text_for_those_who_do_not_see_it() -> None:
    found = []
    for file, text in sources():
        for tag in START.finditer(text):
            if tag["tag"].lower() == "img" and not re.search(r"\salt\s*=", tag["inside"]):
                found.append(f"  {file}:{text.count(chr(10), 0, tag.start()) + 1}")
    assert not found, (
        'An <img> has no alt. Say what it shows, or alt="" when it only decorates.' + listed(found)
    )


def test_every_form_that_posts_carries_the_csrf_token() -> None:
    found = []
    for file, text in sources():
        for form in FORM.finditer(text):
            start = START.match(form[0])
            if start and POST.search(start["inside"]) and "csrf_token" not in form[0]:
                found.append(f"  {file}:{text.count(chr(10), 0, form.start()) + 1}")
    assert not found, (
        "A form that posts lacks {% csrf_token %}: sending it is refused, and without the "
        "refusal another site could send it in somebody's name." + listed(found)
    )


def test_no_template_switches_escaping_off() -> None:
    found = []
    for file, text in sources():
        for match in re.finditer(r"\|\s*safe(?:seq)?\b|\{%\s*autoescape\s+off", text):
            found.append(f"  {file}:{text.count(chr(10), 0, match.start()) + 1} {match[0]}")
    assert not found, (
        "Escaping is switched off: what somebody wrote could become code. Build the piece with "
        "format_html in Python, where each part is escaped." + listed(found)
    )


def test_our_scripts_never_run_a_text_as_code() -> None:
    found = []
    for path in sorted((SOURCE / "web" / "static").rglob("*.js")):
        for match in re.finditer(
            r"\beval\(|new Function\(|\.innerHTML\s*=|document\.write\(", path.read_text("utf-8")
        ):
            found.append(f"  {name(path)} {match[0]}")
    assert not found, (
        "A script runs a text as code or as HTML. Use textContent and elements." + listed(found)
    )
