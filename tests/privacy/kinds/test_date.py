"""Exact dates: what a diary would say, and not what a law does."""

import pytest

from privacy.kinds.found import found


@pytest.mark.parametrize(
    "day",
    [
        "14. marts 2025",
        "den 14. marts 2025",
        "den 14. marts",
        "d. 14. marts",
        "14. MARTS",
        "d. 14/3",
        "den 14/3-25",
        "14/3-2025",
        "14/3 2025",
        "14/3",
        "d. 14/3-16/3",
        "14.-16. marts 2025",
        "14.03.2025",
        "14.3.2025",
        "14.03.25",
        "14-03-2025",
        "14–03–2025",
        "2025-03-14",
        "14 mar 25",
        "14 March 2025",
        "14th of March 2025",
        "March 14, 2025",
        "mandag den 14. marts",
        "torsdag d. 5/6",
        "fredag 14. marts",
        "den tredje maj",
        "den 14.3",
    ],
)
def test_a_date_is_found_with_what_leads_to_it(day: str) -> None:
    assert found(f"Vi mødtes {day}, og det gik.") == [("date", day)]


@pytest.mark.parametrize(
    "text",
    [
        "§ 14.3 og afsnit 3.1.12",
        "kl. 14.30 og mandag 10.10",
        "1/2 år, 3/4 af dem, 24/7",
        "12.5 procent og 14.3",
        "I 2024 og 2025, uge 14",
        "2. version og version 2.1.12",
        "LBK nr 701 af 22/05/2022",
        "lov nr. 502 af 23. maj 2018",
        "bekendtgørelse nr. 12 af 3. maj 2024",
        "forordning (EU) 2016/679 af 27. april 2016",
        "15. division, 40. marts",
    ],
)
def test_fractions_times_sections_and_laws_are_no_dates(text: str) -> None:
    assert found(text) == []
