"""Fetching from Retsinformation: by name, seldom, within its hours, and nothing changed without."""

from datetime import UTC, date, datetime

import pytest

from handlerum.legislation.importing import import_all, refresh
from handlerum.legislation.models import Edition
from handlerum.legislation.retsinformation import Closed, Retsinformation, Unreached, eli_of
from handlerum.legislation.services import Taken
from legislation.retsinformation import document, metadata, replaying

OLD, MIDDLE, NEW = "lta/2022/701", "lta/2023/500", "lta/2024/280"
PAGES = {
    f"/eli/{OLD}/xml": document(2022, 701, "2022-05-22", "Kommunen skal tilbyde en mentor."),
    f"/eli/{OLD}.json": metadata(OLD, MIDDLE),
    f"/eli/{MIDDLE}.json": metadata(MIDDLE, NEW),
    f"/eli/{NEW}.json": metadata(NEW),
    f"/eli/{NEW}/xml": document(2024, 280, "2024-03-01", "Kommunen kan tilbyde en mentor."),
}
NOON, NIGHT = datetime(2026, 11, 24, 11, tzinfo=UTC), datetime(2026, 11, 24, 1, tzinfo=UTC)
DAY = date(2026, 11, 24)


def asking(address: str, at: datetime = NOON) -> Retsinformation:
    return Retsinformation(address, wait=0, clock=lambda: at)


def silent(_done: int, _total: int) -> None:
    """Progress nobody watches."""


@pytest.mark.parametrize(
    ("address", "end"),
    [
        ("https://www.retsinformation.dk/eli/lta/2024/280", "lta/2024/280"),
        ("https://www.retsinformation.dk/eli/lta/2024/280/xml", "lta/2024/280"),
        ("lta/2024/280", None),
        ("en-mappe", None),
        ("https://www.retsinformation.dk/eli/lta/2024/", None),
    ],
)
def test_an_address_is_known_by_its_end(address: str, end: str | None) -> None:
    assert eli_of(address) == end


@pytest.mark.django_db
def test_an_act_is_taken_in_from_its_address_by_a_caller_with_a_name() -> None:
    with replaying(PAGES) as server:
        report = import_all([f"{server.address}/eli/{OLD}"], asking(server.address), silent)

    assert report.count(Taken.NEW) == 1
    assert [agent.split("/")[0] for _, agent in server.asked] == ["Handlerum"]


@pytest.mark.django_db
def test_a_refresh_follows_the_consolidations_to_the_newest_text() -> None:
    with replaying(PAGES) as server:
        import_all([f"{server.address}/eli/{OLD}"], asking(server.address), silent)
        first = refresh(asking(server.address), DAY, silent)
        again = refresh(asking(server.address), DAY, silent)

    assert first.count(Taken.NEW) == 1
    assert again.count(Taken.UNCHANGED) == 1
    assert sorted(Edition.objects.values_list("eli", flat=True)) == [OLD, NEW]


@pytest.mark.django_db
def test_by_night_nothing_is_asked() -> None:
    with replaying(PAGES) as server:
        import_all([f"{server.address}/eli/{OLD}"], asking(server.address), silent)
        server.asked.clear()
        with pytest.raises(Closed):
            refresh(asking(server.address, NIGHT), DAY, silent)
        report = import_all([f"{server.address}/eli/{NEW}"], asking(server.address, NIGHT), silent)

    assert server.asked == []
    assert [type(error) for _, error in report.failed] == [Closed]


@pytest.mark.django_db
def test_without_a_network_nothing_is_changed() -> None:
    with replaying(PAGES) as server:
        import_all([f"{server.address}/eli/{OLD}"], asking(server.address), silent)
    before = list(Edition.objects.values())

    with pytest.raises(Unreached):
        refresh(asking(server.address), DAY, silent)

    assert list(Edition.objects.values()) == before


@pytest.mark.django_db
def test_an_address_where_nothing_is_hinders_no_other() -> None:
    with replaying(PAGES) as server:
        names = [f"{server.address}/eli/lta/1999/1", f"{server.address}/eli/{NEW}"]
        report = import_all(names, asking(server.address), silent)

    assert [name for name, _ in report.failed] == names[:1]
    assert report.count(Taken.NEW) == 1


def test_between_two_calls_it_waits() -> None:
    waited: list[float] = []
    with replaying(PAGES) as server:
        service = Retsinformation(server.address, sleep=waited.append, clock=lambda: NOON)
        service.metadata(NEW)
        assert waited == []
        service.metadata(NEW)

    assert len(waited) == 1
    assert 9 < waited[0] <= 10


def test_a_ring_of_consolidations_ends() -> None:
    ring = {f"/eli/{OLD}.json": metadata(OLD, NEW), f"/eli/{NEW}.json": metadata(NEW, OLD)}
    with replaying(ring) as server:
        assert asking(server.address).newest(OLD) in (OLD, NEW)
