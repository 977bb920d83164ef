"""`handlerum method check|list`."""

from pathlib import Path

from cli.running import handlerum
from handlerum.cli.method import _WHY
from handlerum.reflection.rules.method_problem import Fault
from handlerum.reflection.rules.methods import shipped
from reflection.method_text import METHOD, spoilt


def test_a_good_file_is_said_to_be_so(tmp_path: Path) -> None:
    file = tmp_path / "tur.yaml"
    file.write_text(METHOD, encoding="utf-8")

    ended = handlerum("method", "check", str(file))

    assert ended.code == 0
    assert "tur.yaml: En kort tur. 2 trin, 8 minutter. Kan bruges." in ended.out


def test_faults_are_told_in_danish_with_file_and_line(tmp_path: Path) -> None:
    file = tmp_path / "tur.yaml"
    file.write_text(spoilt("minutes: 8", "minutes: 9"), encoding="utf-8")

    ended = handlerum("method", "check", str(file))

    assert ended.code == 1
    assert "tur.yaml:5: Minutterne passer ikke med trinene. 9 ≠ 8" in ended.err


def test_one_bad_file_does_not_hide_a_good_one(tmp_path: Path) -> None:
    good, binary = tmp_path / "god.yaml", tmp_path / "billede.yaml"
    good.write_text(METHOD, encoding="utf-8")
    binary.write_bytes(b"\xff\xfe\x00")

    ended = handlerum("method", "check", str(tmp_path / "væk.yaml"), str(binary), str(good))

    assert ended.code == 1
    assert "væk.yaml: Filen kan ikke åbnes." in ended.err
    assert "billede.yaml: Filen er ikke tekst i UTF-8." in ended.err
    assert "god.yaml: En kort tur" in ended.out


def test_the_list_shows_every_method() -> None:
    ended = handlerum("method", "list")

    assert ended.code == 0
    assert all(key in ended.out for key in shipped())


def test_every_fault_is_said_in_words() -> None:
    assert set(_WHY) == set(Fault)
