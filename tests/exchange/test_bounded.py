"""The reading process can neither stay, grow, write nor tell."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from exchange.files import docx, docx_of, pdf
from exchange.refusals import reason_for
from handlerum.exchange import bounded
from handlerum.exchange.bounded import read_bounded
from handlerum.exchange.readers import MAX_BYTES, Piece, Reason, Unreadable, read

PREAMBLE = "from handlerum.exchange.readers.limits import limit; limit(5, 512); "
#: The reading process as it is, whose reader fails so while it is handed its file.
FAILING = (
    "import sys; sys.argv[1:] = '5', '512'; import handlerum.exchange.readers as readers, runpy\n"
    "def read(*_): raise {}\n"
    "readers.read = read; "
    "runpy.run_module('handlerum.exchange.readers.__main__', run_name='__main__')"
)


def replace_child(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    monkeypatch.setattr(bounded, "_command", lambda *_: [sys.executable, "-c", code])


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("æøå_rapport.pdf", pdf(["Én linje på dansk"])),
        ("notat.docx", docx("Notat", "Afsnit")),
        ("notat.txt", "Æble 😀".encode()),
        ("side.html", b"<title>Titel</title><p>Et afsnit</p>"),
        ("notat.md", b"# Titel\n\nTekst"),
    ],
)
def test_the_child_reads_the_same_as_we_would(name: str, data: bytes) -> None:
    assert read_bounded(name, data) == read(name, data)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("x.pdf", pdf(["a"], password="b"), Reason.encrypted),
        ("x.pdf", b"%PDF-1.4", Reason.corrupt),
        ("x.docx", docx_of(b"<w>" + b" " * 5_000_000), Reason.bomb),
        ("x.txt", b"\0", Reason.binary),
        ("x.exe", b"a", Reason.unknown_type),
        ("x.txt", b"", Reason.empty),
    ],
)
def test_the_childs_reason_comes_back(name: str, data: bytes, reason: Reason) -> None:
    assert reason_for(name, data, read_bounded) is reason


def test_a_file_over_the_limit_never_starts_a_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded, "Popen", None)
    assert reason_for("x.pdf", bytes(MAX_BYTES + 1), read_bounded) is Reason.too_large


def test_the_largest_text_file_is_read_within_the_limits() -> None:
    line = "Borgeren fik en mentor på sin nye arbejdsplads. ".encode()
    [piece] = read_bounded("stor.txt", line * (MAX_BYTES // len(line)))
    assert len(piece.text) > 20_000_000


def test_a_child_that_stays_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    replace_child(monkeypatch, "import time; time.sleep(60)")
    began = time.monotonic()
    with pytest.raises(Unreadable) as caught:
        read_bounded("x.txt", b"a" * 1_000_000, seconds=1)
    assert caught.value.reason is Reason.too_slow
    assert time.monotonic() - began < 5


def test_a_child_that_computes_without_end_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    replace_child(monkeypatch, "while True: pass")
    with pytest.raises(Unreadable) as caught:
        read_bounded("x.txt", b"a", seconds=1)
    assert caught.value.reason is Reason.too_slow


def test_a_heavy_file_is_too_slow() -> None:
    heavy = b"*a _b " * 1_000_000
    with pytest.raises(Unreadable) as caught:
        read_bounded("x.md", heavy, seconds=1)
    assert caught.value.reason is Reason.too_slow


def test_a_file_that_needs_much_memory_is_refused() -> None:
    tags = os.urandom(2_000_000).hex().replace("a", "<w/>")
    with pytest.raises(Unreadable) as caught:
        read_bounded("x.docx", docx_of(f"<w>{tags}</w>"), megabytes=128)
    assert caught.value.reason is Reason.too_much_memory


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", Reason.too_much_memory),
        ("import os, signal; os.kill(os.getpid(), signal.SIGXCPU)", Reason.too_slow),
        ("import os; os.abort()", Reason.corrupt),
        ("raise SystemExit(1)", Reason.corrupt),
        (FAILING.format("MemoryError"), Reason.too_much_memory),
        (FAILING.format("SystemError"), Reason.too_much_memory),
        ("print('ikke json')", Reason.corrupt),
        ("print('{}')", Reason.corrupt),
        ("print('[]')", Reason.corrupt),
        ('print(\'{"reason": "opfundet"}\')', Reason.corrupt),
        ('print(\'{"pieces": [{"ukendt": 1}]}\')', Reason.corrupt),
    ],
)
def test_a_child_that_goes_wrong_is_an_unreadable_file(
    monkeypatch: pytest.MonkeyPatch, code: str, reason: Reason
) -> None:
    replace_child(monkeypatch, code)
    assert reason_for("x.txt", b"a" * 300_000, read_bounded) is reason


def test_an_answer_without_end_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded, "_MAX_ANSWER", 10_000)
    replace_child(monkeypatch, "while True: print('x' * 1000)")
    assert reason_for("x.txt", b"a", read_bounded) is Reason.too_large


def test_a_child_under_limits_cannot_write_a_file(tmp_path: Path) -> None:
    write = f"open({str(tmp_path / 'spor')!r}, 'wb', buffering=0).write(b'raw')"
    command, environment = [sys.executable, "-c", PREAMBLE + write], bounded._environment()
    child = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert b"File too large" in child.stderr
    assert not any(file.stat().st_size for file in tmp_path.iterdir())


def test_reading_leaves_no_file_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for variable in ("TMPDIR", "HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(variable, str(tmp_path))
    read_bounded("x.pdf", pdf(["Hej"]))
    read_bounded("x.docx", docx("Hej"))
    read_bounded("x.html", b"<p>Hej</p>")
    assert list(tmp_path.iterdir()) == []


def test_the_child_gets_no_secrets_and_says_nothing(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HANDLERUM_SECRET_KEY", "hemmelig")
    tell = "import os, sys, json; print('rå tekst', file=sys.stderr); sys.stdin.buffer.read()"
    answer = "print(json.dumps({'pieces': [{'title': ' '.join(os.environ), 'text': 'a'}]}))"
    replace_child(monkeypatch, f"{tell}; {answer}")
    [piece] = read_bounded("x.txt", b"a")
    assert "HANDLERUM_SECRET_KEY" not in piece.title
    assert capfd.readouterr() == ("", "")


def test_the_command_line_does_not_show_the_files_name() -> None:
    assert not any("citizen" in part for part in bounded._command(20, 1024))
    assert read_bounded("citizen\nname.txt", b"x" * 200)[0].title == "Citizen name"


def test_two_files_are_read_at_the_same_time() -> None:
    found: list[list[Piece]] = []
    readers = [
        threading.Thread(target=lambda: found.append(read_bounded("x.txt", b"Hej" * 100_000)))
        for _ in range(4)
    ]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert len(found) == 4
