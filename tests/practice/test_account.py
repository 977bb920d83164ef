"""The knowledge account: every seat is there, the empty ones too."""

from hypothesis import given
from hypothesis import strategies as some

from cast import Cast, report, shared
from handlerum.knowledge.services import contribute, withdraw
from handlerum.knowledge.terms import Form, Voice, Way
from handlerum.practice.queries.account import account
from handlerum.practice.rules.account import Piece, account_of
from handlerum.practice.rules.making import both, repeats
from practice.agreed import made, under

PIECES = some.builds(
    Piece,
    some.sampled_from(list(Form)),
    some.sampled_from(list(Way)),
    some.sampled_from(list(Voice)),
)
LINES = some.lists(some.sampled_from(["Vi", "ringer", "først", "", "sidst"])).map("\n".join)


@given(some.lists(PIECES | some.builds(Piece, some.sampled_from(list(Form)))))
def test_every_piece_sits_once_and_every_seat_is_there(pieces: list[Piece]) -> None:
    found = account_of(pieces)

    assert found.count == len(pieces)
    assert list(found.seats) == list(Form)
    assert all(list(row) == list(Way) for row in found.seats.values())
    assert list(found.voices) == list(Voice)
    assert set(found.silent_forms) == set(Form) - {one.form for one in pieces}
    assert sum(found.ways.values()) + sum(found.hidden.values()) == len(pieces)


@given(LINES, LINES)
def test_two_texts_as_one_lose_no_line_of_either(theirs: str, mine: str) -> None:
    for text in (theirs, mine):
        rest = iter(both(theirs, mine).splitlines())
        assert all(line in rest for line in text.splitlines() if line)
    assert both(mine, mine).split() == mine.split()


def test_the_same_words_repeat_a_text_whatever_their_spaces(cast: Cast) -> None:
    assert repeats("VI  ringer\nførst", ["Noget andet", "Vi ringer først"])
    assert not repeats("", ["", "Vi"])
    assert not repeats("Vi ringer", ["Vi ringer først"])


def test_what_one_may_not_see_sits_at_its_form_alone_and_a_gap_nowhere(cast: Cast) -> None:
    row = made(cast, "dorte")
    under(cast, row, shared(cast, "dorte", audience="team"), by="dorte")
    under(cast, row, contribute(cast.reader("bo"), report()), by="dorte")
    gone = shared(cast, "bo")
    under(cast, row, gone, by="dorte")
    withdraw(cast.reader("bo"), gone.id)

    theirs = account(cast.reader("dorte"), row)
    eriks = account(cast.reader("erik"), row)

    assert theirs.seats[Form.EXPERIENCE][Way.OWN_EXPERIENCE] == 1
    assert eriks.seats[Form.EXPERIENCE][Way.OWN_EXPERIENCE] == 0
    assert theirs.forms == eriks.forms
    assert eriks.hidden[Form.EXPERIENCE] == 1
    assert eriks.voices[Voice.PRACTITIONER] == 0
