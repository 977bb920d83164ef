"""A trial is begun, told of, prolonged, given up and handed on."""

from collections.abc import Callable

import pytest

from cast import Cast, shared
from dilemmas.making import made, with_options
from handlerum.knowledge.models import Contribution
from handlerum.organisations.access import Denied, Reader
from handlerum.practice.models import Trial
from handlerum.practice.problems import Refused
from handlerum.practice.queries import trials as queries
from handlerum.practice.services import trials as services
from handlerum.practice.telling import Origin
from handlerum.trail.models import Entry
from handlerum.trail.terms import Thing
from practice.trying import became, in_days, overdue, rows, stop, tried, trying


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[tuple[str, str]]:
    return [(one.field, str(one.code)) for one in refused.value.problems]


def test_a_trial_keeps_the_three_answers_from_before(cast: Cast) -> None:
    trial = tried(cast)

    assert (trial.expected, trial.surprise, trial.sign) == (
        "Flere kommer.",
        "At ingen taler undervejs.",
        "Om de selv foreslår næste gang.",
    )
    assert (trial.state, trial.outcome, trial.owner) == ("under_way", "", cast.anna.user)
    assert Entry.objects.get(thing="trial").verb == "tried"


def test_pressing_twice_begins_one_trial(cast: Cast) -> None:
    assert tried(cast).id == tried(cast).id

    assert Trial.objects.count() == 1
    assert tried(cast, what="Noget andet").id != Trial.objects.earliest("id").id


@pytest.mark.parametrize(
    ("changed", "field", "code"),
    [
        ({"what": " "}, "what", "missing"),
        ({"what": "x" * 301}, "what", "too_long"),
        ({"until": None}, "until", "missing"),
        ({"until": in_days(-1)}, "until", "date_past"),
        ({"until": in_days(365 * 8)}, "until", "date_far"),
        ({"audience": "field"}, "audience", "missing"),
        ({"audience": "team", "team_id": 987_654}, "audience", "team_not_yours"),
        ({"by_team_id": 987_654}, "by", "team_not_yours"),
        ({"what": "Ring til 010203-1234"}, "what", "identifies"),
        ({"sign": "En \0 null"}, "sign", "unreadable_signs"),
    ],
)
def test_what_cannot_be_tried_is_refused(
    cast: Cast, changed: dict[str, object], field: str, code: str
) -> None:
    with pytest.raises(Refused) as refused:
        tried(cast, **changed)

    assert (field, code) in codes(refused)
    assert not Trial.objects.exists()


