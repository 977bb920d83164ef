"""Files that cannot be taken say why, and never cost more than they are worth."""

import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlerum.legislation.problems import Problem, Unreadable
from handlerum.legislation.readers import census, eli, lexdania, loading, read, streaming
from legislation.readers.written import META, chapter, document, section

GOOD = document(chapter("1", section("1"), section("2")))
CENTRED = "<{0}><Explicatus>§ 1</Explicatus></{0}>"
BOMB = b"""<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]>
<Dokument>&d;</Dokument>"""
EXTERNAL = b"""<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a SYSTEM "file:///etc/passwd">]>
<Dokument>&a;</Dokument>"""
FAR = b'<!DOCTYPE Dokument SYSTEM "http://localhost/far.dtd"><Dokument/>'


class Stream(BytesIO):
    """A file that is made while it is read."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        super().__init__()
        self.pieces, self.read_so_far = pieces, 0

    def read(self, size: int | None = -1, /) -> bytes:
        piece = next(self.pieces, b"")
        self.read_so_far += len(piece)
        return piece


def large(megabytes: int) -> Iterator[bytes]:
    """An act with pictures, and with sections in between."""
    start, _, end = document(chapter("1", section("1"))).partition(b"</Kapitel>")
    yield start
    for number in range(2, megabytes + 2):
        yield b"<Bilag><Billede>" + b"QUJD" * 250_000 + b"</Billede></Bilag>"
        yield section(str(number)).encode()
    yield b"</Kapitel>" + end


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", Problem.NOT_XML),
        (b"  \n ", Problem.NOT_XML),
        (b"\x89PNG\r\n", Problem.NOT_XML),
        (b"Lov om havne", Problem.NOT_XML),
        (b"<!DOCTYPE html><html><body>Siden findes ikke</body></html>", Problem.NOT_XML),
        (b"<html><p>Hej<br></html>", Problem.NOT_XML),
        (b'<?xml version="1.0"?><html><p>Hej</p></html>', Problem.NOT_XML),
        (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "a" "b"><html/>', Problem.NOT_XML),
        (b"<rss><channel/></rss>", Problem.NOT_XML),
        (b"<Dokument>", Problem.BROKEN),
        (b"<Dokument></Meta></Dokument>", Problem.BROKEN),
        (b"<Dokument>&ukendt;</Dokument>", Problem.BROKEN),
        (b'<?xml version="1.0" encoding="klingon"?><Dokument/>', Problem.BROKEN),
        (GOOD[:-20], Problem.BROKEN),
        (GOOD[: len(GOOD) // 2], Problem.BROKEN),
        (GOOD.replace("ø".encode(), b"\xff"), Problem.BROKEN),
        (GOOD + b"<Dokument/>", Problem.BROKEN),
        (BOMB, Problem.UNSAFE),
        (EXTERNAL, Problem.UNSAFE),
        (FAR, Problem.UNSAFE),
        (b"<Dokument>" + b"<a>" * 150, Problem.UNSAFE),
        (document(), Problem.NO_TEXT),
        (document("<TekstGruppe>Kun prosa</TekstGruppe>"), Problem.NO_TEXT),
        (document(meta=""), Problem.NO_IDENTITY),
        (document(section("1"), meta=META.replace("2024", "")), Problem.NO_IDENTITY),
        (document(section("1"), meta=META.replace(">701<", "><")), Problem.NO_IDENTITY),
        (document(CENTRED.format("AendringCentreretParagraf")), Problem.AMENDING),
        (document(CENTRED.format("IkraftCentreretParagraf")), Problem.AMENDING),
    ],
)
def test_a_bad_file_says_what_is_wrong(data: bytes, problem: Problem) -> None:
    with pytest.raises(Unreadable) as refused:
        lexdania.read(BytesIO(data))

    assert refused.value.problem == problem


def test_an_act_without_any_date_is_broken() -> None:
    meta = META.replace("2024-06-03", "").replace("2024-07-01", "")

    with pytest.raises(Unreadable, match="DiesSigni"):
        lexdania.read(BytesIO(document(section("1"), meta=meta)))


def test_json_where_xml_was_promised_is_no_xml() -> None:
    with pytest.raises(Unreadable) as refused:
        lexdania.read(BytesIO(b'{"id": "2024:280"}'))

    assert refused.value.problem == Problem.NOT_XML


def test_a_large_file_takes_little_memory() -> None:
    tracemalloc.start()
    edition = lexdania.read(Stream(large(40)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert len(edition.sections) == 41
    assert peak < 10_000_000


def test_a_file_over_the_limit_is_refused_where_the_limit_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(streaming, "MAX_BYTES", 5_000_000)
    stream = Stream(large(300))

    with pytest.raises(Unreadable) as refused:
        lexdania.read(stream)

    assert refused.value.problem == Problem.TOO_LARGE
    assert stream.read_so_far < 7_000_000


def test_more_text_than_any_act_has_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streaming, "MAX_TEXT", 100)

    with pytest.raises(Unreadable) as refused:
        lexdania.read(BytesIO(GOOD))

    assert refused.value.problem == Problem.TOO_LARGE


@pytest.mark.parametrize("reader", [census.read, eli.read])
@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", Problem.NOT_XML),
        (b"<html></html>", Problem.NOT_XML),
        (b'{"id": "2024:280", ', Problem.BROKEN),
        (b'{"id": "\xff"}', Problem.BROKEN),
        (b"[" * 2_000, Problem.BROKEN),
        (b"{}", Problem.NO_IDENTITY),
        (b"[]", Problem.NO_IDENTITY),
        (b"[1, null]", Problem.NO_IDENTITY),
    ],
)
def test_bad_json_says_what_is_wrong(
    reader: Callable[[BinaryIO], object], data: bytes, problem: Problem
) -> None:
    with pytest.raises(Unreadable) as refused:
        reader(BytesIO(data))

    assert refused.value.problem == problem


def test_json_over_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "MAX_BYTES", 10)

    with pytest.raises(Unreadable) as refused:
        census.read(BytesIO(b'{"id": "2024:280"}'))

    assert refused.value.problem == Problem.TOO_LARGE


def test_the_kind_of_a_file_is_seen_in_it_not_in_its_name(tmp_path: Path) -> None:
    path = tmp_path / "lov.json"
    path.write_bytes(b"\xef\xbb\xbf \n" + GOOD.partition(b"\n")[2])

    assert read(path, path.name) == lexdania.read(BytesIO(GOOD))


def test_what_is_wrong_is_said_with_the_name_of_the_file() -> None:
    with pytest.raises(Unreadable) as refused:
        read(BytesIO(b'{"id": "2024:280", "provisions": "?"}'), "lov.json")

    assert refused.value.detail == "lov.json: provisions"


@given(st.binary(max_size=200), st.integers(0, len(GOOD)), st.integers(0, 50))
def test_nothing_but_our_own_problem_comes_out(noise: bytes, at: int, gone: int) -> None:
    for data in (noise, GOOD[:at] + noise + GOOD[at + gone :], b"{" + noise, b"[" + noise):
        for reader in (read, eli.read):
            with suppress(Unreadable):
                reader(BytesIO(data))
