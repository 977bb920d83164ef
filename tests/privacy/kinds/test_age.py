"""Ages of a person; not how long something lasts."""

import pytest

from privacy.kinds.found import found


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Den 47-årige er glad", "47-årige"),
        ("en 47 årig mand", "47 årig"),
        ("et 8-årigt barn", "8-årigt"),
        ("en mand på 47", "47"),
        ("en mand på 47 år", "47 år"),
        ("borgeren Anna på 47", "47"),
        ("en dreng på otte", "otte"),
        ("Hun er 47 år", "47 år"),
        ("Anna er nu 47 år", "47 år"),
        ("Han fylder 47", "47"),
        ("fylder snart fyrre", "fyrre"),
        ("hun er 47 år gammel", "47 år gammel"),
        ("alder: 47", "47"),
        ("Kvinde, 47 år, enlig", "47 år"),
        ("Anna (47 år)", "47 år"),
        ("Anna, 47, er", "47"),
        ("syvogfyrre år gammel", "syvogfyrre år gammel"),
        ("en syvogfyrreårig", "syvogfyrreårig"),
        ("i 17 års alderen", "17 års alderen"),
    ],
)
def test_an_age_is_found(text: str, age: str) -> None:
    assert found(text) == [("age", age)]


@pytest.mark.parametrize(
    "text",
    [
        "i 5 år, efter 12 år og 3 år på kontanthjælp",
        "en borger på 12 timer og en mand på 37 timer",
        "et barn på 3 måneder",
        "perioden er 3 år, Fristen er 12 år",
        "en 3-årig uddannelse, en 2-årig periode",
        "de 18-29-årige, de 18-årige, unge mellem 15 og 29 år",
        "unge i alderen 18-29 år",
        "i det fyldte 15. år",
        "der ligger en mand på en bænk",
        "en 147-årig og 200 år gammel",
        "47 procent, 2047 år",
    ],
)
def test_spans_of_time_and_groups_are_no_ages(text: str) -> None:
    assert found(text) == []