def test_the_team_that_tries_it_can_read_it(cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        tried(cast, by_team_id=cast.youth.id, audience="me")

    assert codes(refused) == [("audience", "team_not_yours")]
    assert tried(cast, by_team_id=cast.youth.id, audience="team").by_team == cast.youth


def test_what_became_of_it_is_a_contribution_linked_to_it(cast: Cast) -> None:
    trial = tried(cast)

    services.tell(cast.reader("anna"), trial.id, became())

    row = Contribution.objects.get()
    told = queries.shown(cast.reader("bo"), trial.id)
    assert told.contribution == row
    assert (told.trial.state, told.trial.outcome) == ("told", "failed")
    assert (row.way, row.form, row.voice) == ("own_experience", "experience", "practitioner")
    assert (row.outcome, row.title, row.learned) == (
        "failed",
        "Gåturen i regnvejr",
        "Spørg, hvor de helst vil være.",
    )
    assert Entry.objects.filter(thing="contribution", verb="shared").exists()


def test_telling_twice_tells_once(cast: Cast) -> None:
    trial = tried(cast)
    services.tell(cast.reader("anna"), trial.id, became())

    with pytest.raises(Refused) as refused:
        services.tell(cast.reader("anna"), trial.id, became(outcome="succeeded"))

    assert codes(refused) == [("trial", "over")]
    assert Contribution.objects.count() == 1


@pytest.mark.parametrize(
    ("changed", "field", "code"),
    [
        ({"outcome": "unknown"}, "outcome", "missing"),
        ({"outcome": ""}, "outcome", "missing"),
        ({"happened": ""}, "happened", "missing"),
        ({"title": "x" * 151}, "title", "too_long"),
        ({"audience": "team", "team_id": None}, "audience", "team_not_yours"),
        ({"happened": "Hendes nummer er 010203-1234."}, "happened", "identifies"),
    ],
)
def test_what_cannot_be_told_is_refused_and_nothing_is_stored(
    cast: Cast, changed: dict[str, object], field: str, code: str
) -> None:
    trial = tried(cast)
    before = rows()

    with pytest.raises(Refused) as refused:
        services.tell(cast.reader("anna"), trial.id, became(**changed))

    assert (field, code) in codes(refused)
    assert rows() == before
    assert not Contribution.objects.exists()


def test_another_day_is_a_day_that_comes(cast: Cast) -> None:
    trial = overdue(tried(cast))
    trial.reminded_on = in_days(0)
    trial.save()

    for day in (None, in_days(-1)):
        with pytest.raises(Refused):
            services.prolong(cast.reader("anna"), trial.id, day)
    services.prolong(cast.reader("anna"), trial.id, in_days(10))

    trial.refresh_from_db()
    assert (trial.until, trial.reminded_on) == (in_days(10), None)


def test_a_trial_that_is_given_up_says_why_and_stays(cast: Cast) -> None:
    trial = tried(cast)

    services.drop(cast.reader("anna"), trial.id, "Der kom en ny aftale.")

    found = queries.shown(cast.reader("erik"), trial.id).trial
    assert (found.state, found.why_dropped) == ("dropped", "Der kom en ny aftale.")
    with pytest.raises(Refused):
        services.prolong(cast.reader("anna"), trial.id, in_days(10))


def test_a_colleague_who_may_read_gets_it(cast: Cast) -> None:
    trial = tried(cast, audience="team")
    anna = cast.reader("anna")

    for nobody in (cast.erik.user_id, cast.carla.user_id, cast.anna.user_id, 0):
        with pytest.raises(Refused):
            services.hand_over(anna, trial.id, nobody)
    services.hand_over(anna, trial.id, cast.bo.user_id)

    assert queries.shown(cast.reader("bo"), trial.id).is_own
    with pytest.raises(Denied):
        services.tell(anna, trial.id, became())


def test_those_on_its_team_tell_of_it_and_only_its_owner_gives_it_on(cast: Cast) -> None:
    trial = tried(cast, by_team_id=cast.youth.id)

    assert queries.mine(cast.reader("dorte")) == [trial]
    with pytest.raises(Denied):
        services.hand_over(cast.reader("bo"), trial.id, cast.dorte.user_id)
    services.tell(cast.reader("bo"), trial.id, became())

    assert Contribution.objects.get().author == cast.bo.user


def test_what_was_left_behind_is_taken_over(cast: Cast) -> None:
    trial = tried(cast)
    with pytest.raises(Denied):
        services.take_over(cast.reader("dorte"), trial.id)
    stop(cast.anna)

    with pytest.raises(Denied):
        services.take_over(cast.reader("bo"), trial.id)
    assert queries.shown(cast.reader("dorte"), trial.id).may_take_over
    services.take_over(cast.reader("dorte"), trial.id)

    assert Trial.objects.get().owner == cast.dorte.user


READER_CANNOT: dict[str, Callable[[Reader, int], object]] = {
    "tell": lambda who, number: services.tell(who, number, became()),
    "prolong": lambda who, number: services.prolong(who, number, in_days(30)),
    "drop": lambda who, number: services.drop(who, number),
    "hand over": lambda who, number: services.hand_over(who, number, who.user_id),
    "take over": lambda who, number: services.take_over(who, number),
    "erase": lambda who, number: services.erase(who, number),
}


@pytest.mark.parametrize("attempt", READER_CANNOT)
@pytest.mark.parametrize("who", ["bo", "gitte", "carla"])
def test_whose_it_is_not_changes_nothing(cast: Cast, who: str, attempt: str) -> None:
    trial = tried(cast)
    before = rows()

    with pytest.raises(Denied):
        READER_CANNOT[attempt](cast.reader(who), trial.id)

    assert rows() == before


def test_carla_sees_no_trial_and_begins_from_nothing_of_annas(cast: Cast) -> None:
    carla, dilemma, row = cast.reader("carla"), made(cast), shared(cast)
    (option,) = with_options(cast, dilemma, 1)
    trial = tried(cast)

    with pytest.raises(Denied):
        queries.shown(carla, trial.id)
    assert list(queries.listed(carla)) == queries.mine(carla) == queries.over(carla) == []
    assert not any(queries.counts(carla).values())
    assert queries.of_origin(carla, Thing.DILEMMA, [dilemma.id]) == {}
    for origin in (
        Origin(Thing.DILEMMA, dilemma.id, option.id),
        Origin(Thing.DILEMMA, dilemma.id),
        Origin(Thing.CONTRIBUTION, row.id),
    ):
        with pytest.raises(Denied):
            services.begin(carla, trying(), origin)
    assert Trial.objects.count() == 1


def test_a_trial_of_a_team_is_for_the_team(cast: Cast) -> None:
    trial = tried(cast, audience="team")

    assert queries.shown(cast.reader("bo"), trial.id).trial == trial
    for outside in ("erik", "gitte"):
        with pytest.raises(Denied):
            queries.shown(cast.reader(outside), trial.id)
