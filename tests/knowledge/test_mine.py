"""My drafts and contributions."""

from cast import Cast, drafted, shared, telling
from handlerum.knowledge.queries import linkable, mine
from handlerum.knowledge.services import edit, link, withdraw
from handlerum.knowledge.terms import State


def test_my_own_stand_by_state(cast: Cast) -> None:
    draft_row, shared_row, withdrawn_row = drafted(cast), shared(cast), shared(cast)
    withdraw(cast.reader("anna"), withdrawn_row.id)
    shared(cast, "bo")

    assert mine(cast.reader("anna")) == {
        State.DRAFT: [draft_row],
        State.SHARED: [shared_row],
        State.WITHDRAWN: [withdrawn_row],
    }


def test_what_i_changed_last_comes_first(cast: Cast) -> None:
    one, other = drafted(cast, title="Den ene"), drafted(cast, title="Den anden")
    edit(cast.reader("anna"), one.id, telling(title="Ændret"), version=0)

    assert mine(cast.reader("anna"))[State.DRAFT] == [one, other]


def test_who_has_told_nothing_has_three_empty_lists(cast: Cast) -> None:
    shared(cast, "anna")

    assert mine(cast.reader("carla")) == {state: [] for state in State}


def test_my_shared_ones_that_say_nothing_about_it_yet_may_be_linked(cast: Cast) -> None:
    target = shared(cast, "anna")
    free, taken = shared(cast, "anna"), shared(cast, "anna")
    drafted(cast, "anna")
    shared(cast, "bo")
    link(cast.reader("anna"), taken.id, target.id, "supports")

    assert linkable(cast.reader("anna"), target) == [free]
