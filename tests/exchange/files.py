"""Files made in memory for the reader tests: whole ones, broken ones and hostile ones."""

import hashlib
import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def pdf(*pages: Sequence[str], title: str = "", password: str = "") -> bytes:
    """A PDF with one text line per string; a page without lines has only a drawing.

    With a `password` it is locked by the oldest scheme of all (40-bit RC4), enough to be refused.
    """
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for at, lines in enumerate(pages):
        objects.append(_page(contents=5 + 2 * at))
        objects.append(_stream(_drawn(lines)))
    trailer = ""
    if title:
        objects.append(b"<< /Title (" + _escaped(title) + b") >>")
        trailer += f" /Info {len(objects)} 0 R"
    if password:
        objects.append(_lock(password))
        trailer += f" /Encrypt {len(objects)} 0 R /ID [<{'00' * 16}> <{'00' * 16}>]"
    return _assembled(objects, trailer)


def _page(contents: int) -> bytes:
    return (
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >>"
        f" /Contents {contents} 0 R >>"
    ).encode()


def _drawn(lines: Sequence[str]) -> bytes:
    if not lines:
        return b"0.5 g 50 50 400 400 re f"
    shown = b"".join(b"(" + _escaped(line) + b") Tj T*\n" for line in lines)
    return b"BT /F 11 Tf 14 TL 40 800 Td\n" + shown + b"ET"


def _escaped(text: str) -> bytes:
    return text.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")


def _stream(content: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)


def _assembled(objects: Sequence[bytes], trailer: str) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R"
    return out + f"{end}{trailer} >>\nstartxref\n{len(out)}\n%%EOF\n".encode()


def _lock(password: str) -> bytes:
    padded = (password.encode() + _PAD)[:32]
    owner = _rc4(hashlib.md5(padded).digest()[:5], padded)
    key = hashlib.md5(padded + owner + b"\xfc\xff\xff\xff" + bytes(16)).digest()[:5]
    user = _rc4(key, _PAD)
    return f"<< /Filter /Standard /V 1 /R 2 /P -4 /O <{owner.hex()}> /U <{user.hex()}> >>".encode()


def _rc4(key: bytes, data: bytes) -> bytes:
    box, j, out = list(range(256)), 0, bytearray()
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)


def zipped(members: Mapping[str, bytes | str]) -> bytes:
    """A zip, packed as hard as it will go."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def docx(*paragraphs: str, **others: bytes | str) -> bytes:
    """A Word document; `others` adds members, with "__" in a name standing for "/"."""
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    return docx_of(f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>', **others)


def docx_of(document_xml: bytes | str, **others: bytes | str) -> bytes:
    more = {name.replace("__", "/"): content for name, content in others.items()}
    return zipped(
        {
            "[Content_Types].xml": _content_types("/word/document.xml", _WORD_TYPE),
            "word/document.xml": document_xml,
            **more,
        }
    )


def billion_laughs() -> str:
    """A document whose entities would grow to three gigabytes."""
    grow = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return (
        f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY l0 "lol">{grow}]>'
        f'<w:document xmlns:w="{_WORD}"><w:body>'
        "<w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:body></w:document>"
    )


def xlsx() -> bytes:
    return zipped(
        {
            "[Content_Types].xml": _content_types("/xl/workbook.xml", _SHEET_TYPE),
            "xl/workbook.xml": "<workbook/>",
        }
    )


def _content_types(part: str, content_type: str) -> str:
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="{part}" ContentType="{content_type}"/></Types>'
    )
