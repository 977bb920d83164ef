"""Plain text, web pages and Markdown become readable text with a title."""

import pytest

from exchange.files import SHARED
from exchange.refusals import reason_for
from handlerum.exchange.readers import Reason, read

DANISH = "Æblegrød på øen\nMed fløde."
PAGE = """<!doctype html><html><head><title>Mentor &amp; job</title><style>.a{color:red}</style>
<script>var skjult = 1</script><script type="application/ld+json">{"articleBody":
"LOKKEMAD"}</script>
</head><body><nav><a href="/">Forside</a></nav><article><h1>Mentor hjælper</h1>
<p>Borgere, der får en mentor, kommer hurtigere i arbejde.</p><p>Det viser en
undersøgelse.</p><!-- gemt note --><script>alert('ond')</script></article></body></html>"""
MARKDOWN = """# Mentor på *arbejdspladsen*

Vi prøvede [en mentor](https://eksempel.dk/hemmelig)\nog det <b>virkede</b>.

* Første skridt
* Andet skridt

3. Tredje
4. Fjerde

| Mål | Middel |
|-----|--------|
| Job | Mentor |

| År | Borgere | Job |
|----|---------|-----|
| 2024 | 20 | |

<details><summary>Mere</summary>
|a|b|
|-|-|
|c|d|
</details>
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_danish_text_is_read_in_every_usual_encoding(encoding: str) -> None:
    [piece] = read("opskrift.txt", DANISH.encode(encoding))
    assert (piece.title, piece.text) == ("Æblegrød på øen", DANISH)


@pytest.mark.parametrize("data", [b"tekst\0tekst", bytes(range(1, 32)) * 9, b"\x81\x8d\x8f" * 50])
@pytest.mark.parametrize("ending", ["txt", "md", "html", "json"])
def test_bytes_that_are_no_text_are_binary(data: bytes, ending: str) -> None:
    assert reason_for(f"x.{ending}", data) is Reason.binary


@pytest.mark.parametrize("data", [b"%PDF-1.4", b"PK\x03\x04", b"{\\rtf1", b"<!DOCTYPE html><p>a"])
def test_another_format_with_the_ending_of_text_is_mistyped(data: bytes) -> None:
    assert reason_for("x.txt", data) is Reason.mistyped
    assert reason_for("x.md", data) is Reason.mistyped


@pytest.mark.parametrize("ending", ["txt", "md"])
def test_white_space_only_is_empty(ending: str) -> None:
    assert reason_for(f"x.{ending}", b" \n\t\xc2\xa0 \n") is Reason.empty


def test_a_web_page_gives_its_text_and_title() -> None:
    [piece] = read("side.html", PAGE.encode())
    assert piece.title == "Mentor & job"
    assert "Borgere, der får en mentor, kommer hurtigere i arbejde." in piece.text
    assert "undersøgelse" in piece.text


@pytest.mark.parametrize("hidden", ["skjult", "alert", "color", "LOKKEMAD", "gemt note", "<"])
def test_scripts_styles_and_comments_are_never_in_the_text(hidden: str) -> None:
    assert hidden not in read("side.htm", PAGE.encode())[0].text


def test_a_page_that_holds_no_article_gives_all_its_text() -> None:
    page = "<p>Kort</p><ul><li>én<li>to</ul>a<br>b<script>ond()</script> slut"
    assert read("x.html", page.encode("cp1252"))[0].text == "Kort\nén\nto\na\nb slut"


def test_a_web_page_with_an_xml_declaration_is_read() -> None:
    page = '<?xml version="1.0" encoding="iso-8859-1"?><html><body><p>Ærø</p></body></html>'
    assert read("x.html", page.encode("latin-1"))[0].text == "Ærø"


def test_an_entity_in_a_web_page_does_not_reach_a_file() -> None:
    page = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>Hej &x; du</p>'
    assert "root:" not in read("x.html", page.encode())[0].text


def test_text_without_a_tag_is_no_web_page() -> None:
    assert reason_for("x.html", b"2 < 3 og bare tekst") is Reason.mistyped


def test_a_web_page_without_text_is_empty() -> None:
    assert reason_for("x.html", b"<html><script>a()</script></html>") is Reason.empty


def test_markdown_becomes_text_without_marks_addresses_or_tags() -> None:
    [piece] = read("notat.md", MARKDOWN.encode())
    assert piece.title == "Mentor på arbejdspladsen"
    assert piece.text == (
        "Mentor på arbejdspladsen\n\nVi prøvede en mentor og det virkede.\n\n- Første skridt\n"
        "- Andet skridt\n3. Tredje\n4. Fjerde\n\nMål: Middel\nJob: Mentor\n\nÅr, Borgere, Job\n"
        "2024, 20\n\nMere\n\na: b\nc: d"
    )


def test_the_front_matter_gives_the_title_and_is_not_text() -> None:
    [piece] = read("x.md", b"---\ntitle: 'Om mentorer'\ntags: [a]\n---\n# Andet\n\nTekst")
    assert (piece.title, piece.text) == ("Om mentorer", "Andet\n\nTekst")


def test_markdown_without_a_heading_is_named_by_its_first_line() -> None:
    assert read("x.md", b"Bare en linje")[0].title == "Bare en linje"


@pytest.mark.skipif(not SHARED.exists(), reason="the shared example files are not on this machine")
def test_the_markdown_files_on_jobindsats_are_read() -> None:
    files = sorted((SHARED / "jobindsats").glob("*.md"))
    pieces = [read(file.name, file.read_bytes())[0] for file in files]
    assert len(pieces) == 3
    assert all(len(piece.text) > 1000 and piece.title for piece in pieces)
    assert "Numerisk2: Antal personer" in pieces[2].text
    assert not any(mark in piece.text for piece in pieces for mark in ("](", "<a", "|", "details"))
