"""Practices in versions: what is new becomes one, and what was said stays to be read."""

import pytest

from cast import Cast, shared
from dilemmas.making import made as dilemma_made
from handlerum.core.clock import today
from handlerum.dilemmas.problems import Refused
from handlerum.knowledge.services import Stale
from handlerum.legislation.citing import citations_of
from handlerum.organisations.access import Denied
from handlerum.practice.models import Practice
from handlerum.practice.queries.practices import listed, versions
from handlerum.practice.services.making import edit, hand_over, make, set_state
from handlerum.practice.services.notes import note
from handlerum.practice.telling import Origin
from handlerum.trail.models import Entry
from handlerum.trail.terms import Thing, Verb
from practice.agreed import agreed, in_days, made, rows, stopped


def refused(*fields: str) -> "pytest.RaisesExc[Refused]":
    """Refused for those fields, and no others."""
    return pytest.raises(
        Refused, check=lambda error: {p.field for p in error.problems} == {*fields}
    )


def test_a_practice_is_kept_with_its_first_version_its_law_and_a_line_in_the_trail(
    cast: Cast,
) -> None:
    row = made(cast, law="LAB § 36, stk. 2")

    (version,) = row.versions.all()
    assert (version.number, version.text, version.by_id) == (1, row.text, cast.anna.user_id)
    (cited,) = citations_of(Thing.PRACTICE, [row.id], today())
    assert (cited.cited.section, cited.cited.as_of) == ("36", today())
    assert Entry.objects.filter(thing=Thing.PRACTICE, thing_id=row.id, verb=Verb.CREATED).exists()


def test_what_cannot_be_stored_is_told_field_by_field(cast: Cast) -> None:
    anna = cast.reader("anna")

    with refused("title", "text", "kind", "audience", "next_look"):
        make(anna, agreed(title="", text=" ", kind="x", audience="field", next_look=in_days(-1)))
    with refused("next_look"):
        make(anna, agreed(next_look=in_days(3000)))
    with refused("audience"):
        make(anna, agreed(audience="team", team_id=cast.companies.id))
    with refused("text"):
        make(anna, agreed(text="Ring til 010203-1234."))
    with refused("why"):
        make(anna, agreed(), why="Fordi 010203-1234 sagde det.")
    assert not Practice.objects.exists()


def test_new_words_become_a_version_with_its_reason_and_where_it_came_from(cast: Cast) -> None:
    row, about = made(cast), dilemma_made(cast)
    origin = Origin(Thing.DILEMMA, about.id)

    edit(
        cast.reader("anna"),
        row.id,
        agreed(text="Nyt."),
        version=1,
        why="Det blev for snævert.",
        origin=origin,
    )

    newest = versions(cast.reader("bo"), row)[0]
    assert (newest.number, newest.text, newest.why) == (2, "Nyt.", "Det blev for snævert.")
    assert (newest.origin_thing, newest.origin_id) == (Thing.DILEMMA, about.id)


def test_an_origin_that_one_may_not_see_is_not_taken(cast: Cast) -> None:
    hidden = shared(cast, "erik", audience="team")

    with pytest.raises(Denied):
        make(cast.reader("anna"), agreed(), origin=Origin(Thing.CONTRIBUTION, hidden.id))
    with pytest.raises(Denied):
        make(cast.reader("anna"), agreed(), origin=Origin(Thing.TEAM, 1))
    assert not Practice.objects.exists()


def test_what_is_no_new_word_is_no_new_version(cast: Cast) -> None:
    row = made(cast)

    edit(cast.reader("anna"), row.id, agreed(next_look=in_days(30)), version=1)

    row.refresh_from_db()
    assert (row.version, row.versions.count(), row.next_look) == (1, 1, in_days(30))


