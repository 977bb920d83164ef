"""Number plates. All are invented."""

import pytest

from privacy.kinds.found import found


@pytest.mark.parametrize(
    "plate", ["AB 12 345", "AB12345", "AB-12-345", "AB 12345", "AB\u00a012\u00a0345"]
)
def test_a_plate_is_found_whole(plate: str) -> None:
    assert found(f"Hun kører i {plate}, siger hun.") == [("plate", plate)]


@pytest.mark.parametrize(
    ("text", "plate"),
    [
        ("nummerplade ab 12 345", "ab 12 345"),
        ("nummerplade: er12345", "er12345"),
        ("reg.nr. ab12345", "ab12345"),
        ("bilen ab 12 345", "ab 12 345"),
        ("trailer nr. AB 1234", "AB 1234"),
    ],
)
def test_in_lower_case_it_is_found_after_its_word(text: str, plate: str) -> None:
    assert found(text) == [("plate", plate)]


@pytest.mark.parametrize(
    "text",
    [
        "LO 2023",
        "EU 27 000",
        "HK 12 345 medlemmer",
        "FOAB 12 345",
        "AE 10 000",
        "bilen er 12 345 kr. værd",
        "vi så om 12 345",
        "AB 12.345,50",
    ],
)
def test_counts_after_two_letters_are_no_plates(text: str) -> None:
    assert found(text) == []
