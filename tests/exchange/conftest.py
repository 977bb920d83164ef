"""The example, loaded once for all tests of a file: it takes seconds."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from handlerum.exchange.example_services import load_example


@pytest.fixture(scope="module")
def example(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[int]:
    """How many contributions it has. What a test changes is undone after it, and this at last."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield load_example()
        transaction.set_rollback(True)
