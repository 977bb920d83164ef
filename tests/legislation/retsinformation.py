"""A local server that answers as Retsinformation's documentation says it does."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

ONTOLOGY = "http://data.europa.eu/eli/ontology#"


class Replay(ThreadingHTTPServer):
    """Documents by their path, and what was asked of it."""

    def __init__(self, pages: dict[str, bytes]) -> None:
        super().__init__(("127.0.0.1", 0), _Answers)
        self.pages = pages
        self.asked: list[tuple[str, str]] = []

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        server: Any = self.server
        agent = self.headers["User-Agent"] or ""
        server.asked.append((self.path, agent))
        body = server.pages.get(self.path)
        # As the real one does to callers without a name of their own.
        status = 403 if agent.startswith("Python-urllib") else 200 if body is not None else 404
        self.send_response(status)
        self.end_headers()
        self.wfile.write(body or b"")

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def replaying(pages: dict[str, bytes]) -> Iterator[Replay]:
    """The server, while it is needed."""
    server = Replay(pages)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def metadata(eli: str, consolidated_by: str = "") -> bytes:
    """An edition's metadata in JSON-LD."""
    told: dict[str, Any] = {
        "@id": f"https://www.retsinformation.dk/eli/{eli}",
        "@type": f"{ONTOLOGY}LegalResource",
        f"{ONTOLOGY}date_document": [{"@value": "2024-03-01"}],
    }
    if consolidated_by:
        told[f"{ONTOLOGY}consolidated_by"] = [
            {"@id": f"https://www.retsinformation.dk/eli/{consolidated_by}"}
        ]
    return json.dumps({"@graph": [told]}).encode()


def document(year: int, number: int, day: str, text: str) -> bytes:
    """An act in LexDania, with one section."""
    return f"""<?xml version="1.0" encoding="utf-8"?>
<Dokument xmlns="urn:lexdania"><Meta><DocumentType>LBK H</DocumentType>
<DocumentTitle>Bekendtgørelse af lov om en aktiv beskæftigelsesindsats</DocumentTitle>
<Year>{year}</Year><Number>{number}</Number><DiesSigni>{day}</DiesSigni>
<Status>Valid</Status></Meta>
<DokumentIndhold><Kapitel><Explicatus>Kapitel 6</Explicatus><ParagrafGruppe>
<Paragraf localId="P36"><Explicatus>§ 36.</Explicatus>
<Stk><Exitus><Linea><Char>{text}</Char></Linea></Exitus></Stk>
</Paragraf></ParagrafGruppe></Kapitel></DokumentIndhold></Dokument>""".encode()
