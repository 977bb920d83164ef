"""`handlerum deidentify`: a text without what points to a person, and where it stood."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli.running import handlerum
from handlerum.cli.app import app

TEXT = "Ring på 21 43 65 87 😀 eller skriv.\r\nCpr 010203-1234.\n"
BLURRED = "Ring på [telefonnummer] 😀 eller skriv.\r\nCpr [cpr-nummer].\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with two identifiers."""
    path = tmp_path / "notat.txt"
    path.write_bytes(TEXT.encode())
    return path


def test_a_file_is_printed_blurred(file: Path) -> None:
    assert CliRunner().invoke(app, ["deidentify", str(file)]).stdout_bytes.decode() == BLURRED


def test_standard_input_is_read_where_no_file_is_named() -> None:
    ended = CliRunner().invoke(app, ["deidentify"], input=TEXT.encode())

    assert ended.stdout_bytes.decode() == BLURRED


def test_json_tells_where_it_stood_in_characters_of_the_input(file: Path) -> None:
    found = json.loads(handlerum("deidentify", str(file), "--json").out)

    assert found["text"] == BLURRED
    phone, cpr = found["spans"]
    assert TEXT[phone["start"] : phone["end"]] == "21 43 65 87"
    assert TEXT[cpr["start"] : cpr["end"]] == "010203-1234"
    assert phone == {
        "start": 8,
        "end": 19,
        "kind": "phone",
        "direct": True,
        "replacement": "[telefonnummer]",
        "confidence": 1.0,
    }


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [("væk.txt", None, "Filen findes ikke."), ("b.txt", b"\xff\xfe\x00", "ikke tekst i UTF-8")],
)
def test_what_cannot_be_read_is_told_of(
    tmp_path: Path, name: str, data: bytes | None, said: str
) -> None:
    if data:
        (tmp_path / name).write_bytes(data)

    ended = handlerum("deidentify", str(tmp_path / name))

    assert ended.code == 2
    assert said in ended.err
