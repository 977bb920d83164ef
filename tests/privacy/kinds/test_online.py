"""Links and the names people go by online. All are invented."""

import pytest

from privacy.kinds.found import direct, found


@pytest.mark.parametrize(
    "link",
    [
        "https://x.example/side?a=1",
        "HTTP://x.example",
        "www.x.example",
        "facebook.com/anna.jensen",
        "linkedin.com/in/anna-j",
        "jobnet.dk",
        "t.me/annaj",
    ],
)
def test_a_link_is_found_and_is_not_direct(link: str) -> None:
    assert found(f"Se ({link}).") == [("url", link)]
    assert direct(link) == []


@pytest.mark.parametrize("text", ["De kom.De gik hjem.", "f.eks. og m.v.", "ned.se bilag", "12.30"])
def test_a_full_stop_without_its_blank_makes_no_link(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text", ["https://doi.org/10.1177/1473325022334455", "doi:10.1177/1473325"]
)
def test_sources_stay_readable(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("følg @mettej på nettet", "@mettej"),
        ("brugernavn: mettej87", "mettej87"),
        ("Brugernavnet er mettej87.", "mettej87"),
        ("insta: mettej", "mettej"),
        ("Snapchat: @mette.j", "@mette.j"),
        ("login=metj01", "metj01"),
    ],
)
def test_a_user_name_is_found(text: str, name: str) -> None:
    assert found(text) == [("username", name)]


@pytest.mark.parametrize(
    "text", ["Vi ses @ kl. 10", "50 stk. @12,50", "Brugernavnet er glemt", "Snap: vi ses i morgen"]
)
def test_a_sign_alone_is_no_user_name(text: str) -> None:
    assert found(text) == []
