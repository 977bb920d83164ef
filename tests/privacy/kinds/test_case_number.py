"""Numbers of cases, journals and the like. All are invented."""

import pytest

from privacy.kinds.found import found


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("sagsnr. 12/34567", "12/34567"),
        ("Sagsnummer: 2023-1234", "2023-1234"),
        ("j.nr. 2023-1234", "2023-1234"),
        ("J. nr. 15.20.00-P19-4-23", "15.20.00-P19-4-23"),
        ("journalnummer: 12-345-6", "12-345-6"),
        ("KMD sag 12345", "12345"),
        ("sags-id: 4711", "4711"),
        ("borgernr. B-12345", "B-12345"),
        ("medlemsnummer er 123 og", "123"),
        ("udlændingenr. 12345678", "12345678"),
        ("sag 24/22334", "24/22334"),
        ("sagen 2024-12345", "2024-12345"),
        ("jf. 24/22334 om", "24/22334"),
        ("sag EMN-2024-00123", "EMN-2024-00123"),
        ("vores ref. 24-12345", "24-12345"),
        ("15.20.00-G01-12-23", "15.20.00-G01-12-23"),
    ],
)
def test_a_case_number_is_found_after_its_word_or_by_its_shape(text: str, number: str) -> None:
    assert found(text) == [("case_number", number)]


@pytest.mark.parametrize(
    "text",
    [
        "sag 3 og sag 2024",
        "sag C-55/94",
        "direktiv (EU) 2021/2101",
        "Sagen tog 12 måneder",
        "KLE 15.20.00",
        "uge 12/2024",
        "sagsnr. mangler. 12 dage",
    ],
)
def test_what_counts_or_is_public_is_left_alone(text: str) -> None:
    assert [kind for kind, _ in found(text) if kind == "case_number"] == []
