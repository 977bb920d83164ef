"""`handlerum index`."""

from cast import Cast, shared
from cli.running import handlerum
from handlerum.search import folder


def test_status_tells_of_an_index_that_is_not_there_yet(cast: Cast) -> None:
    shared(cast)

    ended = handlerum("index", "status")

    assert ended.code == 0
    assert ended.out == "ikke bygget\ndelte bidrag: 1\nhændelser bagud: 2\nbetydning: ingen endnu\n"


def test_a_rebuild_holds_everything_shared_and_is_up_to_date(cast: Cast) -> None:
    for _ in range(3):
        shared(cast)

    ended = handlerum("index", "rebuild")

    assert (ended.code, ended.out) == (0, "3 bidrag i søgeindekset.\n")
    told = handlerum("index", "status").out
    assert told == "bygget\ndelte bidrag: 3\nhændelser bagud: 0\nbetydning: ingen endnu\n"


def test_a_rebuild_waits_for_nobody(cast: Cast) -> None:
    with folder.writing():
        ended = handlerum("index", "rebuild")

    assert ended.code == 1
    assert "Serveren skriver i søgeindekset lige nu." in ended.err
