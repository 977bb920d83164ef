"""`handlerum organisation`."""

import pytest

from cast import Cast, person
from cli.running import handlerum
from handlerum.organisations.access import reader_of
from handlerum.organisations.models import Invitation, Organisation
from handlerum.organisations.services import accept


@pytest.mark.django_db
def test_a_new_organisation_gives_a_link_to_its_first_administrator() -> None:
    ended = handlerum("organisation", "nyby", "Nyby Kommune", "--address", "https://h.example/")

    assert ended.code == 0
    assert ended.out.startswith("Nyby Kommune er lavet.")
    link = ended.out.split()[-1]
    assert link.startswith("https://h.example/invitation/")
    member = accept(link.rstrip("/").rsplit("/", 1)[1], person("frida"))
    assert member.organisation.slug == "nyby"
    assert reader_of(member).manages


@pytest.mark.parametrize(
    ("slug", "said"),
    [
        ("hjemby", "Der er allerede en organisation, der hedder hjemby."),
        ("Ny By", "Det korte navn kan ikke bruges: Ny By"),
        ("../x", "Det korte navn kan ikke bruges: ../x"),
        ("", "Det korte navn kan ikke bruges:"),
    ],
)
def test_a_short_name_that_cannot_be_used_makes_nothing(cast: Cast, slug: str, said: str) -> None:
    ended = handlerum("organisation", slug, "Et navn")

    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err
    assert Organisation.objects.count() == 2
    assert not Invitation.objects.exists()
