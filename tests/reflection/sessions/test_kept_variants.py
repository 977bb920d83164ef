"""A plan that was made one's own is kept for the organisation."""

import pytest

from cast import Cast
from handlerum.organisations.access import Denied
from handlerum.reflection import services
from handlerum.reflection.models import Variant
from handlerum.reflection.problems import Refused
from handlerum.reflection.queries import everything_of, variant, variants
from handlerum.reflection.rules.session_problem import Code
from reflection.sessions.making import prepared, running


def kept(cast: Cast, by: str = "dorte", name: str = "Vores egen") -> Variant:
    """A variant that one of the cast made."""
    session = prepared(cast, by, audience="me")
    return services.save_variant(cast.reader(by), session.id, name)


def test_a_plan_is_kept_with_its_changes_and_not_with_the_question(cast: Cast) -> None:
    session, dorte = prepared(cast), cast.reader("dorte")
    services.leave_out(dorte, session.id, "cards", turn=0)

    row = services.save_variant(dorte, session.id, "  Uden kort ")

    session.refresh_from_db()
    assert (row.name, row.method, row.steps) == ("Uden kort", "dilemma_work", session.steps)
    assert row.minutes == 25
    assert session.question not in str(Variant.objects.values().get())
    assert list(variants(cast.reader("erik"))) == [row]
    assert not variants(cast.reader("carla"))


@pytest.mark.parametrize("name", ["", "x" * 101, "Ring til 22 33 44 55"])
def test_a_name_that_cannot_be_stored_is_refused(cast: Cast, name: str) -> None:
    session = prepared(cast)

    with pytest.raises(Refused):
        services.save_variant(cast.reader("dorte"), session.id, name)

    assert not Variant.objects.exists()


def test_two_of_the_same_name_are_not_kept(cast: Cast) -> None:
    row = kept(cast)

    with pytest.raises(Refused) as refused:
        kept(cast, "bo", "Vores egen")
    with pytest.raises(Refused):
        services.rename_variant(cast.reader("bo"), kept(cast, "bo", "Bos").id, "Vores egen")

    assert refused.value.problems[0].code == Code.NAME_USED
    assert Variant.objects.filter(name="Vores egen").get() == row


def test_its_maker_and_those_who_look_after_it_change_it_and_nobody_else(cast: Cast) -> None:
    row = kept(cast, "bo")

    for name in ("erik", "anna", "carla"):
        with pytest.raises(Denied):
            services.rename_variant(cast.reader(name), row.id, "Annas")
        with pytest.raises(Denied):
            services.delete_variant(cast.reader(name), row.id)
    for name in ("bo", "dorte", "gitte"):
        assert services.rename_variant(cast.reader(name), row.id, f"Af {name}").name == f"Af {name}"
    services.delete_variant(cast.reader("gitte"), row.id)
    assert not Variant.objects.exists()


def test_it_is_saved_over_with_the_steps_of_another_session(cast: Cast) -> None:
    row = kept(cast)
    session, dorte = running(cast), cast.reader("dorte")
    services.remove_step(dorte, session.id, "silent", turn=0)

    services.save_over_variant(dorte, session.id, row.id)

    row.refresh_from_db()
    assert "silent" not in [step["key"] for step in row.steps]
    other = prepared(cast, "erik", audience="me")
    with pytest.raises(Denied):
        services.save_over_variant(cast.reader("erik"), other.id, row.id)


def test_an_outsider_meets_none(cast: Cast) -> None:
    row = kept(cast)

    with pytest.raises(Denied):
        variant(cast.reader("carla"), row.id)


def test_who_is_erased_leaves_the_variant_without_a_name(cast: Cast) -> None:
    row = kept(cast, "bo")
    assert everything_of(cast.reader("bo"))["variants"][0]["name"] == row.name

    services.erase_all(cast.reader("bo"))

    row.refresh_from_db()
    assert row.by_id is None
