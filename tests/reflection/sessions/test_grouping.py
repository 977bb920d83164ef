"""Cards are laid in groups by those who lead, and can be laid back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cast import Cast
from handlerum.reflection import services
from handlerum.reflection.models import CardGroup, Entry, Session
from handlerum.reflection.problems import Refused
from handlerum.reflection.queries import state
from handlerum.reflection.rules.grouping_cards import Laid, laid
from reflection.sessions.making import at_step, joined, running, wrote


def cards(cast: Cast, many: int = 3) -> tuple[Session, list[int]]:
    """A session in its step of cards, with some."""
    session = at_step(cast, running(cast), 1)
    bo = joined(cast, session)
    return session, [wrote(bo, session, f"k{n}", text=f"Kort {n}").id for n in range(many)]


def lying() -> dict[int, tuple[int | None, int]]:
    """Where each card lies."""
    return {row.id: (row.group_id, row.place) for row in Entry.objects.all()}


def test_a_group_taken_away_and_undone_holds_its_cards_again(cast: Cast) -> None:
    session, (one, two, _) = cards(cast)
    dorte = cast.reader("dorte")
    group = services.make_group(dorte, session.id, "cards", "Tid")
    services.move_card(dorte, session.id, one, group.id)
    services.move_card(dorte, session.id, two, group.id)
    before = lying()
    assert (before[two], before[one]) == ((group.id, 0), (group.id, 1))

    services.remove_group(dorte, session.id, group.id)
    assert {where for where, _ in lying().values()} == {None}
    services.undo(dorte, session.id)

    assert lying() == before
    assert [one.name for one in state(dorte, session.id).common.groups] == ["Tid"]


def test_naming_moving_and_making_are_undone_in_turn(cast: Cast) -> None:
    session, (one, *_) = cards(cast)
    dorte, before = cast.reader("dorte"), lying()
    group = services.make_group(dorte, session.id, "cards", "Tid")
    services.rename_group(dorte, session.id, group.id, "Ro")
    services.move_card(dorte, session.id, one, group.id)

    services.undo(dorte, session.id)
    services.undo(dorte, session.id)
    assert [row.name for row in CardGroup.objects.all()] == ["Tid"]
    services.undo(dorte, session.id)

    assert CardGroup.objects.count() == 0
    assert {where for where, _ in lying().values()} == {where for where, _ in before.values()}


def test_a_hidden_card_or_another_steps_group_is_refused(cast: Cast) -> None:
    session, (one, *_) = cards(cast)
    dorte = cast.reader("dorte")
    hidden = wrote(cast.reader("bo"), session, "h", step="silent").id
    group = services.make_group(dorte, session.id, "silent")

    for card, where in ((hidden, None), (one, group.id)):
        with pytest.raises(Refused):
            services.move_card(dorte, session.id, card, where)
    with pytest.raises(Refused):
        services.make_group(dorte, session.id, "cards", "Ring til 22 33 44 55")


@given(st.data())
def test_places_have_no_gaps_wherever_a_card_is_laid(data: st.DataObject) -> None:
    groups = data.draw(st.lists(st.sampled_from([None, 1, 2]), min_size=1, max_size=8))
    row = [Laid(n, group, groups[:n].count(group)) for n, group in enumerate(groups)]
    card = data.draw(st.integers(0, len(groups) - 1))
    to = data.draw(st.sampled_from([None, 1, 2]))

    changed = {one.card: one for one in laid(row, card, to, data.draw(st.integers(-1, 9)))}
    after = [changed.get(one.card, one) for one in row]

    assert after[card].group == to
    for group in (None, 1, 2):
        places = sorted(one.place for one in after if one.group == group)
        assert places == list(range(len(places)))
    order = [one.card for one in row if one.card != card and one.group == to]
    kept = sorted((one for one in after if one.card in order), key=lambda one: one.place)
    assert [one.card for one in kept] == order
