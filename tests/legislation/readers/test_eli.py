"""What Retsinformation tells about an act without its text."""

import json
from collections.abc import Callable
from datetime import date
from io import BytesIO

import pytest

from handlerum.legislation.problems import Problem, Unreadable
from handlerum.legislation.readers.eli import EliMetadata, read

BASE = "https://www.retsinformation.dk/eli/lta"
ONTOLOGY = "http://data.europa.eu/eli/ontology#"
HARBOUR = EliMetadata(
    "lta/2024/701",
    "Bekendtgørelse af lov om små havne",
    "Havneloven",
    date(2024, 6, 3),
    False,
    ("lta/2025/88",),
    ("lta/2024/900", "lta/2025/12"),
    ("lta/2019/5",),
)
RESOURCE = {
    "@id": f"{BASE}/2024/701",
    "@type": "eli:LegalResource",
    "eli:in_force": {"@id": f"{ONTOLOGY}InForce-notInForce"},
    "eli:date_document": {"@value": "2024-06-03", "@type": "xsd:date"},
    "eli:consolidated_by": {"@id": f"{BASE}/2025/88"},
    "eli:changed_by": [{"@id": f"{BASE}/2024/900"}, f"{BASE}/2025/12"],
    "eli:consolidates": f"{BASE}/2019/5",
    "eli:responsibility_of": "Havneministeriet",
    "eli:is_realized_by": {"@id": f"{BASE}/2024/701/dan"},
}
EXPRESSION = {
    "@id": f"{BASE}/2024/701/dan",
    "@type": ["eli:LegalExpression"],
    "eli:title": [{"@value": "Bekendtgørelse af lov om små havne", "@language": "da"}],
    "eli:title_short": "Havneloven",
    "eli:title_alternative": "Loven om havne",
    "eli:is_embodied_by": [{"@id": f"{BASE}/2024/701/xml"}],
}
FORMAT = {
    "@id": f"{BASE}/2024/701/xml",
    "@type": "eli:Format",
    "eli:legal_value": {"@id": "eli:LegalValue-unofficial"},
}
OTHER = {"@id": f"{BASE}/2025/88", "@type": "eli:LegalResource", "eli:title": "En anden lov"}


def file(said: object) -> BytesIO:
    return BytesIO(json.dumps(said).encode())


def without_prefix(text: str) -> object:
    return json.loads(text.replace('"eli:', '"'))


def written_out(text: str) -> object:
    return json.loads(text.replace('"eli:', f'"{ONTOLOGY}'))


@pytest.mark.parametrize("keys", [json.loads, without_prefix, written_out])
@pytest.mark.parametrize(
    "graph",
    [
        {"@context": {"eli": ONTOLOGY}, "@graph": [FORMAT, OTHER, EXPRESSION, RESOURCE]},
        {"@graph": [RESOURCE, EXPRESSION]},
        [RESOURCE, EXPRESSION, OTHER],
        RESOURCE | {"eli:is_realized_by": EXPRESSION},
        RESOURCE | {"eli:title": HARBOUR.title, "eli:title_short": HARBOUR.title_short},
    ],
)
def test_the_act_is_found_however_it_is_written(
    graph: object, keys: Callable[[str], object]
) -> None:
    assert read(file(keys(json.dumps(graph)))) == HARBOUR


def test_the_danish_title_is_preferred() -> None:
    titles = [{"@value": "Small Harbours Act", "@language": "en"}, {"@value": "Havneloven"}]

    assert read(file(RESOURCE | {"eli:title": titles})).title == "Havneloven"


@pytest.mark.parametrize(
    ("told", "in_force"),
    [
        ("InForce-inForce", True),
        (f"{ONTOLOGY}InForce-partiallyInForce", True),
        ([{"@id": "eli:InForce-notInForce"}], False),
        ("måske", None),
        ([], None),
        (7, None),
    ],
)
def test_whether_it_is_in_force_is_only_said_when_it_is_told(
    told: object, in_force: bool | None
) -> None:
    assert read(file(RESOURCE | {"eli:in_force": told})).in_force is in_force


def test_what_is_not_told_is_empty() -> None:
    bare = {"@id": "/eli/lta/2024/701", "title": "Havneloven", "date_document": "i går"}

    assert read(file(bare)) == EliMetadata("lta/2024/701", "Havneloven")


def test_a_document_without_an_address_is_refused() -> None:
    with pytest.raises(Unreadable) as refused:
        read(file({"title": "Havneloven"}))

    assert refused.value.problem == Problem.NO_IDENTITY
