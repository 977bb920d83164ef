"""Dates of birth. All are invented."""

import pytest

from privacy.kinds.found import found


@pytest.mark.parametrize(
    ("text", "born"),
    [
        ("født den 3. maj 1987", "den 3. maj 1987"),
        ("født d. 3. maj 1987", "d. 3. maj 1987"),
        ("Født 03-05-1987", "03-05-1987"),
        ("f. 03.05.87", "03.05.87"),
        ("(f. 3/5 1987)", "3/5 1987"),
        ("fødselsdato: 030587", "030587"),
        ("fødselsdato 03 05 1987", "03 05 1987"),
        ("fødselsdag den 3. maj", "den 3. maj"),
        ("født i 1987", "1987"),
        ("010190-xxxx", "010190-xxxx"),
        ("010190-XXXX", "010190-XXXX"),
        ("010190-****", "010190-****"),
        ("010190-••••", "010190-••••"),
        ("010190 xxxx", "010190 xxxx"),
        ("010190-12xx", "010190-12xx"),
        ("født tredje maj 1987", "tredje maj 1987"),
    ],
)
def test_a_date_of_birth_is_found_after_its_word_or_masked(text: str, born: str) -> None:
    assert found(text) == [("birth_date", born)]


@pytest.mark.parametrize(
    "text", ["f.eks. 12 dage", "født i Hobro", "født i 1990'erne", "fødselsdag i juni", "s. 030587"]
)
def test_what_tells_no_day_is_left_alone(text: str) -> None:
    assert found(text) == []