def test_the_second_of_two_edits_is_told_and_nothing_is_lost(cast: Cast) -> None:
    row = made(cast)
    edit(cast.reader("dorte"), row.id, agreed(text="Dortes."), version=1)

    with pytest.raises(Stale):
        edit(cast.reader("anna"), row.id, agreed(text="Annas."), version=1)

    row.refresh_from_db()
    assert row.text == "Dortes."
    edit(cast.reader("anna"), row.id, agreed(text="Annas."), version=2)
    assert [v.text for v in versions(cast.reader("anna"), row)][:2] == ["Annas.", "Dortes."]


def test_a_day_that_is_past_already_does_not_stand_in_the_way_of_an_edit(cast: Cast) -> None:
    row = made(cast)
    Practice.objects.filter(id=row.id).update(next_look=in_days(-3))

    edit(cast.reader("anna"), row.id, agreed(text="Nyt.", next_look=in_days(-3)), version=1)

    with refused("next_look"):
        edit(cast.reader("anna"), row.id, agreed(next_look=in_days(-2)), version=2)


def test_the_owner_and_those_who_look_after_practice_may_change_it_and_nobody_else(
    cast: Cast,
) -> None:
    row = made(cast)
    before = rows()

    for name in ("bo", "erik", "carla"):
        with pytest.raises(Denied):
            edit(cast.reader(name), row.id, agreed(text="Nyt."), version=1)
        with pytest.raises(Denied):
            set_state(cast.reader(name), row.id, "retired")
        with pytest.raises(Denied):
            hand_over(cast.reader(name), row.id, cast.bo.user_id)
    assert rows() == before
    edit(cast.reader("dorte"), row.id, agreed(text="Dortes."), version=1)


def test_only_the_owner_says_who_may_read(cast: Cast) -> None:
    row = made(cast)

    with refused("audience"):
        edit(
            cast.reader("dorte"),
            row.id,
            agreed(audience="team", team_id=cast.youth.id),
            version=1,
        )


def test_what_others_wrote_is_not_shown_to_more_than_they_wrote_it_for(cast: Cast) -> None:
    row = made(cast, audience="team")
    note(cast.reader("bo"), row.id, "doubt", "Passer det for de unge?")

    with refused("audience"):
        edit(cast.reader("anna"), row.id, agreed(), version=1)


def test_who_is_let_in_later_does_not_read_what_was_said_before(cast: Cast) -> None:
    row = made(cast, audience="team")
    edit(cast.reader("anna"), row.id, agreed(text="Til alle."), version=1)

    assert [v.number for v in versions(cast.reader("erik"), row)] == [2]
    assert [v.number for v in versions(cast.reader("anna"), row)] == [2, 1]


def test_what_is_out_of_use_can_be_taken_into_use_again(cast: Cast) -> None:
    row, bo = made(cast), cast.reader("bo")

    set_state(cast.reader("anna"), row.id, "retired")
    assert not listed(bo)
    assert listed(bo, state="retired") == [row]
    set_state(cast.reader("anna"), row.id, "in_use")
    assert listed(bo) == [row]


def test_an_owner_gives_it_to_a_colleague_who_may_read_it(cast: Cast) -> None:
    row = made(cast, audience="team")

    with refused("colleague"):
        hand_over(cast.reader("anna"), row.id, cast.erik.user_id)
    hand_over(cast.reader("anna"), row.id, cast.bo.user_id)

    row.refresh_from_db()
    assert row.owner_id == cast.bo.user_id


def test_when_the_owner_left_those_who_look_after_practice_give_it_on(cast: Cast) -> None:
    row = made(cast)
    with pytest.raises(Denied):
        hand_over(cast.reader("dorte"), row.id, cast.dorte.user_id)
    stopped(cast, cast.anna)

    hand_over(cast.reader("dorte"), row.id, cast.dorte.user_id)

    row.refresh_from_db()
    assert row.owner_id == cast.dorte.user_id


def test_lists_show_what_the_reader_may_see(cast: Cast) -> None:
    row = made(cast, audience="team", kind="decision")

    assert listed(cast.reader("bo")) == listed(cast.reader("bo"), "decision") == [row]
    assert not listed(cast.reader("bo"), "procedure")
    assert not listed(cast.reader("erik"))
    assert not listed(cast.reader("carla"))
