"""Word documents: read when they are what they say, judged before they are opened."""

import pytest

from exchange.files import billion_laughs, docx, docx_of, xlsx, zipped
from exchange.refusals import reason_for
from handlerum.exchange.readers import Reason, read
from handlerum.exchange.readers.docx import MAX_MEMBERS

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def test_a_word_document_is_read() -> None:
    [piece] = read(
        "notat.docx", docx("Notat om løntilskud", "Første afsnit.", "Andet &amp; sidste.")
    )
    assert piece.title == "Notat om løntilskud"
    assert piece.text == "Notat om løntilskud\n\nFørste afsnit.\n\nAndet & sidste."


def test_a_locked_document_is_said_to_be_locked() -> None:
    locked = OLE + "EncryptedPackage".encode("utf-16-le")
    assert reason_for("notat.docx", locked) is Reason.encrypted


def test_an_old_doc_with_a_new_ending_is_mistyped() -> None:
    assert reason_for("notat.docx", OLE) is Reason.mistyped


@pytest.mark.parametrize("data", [xlsx(), zipped({"brev.txt": "hej"}), b"Bare tekst", b"%PDF-1.4"])
def test_another_format_with_the_ending_of_word_is_mistyped(data: bytes) -> None:
    assert reason_for("notat.docx", data) is Reason.mistyped


def test_a_member_that_unpacks_to_very_much_is_a_bomb() -> None:
    assert reason_for("x.docx", docx_of(b"<w>" + b" " * 5_000_000)) is Reason.bomb


def test_members_that_together_unpack_to_very_much_are_a_bomb() -> None:
    small = {f"word__m{at}.xml": bytes(900_000) for at in range(240)}
    assert reason_for("x.docx", docx("Hej", **small)) is Reason.bomb


def test_very_many_members_are_a_bomb() -> None:
    many = {f"m{at}": "" for at in range(MAX_MEMBERS)}
    assert reason_for("x.docx", docx("Hej", **many)) is Reason.bomb


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_billion_laughs_are_refused_before_they_expand(encoding: str) -> None:
    text = billion_laughs().replace("?>", f' encoding="{encoding}"?>', 1)
    assert reason_for("x.docx", docx_of(text.encode(encoding))) is Reason.bomb


def test_an_entity_that_points_at_a_file_is_refused() -> None:
    text = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w>&x;</w>'
    assert reason_for("x.docx", docx("Hej", word__styles_xml=text)) is Reason.bomb


def test_a_document_of_pictures_only_has_no_text() -> None:
    picture = {"word__media__image1.png": b"\x89PNG" + bytes(9)}
    assert reason_for("scan.docx", docx("", **picture)) is Reason.no_text


def test_a_document_without_a_word_is_empty() -> None:
    assert reason_for("x.docx", docx("")) is Reason.empty


def test_a_document_that_was_cut_off_is_corrupt() -> None:
    whole = docx("Hej", "med dig")
    assert reason_for("x.docx", whole[: len(whole) // 2]) is Reason.corrupt


def test_a_document_nested_very_deep_is_corrupt() -> None:
    assert reason_for("x.docx", docx_of("<w>" * 20_000 + "</w>" * 20_000)) is Reason.corrupt
