"""Numbers of accounts, cards and papers. All are invented."""

import pytest

from handlerum.privacy.kinds.account import is_card, is_iban
from privacy.kinds.found import direct, found


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("reg. 1234 konto 1234567890", "1234 konto 1234567890"),
        ("Reg.nr.: 1234, kontonr.: 1234 567 890", "1234, kontonr.: 1234 567 890"),
        ("reg.nr. og kontonr.: 1234 1234567890", "1234 1234567890"),
        ("konto 1234567", "1234567"),
        ("reg:1234 kto: 1234567890", "1234 kto: 1234567890"),
        ("lønkonto 1234 1234567", "1234 1234567"),
        ("1234-0001234567", "1234-0001234567"),
        ("1234 0001234567", "1234 0001234567"),
        ("DK5000400440116243", "DK5000400440116243"),
        ("dk50 0040 0440 1162 43", "dk50 0040 0440 1162 43"),
        ("DK82 3622 5118 7390 29", "DK82 3622 5118 7390 29"),
        ("IBAN DK12 1234 1234 1234 12.", "DK12 1234 1234 1234 12"),
        ("GB82 WEST 1234 5698 7654 32 OG MERE", "GB82 WEST 1234 5698 7654 32"),
        ("4571 0000 0000 0001", "4571 0000 0000 0001"),
        ("4571000000000001", "4571000000000001"),
        ("4571-0000-0000-0001", "4571-0000-0000-0001"),
        ("MobilePay 12345", "12345"),
        ("mobilepay box 1234AB", "1234AB"),
        ("MobilePay til 22334455", "22334455"),
        ("pasnr.: 123456789", "123456789"),
        ("pas nummer 123456789", "123456789"),
        ("id-kort nr. A1234567", "A1234567"),
    ],
)
def test_a_number_is_found_whole(text: str, number: str) -> None:
    assert found(text) == [("account", number)]


@pytest.mark.parametrize(
    "text",
    [
        "MobilePay 12000 kr. og MobilePay i 2024",
        "konto 5.46 og konto 4750",
        "Kontanthjælp 2024: 12.345 og 2008-2025",
        "EAN 5798000000000 og 5798000000000",
        "4571 0000 0000 0002 er ikke et kort",
        "passer 1234567 mennesker",
    ],
)
def test_figures_that_lead_to_no_account_are_left_alone(text: str) -> None:
    assert [number for kind, number in direct(text) if kind == "account"] == []


def test_the_number_of_a_company_is_found_and_is_not_direct() -> None:
    assert found("CVR-nr. 29190909, cvr: 29 19 09 09") == [
        ("employer", "29190909"),
        ("employer", "29 19 09 09"),
    ]
    assert direct("CVR-nr. 29190909") == []


def test_sums_are_checked() -> None:
    assert is_iban("DK5000400440116243")
    assert not is_iban("DK5100400440116243")
    assert is_card("4571000000000001")
    assert not is_card("4571000000000002")
    assert not is_card("5798000000006")
