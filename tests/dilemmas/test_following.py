"""Who follows a dilemma hears what others did there, and puts suggestions aside for good."""

from cast import Cast, shared, telling
from dilemmas.making import made, side_ids
from handlerum.dilemmas import services
from handlerum.dilemmas.models import Dilemma
from handlerum.dilemmas.queries import followed, follows, moved, suggested
from handlerum.knowledge.services import contribute, edit, link
from handlerum.organisations.services import change_member
from handlerum.organisations.terms import Role


def verbs(cast: Cast, name: str = "bo") -> list[str]:
    """What moved for one of the cast, the newest first."""
    return [move.verb for one in followed(cast.reader(name)) for move in one.moves]


def test_what_others_did_since_is_told_with_who_did_it(cast: Cast) -> None:
    dilemma = made(cast)
    services.follow(cast.reader("bo"), dilemma.id)
    row = shared(cast)

    services.weigh(cast.reader("anna"), side_ids(dilemma)[0], row.id, "supports")
    services.add_option(cast.reader("dorte"), dilemma.id, "Spørg hende først.")

    (one,) = followed(cast.reader("bo"))
    assert [(move.verb, move.by) for move in one.moves] == [
        ("proposed", "Dorte"),
        ("weighed", "Anna"),
    ]


def test_what_happened_before_and_what_one_did_oneself_is_no_news(cast: Cast) -> None:
    dilemma = made(cast)
    services.follow(cast.reader("bo"), dilemma.id)

    services.add_option(cast.reader("bo"), dilemma.id, "Spørg hende først.")

    assert verbs(cast) == []
    assert moved(cast.reader("bo")) == []
    assert follows(cast.reader("bo"), dilemma.id)


def test_what_was_seen_is_not_told_again(cast: Cast) -> None:
    dilemma, bo = made(cast), cast.reader("bo")
    services.follow(bo, dilemma.id)
    services.add_option(cast.reader("anna"), dilemma.id, "Det første")
    (one,) = moved(bo)
    services.add_option(cast.reader("anna"), dilemma.id, "Det andet")

    services.seen(bo, dilemma.id, one.cursor)
    assert verbs(cast) == ["proposed"]
    services.seen(bo, dilemma.id)
    assert verbs(cast) == []


def test_following_twice_is_following_once_and_can_end(cast: Cast) -> None:
    dilemma, bo = made(cast), cast.reader("bo")
    services.follow(bo, dilemma.id)
    services.add_option(cast.reader("anna"), dilemma.id, "Noget")
    services.follow(bo, dilemma.id)
    assert verbs(cast) == ["proposed"]

    services.unfollow(bo, dilemma.id)

    assert followed(bo) == []


def test_those_that_moved_come_first(cast: Cast) -> None:
    quiet, lively = made(cast), made(cast)
    for dilemma in (lively, quiet):
        services.follow(cast.reader("bo"), dilemma.id)
    services.set_state(cast.reader("anna"), lively.id, "in_reflection")
    services.add_option(cast.reader("bo"), quiet.id, "Noget af mig selv")

    assert [one.dilemma for one in followed(cast.reader("bo"))] == [lively, quiet]


def test_who_may_not_read_any_more_hears_no_more(cast: Cast) -> None:
    dilemma = made(cast, audience="team")
    services.follow(cast.reader("bo"), dilemma.id)
    services.add_option(cast.reader("anna"), dilemma.id, "Noget")

    change_member(
        cast.reader("gitte"), cast.bo.id, role=Role.PRACTITIONER, teams=[], is_active=True
    )

    assert followed(cast.reader("bo")) == []
    services.unfollow(cast.reader("bo"), dilemma.id)


def test_opposite_outcomes_and_contradictions_are_suggested_and_nothing_is_made(cast: Cast) -> None:
    went = shared(cast, outcome="succeeded", topics=("opkald",))
    stopped = shared(cast, "bo", outcome="failed", topics=("opkald",))
    against = shared(cast, "bo", topics=())
    link(cast.reader("bo"), against.id, went.id, "challenges")

    found = suggested(cast.reader("dorte"))

    assert [(one.suggestion.pattern, one.first, one.second) for one in found] == [
        ("challenged", against, went),
        ("opposite", went, stopped),
    ]
    assert not Dilemma.objects.exists()


def test_what_is_put_aside_stays_away_from_that_person_alone(cast: Cast) -> None:
    for outcome in ("succeeded", "failed"):
        shared(cast, outcome=outcome, topics=("opkald",))
    (one,) = suggested(cast.reader("bo"))

    services.dismiss(cast.reader("bo"), one.suggestion.fingerprint)
    services.dismiss(cast.reader("bo"), one.suggestion.fingerprint)
    shared(cast, outcome="failed", topics=("opkald",))

    assert suggested(cast.reader("bo")) == []
    assert len(suggested(cast.reader("dorte"))) == 1


def test_nothing_is_suggested_from_what_the_reader_may_not_see(cast: Cast) -> None:
    row = shared(cast, outcome="succeeded", topics=("opkald",), audience="team")
    contribute(cast.reader("anna"), telling(outcome="failed", topics=("opkald",)))
    against = shared(cast)
    link(cast.reader("anna"), against.id, row.id, "challenges")

    assert len(suggested(cast.reader("bo"))) == 2
    assert suggested(cast.reader("erik")) == []
    edit(cast.reader("anna"), row.id, telling(outcome="succeeded", topics=("opkald",)), version=1)
    assert len(suggested(cast.reader("erik"))) == 2
