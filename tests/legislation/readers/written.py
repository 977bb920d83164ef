"""LexDania written for the tests after its documented structure; the law in it is invented."""

from io import BytesIO

META = """
<DocumentType>LBK H</DocumentType><AccessionNumber>A20240070129</AccessionNumber>
<DocumentId>BE000701</DocumentId><UniqueDocumentId>701</UniqueDocumentId>
<DocumentTitle>Bekendtgørelse af lov om små havne</DocumentTitle>
<PopularTitle>Havneloven</PopularTitle><Year>2024</Year><Number>701</Number>
<DiesSigni>2024-06-03</DiesSigni><Status>Valid</Status><StartDate>2024-07-01</StartDate>
<EndDate>2025-12-31</EndDate><Ministry>Havneministeriet</Ministry>
<AnnouncedIn>Lovtidende A</AnnouncedIn>
<Change><Ref_Accn>A20230001230</Ref_Accn><Ref_Af>§ 1</Ref_Af><Ref_Text>Lov</Ref_Text>
<Year>1999</Year></Change>
"""


def exitus(*lines: str) -> str:
    """Lines of text; `|` stands between two runs of characters."""
    written = ("".join(f"<Char>{run}</Char>" for run in line.split("|")) for line in lines)
    return f"<Exitus>{''.join(f'<Linea>{line}</Linea>' for line in written)}</Exitus>"


def stk(text: str, number: int = 0) -> str:
    """A subsection; its text is a line, or elements already."""
    sign = f"<Explicatus>Stk. {number}.</Explicatus>" if number else ""
    return f"<Stk>{sign}{text if text.startswith('<') else exitus(text)}</Stk>"


def point(sign: str, text: str, inside: str = "") -> str:
    return f"<Indentatio><Explicatus>{sign}</Explicatus>{exitus(text)}{inside}</Indentatio>"


def section(number: str, *subsections: str) -> str:
    inside = "".join(subsections) or stk(f"Tekst i {number}.")
    sign = f"<Explicatus>§ {number}.</Explicatus>"
    return f'<Paragraf localId="P{number.replace(" ", "")}">{sign}{inside}</Paragraf>'


def chapter(number: str, *inside: str, title: str = "") -> str:
    rubrica = f"<Rubrica>{title}</Rubrica>" if title else ""
    sign = f"<Explicatus>Kapitel {number}</Explicatus>"
    return f"<Kapitel>{sign}{rubrica}{''.join(inside)}</Kapitel>"


def document(*content: str, meta: str = META) -> bytes:
    inside = f"<DokumentIndhold>{''.join(content)}</DokumentIndhold>" if content else ""
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<Dokument><Meta>{meta}</Meta>{inside}</Dokument>'
    ).encode()


def file(*content: str, meta: str = META) -> BytesIO:
    return BytesIO(document(*content, meta=meta))
