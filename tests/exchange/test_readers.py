"""Whatever the bytes are, a reader answers with text or with the reason why not."""

import subprocess
import sys

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from exchange.files import docx, pdf
from exchange.refusals import reason_for
from handlerum.exchange import bounded
from handlerum.exchange.readers import ENDINGS, MAX_BYTES, Reason, Unreadable, read

BEGINNINGS = (b"", b"%PDF-1.7\n", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"<html>", b"[{", b"\xff\xfe")
WHOLE = (pdf(["Hej"], ["Verden"]), docx("Hej", "Verden"))


def answers(name: str, data: bytes) -> None:
    try:
        pieces = read(name, data)
    except Unreadable as unreadable:
        said = unreadable.args
    else:
        said = tuple(Reason)
        assert all(piece.text and piece.title for piece in pieces)
    assert set(said) <= set(Reason)


@pytest.mark.parametrize("ending", ENDINGS)
@given(beginning=st.sampled_from(BEGINNINGS), data=st.binary(max_size=2000))
@example(beginning=b"", data=b"<")
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_random_bytes_never_break_a_reader(ending: str, beginning: bytes, data: bytes) -> None:
    answers(f"x{ending}", beginning + data)


@pytest.mark.parametrize("ending", [".txt", ".html", ".md", ".json"])
@given(text=st.text(max_size=500))
@settings(max_examples=60, deadline=None)
def test_random_text_never_breaks_a_reader(ending: str, text: str) -> None:
    answers(f"x{ending}", text.encode("utf-8", "replace"))


@given(whole=st.sampled_from(WHOLE), at=st.floats(0, 1, exclude_max=True), byte=st.integers(0, 255))
@settings(max_examples=150, deadline=None)
def test_one_wrong_byte_never_breaks_a_reader(whole: bytes, at: float, byte: int) -> None:
    place = int(at * len(whole))
    damaged = whole[:place] + bytes([byte]) + whole[place + 1 :]
    answers("x.pdf" if whole.startswith(b"%PDF") else "x.docx", damaged)


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_empty_file_is_empty(ending: str) -> None:
    assert reason_for(f"x{ending}", b"") is Reason.empty


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_over_the_limit_is_too_large(ending: str) -> None:
    assert reason_for(f"x{ending}", bytes(MAX_BYTES + 1)) is Reason.too_large


@pytest.mark.parametrize(
    "name", ["x.exe", "x", "x.pdf.zip", "", ".", "pdf", "mappe.pdf/x", "x.pdf."]
)
def test_an_ending_that_we_do_not_read_is_unknown(name: str) -> None:
    assert reason_for(name, b"tekst") is Reason.unknown_type


def test_readers_need_no_django() -> None:
    modules = ["clean", "docx", "html", "markdown", "pdf", "plain", "statbank", "__main__"]
    imports = "; ".join(f"import handlerum.exchange.readers.{module}" for module in modules)
    code = f"import sys; {imports}; import trafilatura, mammoth; print('django' in sys.modules)"
    command, environment = [sys.executable, "-c", code], bounded._environment()
    answer = subprocess.run(command, env=environment, capture_output=True, check=True)
    assert answer.stdout.strip() == b"False"
