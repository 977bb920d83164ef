"""What looks like a person's number and is none: knowledge is full of figures."""

import json
from pathlib import Path

import pytest

from privacy.kinds.found import direct

SHARED = Path(__file__).resolve().parents[4] / "shared" / "data"
TABLES = SHARED / "statbank-responses" / "search_danish.decoded.json"


@pytest.mark.parametrize(
    "text",
    [
        "Fra 2008-2025, 2008–2025 og 2008 2025",
        "2008 2009 2010 2011",
        "Efter § 36 og §§ 8-9, stk. 2",
        "12.345.678 kr. og 250.000.000 kr. og 25 000 000 kr.",
        "2.233.445,50 kr.",
        "3200-4100 kr. eller 2500 3000",
        "LBK nr. 1129 af 2025",
        "direktiv (EU) 2021/2101",
        "14.03.2025 kl. 22.30-23.30",
        "aldersgrupperne 25-29 30-34 35-39 40-44",
        "20 25 30 35 40 45",
        "https://doi.org/10.1177/1473325022334455",
        "doi:10.1177/14733250211054321 www.x.example/22334455",
        "CVR-nr. 29190909, ISSN 2246-1234, ISBN 978-87-02-22334-4, EAN 5798000000000",
        "0000-0002-1825-0097",
        "52,33445566 procent",
    ],
)
def test_figures_that_point_to_nobody_are_left_alone(text: str) -> None:
    assert direct(text) == []


@pytest.mark.skipif(not TABLES.exists(), reason="the shared example files are not on this machine")
def test_no_title_of_statistikbanken_is_taken_for_a_person() -> None:
    titles = [table["text"] for table in json.loads(TABLES.read_text("utf-8"))]

    assert len(titles) == 2234
    assert [title for title in titles if direct(title)] == []


@pytest.mark.skipif(not SHARED.exists(), reason="the shared example files are not on this machine")
def test_no_act_of_parliament_is_taken_for_a_person() -> None:
    acts = sorted((SHARED / "dk-law" / "laws").glob("*.json"))

    assert acts
    for act in acts[:5]:
        assert direct(act.read_text("utf-8")) == [], act.name
