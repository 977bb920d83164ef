"""Word documents (.docx): the zip is judged by its table of contents before anything opens it."""

import re
import zipfile
from io import BytesIO
from xml.parsers import expat

from .clean import clean, one_line, title_for
from .pieces import Piece, Reason, Unreadable

MAX_UNPACKED = 200 * 1000 * 1000  # bytes, all members together
MAX_RATIO = 200  # unpacked to packed, for members over BIG_MEMBER; Word's own XML reaches about 50
BIG_MEMBER = 1000 * 1000  # bytes unpacked
MAX_MEMBERS = 5000

_OLE = b"\xd0\xcf\x11\xe0"
_OLE_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORD_PART = re.compile(rb"(wordprocessingml|ms-word)\.(document|template)[.\w]*\.main\+xml")
_ENCRYPTED_FLAG = 0x1
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def read(name: str, data: bytes) -> list[Piece]:
    """Read a Word document as one piece.

    Raises `Unreadable`: encrypted, mistyped, bomb, no_text (pictures only), empty or corrupt.
    """
    with _opened(data) as archive:
        _judge(archive.infolist())
        for member in archive.namelist():
            _refuse_declarations(archive, member)
        if not _WORD_PART.search(_content_types(archive)):
            raise Unreadable(Reason.mistyped)
        has_pictures = any("/media/" in member for member in archive.namelist())
    text = clean(_text(data))
    if not text:
        raise Unreadable(Reason.no_text if has_pictures else Reason.empty)
    return [Piece(title_for("", text, name), text, headings=_headings(data))]


def _opened(data: bytes) -> zipfile.ZipFile:
    if data.startswith(_OLE):
        # Word's password protection wraps the zip in OLE; so does an old .doc with a new ending.
        locked = _OLE_ENCRYPTED in data
        raise Unreadable(Reason.encrypted if locked else Reason.mistyped)
    if not data.startswith(b"PK"):
        raise Unreadable(Reason.mistyped)
    return zipfile.ZipFile(BytesIO(data))


def _judge(members: list[zipfile.ZipInfo]) -> None:
    """Refuse by the central directory; zipfile never unpacks more than the size it states."""
    if len(members) > MAX_MEMBERS or sum(member.file_size for member in members) > MAX_UNPACKED:
        raise Unreadable(Reason.bomb)
    for member in members:
        big = member.file_size > BIG_MEMBER
        if big and member.file_size > MAX_RATIO * max(member.compress_size, 1):
            raise Unreadable(Reason.bomb)
        if member.flag_bits & _ENCRYPTED_FLAG:
            raise Unreadable(Reason.encrypted)


class _Prolog(Exception):
    """The prolog is over, and held no document type declaration."""


def _refuse_declarations(archive: zipfile.ZipFile, name: str) -> None:
    """Refuse a member with a DOCTYPE: Word never writes one, and entities expand from there.

    Read by the same parser that mammoth uses, so that no encoding hides the declaration.
    """
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _doctype
    parser.StartElementHandler = _first_element
    try:
        with archive.open(name) as member:
            parser.ParseFile(member)
    except (_Prolog, expat.ExpatError):
        pass  # fine, or a picture and not XML


def _doctype(*_: object) -> None:
    raise Unreadable(Reason.bomb)


def _first_element(*_: object) -> None:
    raise _Prolog


def _content_types(archive: zipfile.ZipFile) -> bytes:
    try:
        return archive.read("[Content_Types].xml")
    except KeyError:
        raise Unreadable(Reason.mistyped) from None


def _headings(data: bytes) -> tuple[tuple[int, str], ...]:
    """The paragraphs that Word's own heading styles were given."""
    import mammoth
    from lxml import html

    made = mammoth.convert_to_html(BytesIO(data), convert_image=mammoth.images.img_element(_bare))
    found = html.fragments_fromstring(f"<div>{made.value}</div>")[0].iter(*_HEADINGS)
    told = ((int(one.tag[1]), one_line(str(one.text_content()))) for one in found)
    return tuple((level, line) for level, line in told if line)


def _bare(_picture: object) -> dict[str, str]:
    return {}  # pictures are not read


def _text(data: bytes) -> str:
    import mammoth

    return str(mammoth.extract_raw_text(BytesIO(data)).value)
