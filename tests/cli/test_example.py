"""`handlerum example`."""

import pytest

from cli.running import handlerum
from handlerum.knowledge.models import Contribution
from handlerum.search.services import status
from handlerum.trail.queries import newest


@pytest.mark.django_db
def test_the_example_is_loaded_once_and_can_be_asked() -> None:
    first = handlerum("example")
    many, cursor = Contribution.objects.count(), newest()

    again = handlerum("example")

    assert (first.code, first.out) == (0, f"Eksempelkommunen: {many} bidrag lagt ind.\n")
    assert (again.code, again.out) == (0, "Eksempelkommunen er der allerede.\n")
    assert (Contribution.objects.count(), newest(), status().behind) == (many, cursor, 0)
