"""An example is loaded whole or not at all."""

import pytest

from handlerum.exchange import example_services
from handlerum.exchange.example_services import load_example
from handlerum.knowledge.models import Contribution
from handlerum.organisations.models import Organisation


@pytest.mark.django_db
def test_a_half_loaded_example_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ConnectionError

    monkeypatch.setattr(example_services, "link", broken)
    with pytest.raises(ConnectionError):
        load_example()

    assert not Organisation.objects.exists()
    assert not Contribution.objects.exists()
