"""The strip beside the five forms: at most five provisions, possibilities before duties."""

from collections.abc import Callable
from datetime import date

from cast import Cast
from handlerum.core.clock import today
from handlerum.legislation.correction_services import correct
from handlerum.legislation.models import Subsection
from handlerum.legislation.services import store
from handlerum.legislation.terms import Gives
from handlerum.search.law import MOST, Strip, catch_up_law, law, repair_law
from handlerum.search.lexical import asked
from handlerum.search.queries import gather
from legislation.acts import edition, newer, section, stored

MENTOR = "Borgeren har brug for en mentor på arbejdspladsen"


def strip(cast: Cast, situation: str, who: str = "bo") -> Strip:
    return law.strip(cast.reader(who), asked(situation))


def cited(found: Strip) -> list[str]:
    return [one.citation for one in found.provisions]


def test_without_any_law_the_strip_is_empty_and_says_so(cast: Cast) -> None:
    assert not catch_up_law()
    assert strip(cast, MENTOR) == Strip([], 0, today())


def test_a_situation_finds_what_the_law_makes_possible(cast: Cast) -> None:
    stored()
    assert catch_up_law()
    assert not catch_up_law()

    found = strip(cast, MENTOR)
    assert cited(found) == ["LAB § 36"]
    assert found.provisions[0].gives == Gives.MAY
    assert found.searched == 4
    assert strip(cast, "glutenfri kagebagning").provisions == []


def test_possibilities_stand_before_duties_and_powers_of_a_minister_do_not_stand_there(
    cast: Cast,
) -> None:
    texts = [
        "Kommunen skal tilbyde en mentor på arbejdspladsen.",
        "Kommunen kan tilbyde en mentor på arbejdspladsen.",
        "Borgeren har ret til en mentor på arbejdspladsen.",
        "Ministeren kan fastsætte regler om en mentor på arbejdspladsen.",
    ]
    stored(sections=(section("1", *texts),))
    catch_up_law()

    found = strip(cast, MENTOR)

    assert [one.gives for one in found.provisions] == [Gives.MAY, Gives.RIGHT, Gives.MUST]


def test_there_are_never_more_than_five(cast: Cast) -> None:
    text = "Kommunen kan tilbyde en mentor på arbejdspladsen."
    other = "Kommunen kan udbetale et beløb til flytning."
    texts = [text] * 8 + [other] * 20
    stored(sections=tuple(section(str(n), one) for n, one in enumerate(texts, 1)))
    catch_up_law()

    assert len(strip(cast, "en mentor på arbejdspladsen").provisions) == MOST == 5


def test_only_what_is_in_force_today_is_found(cast: Cast) -> None:
    stored()
    store(newer(sections=(section("36", "Kommunen kan tilbyde en kaffe."),)))
    store(newer(eli="lta/2099/1", signed=date(2099, 1, 1), sections=edition().sections))
    catch_up_law()

    assert strip(cast, MENTOR).provisions == []
    assert cited(strip(cast, "kaffe")) == ["LAB § 36"]


def test_a_section_is_found_by_its_number(cast: Cast) -> None:
    stored()
    catch_up_law()

    assert "LAB § 36 a" in cited(strip(cast, "LAB § 36 a"))


def test_how_an_organisation_reads_it_decides_its_place_there_alone(cast: Cast) -> None:
    stored()
    catch_up_law()
    row = Subsection.objects.get(section__number="36", number=1)
    correct(cast.reader("anna"), row.id, "right", "Vi har aftalt det.")

    assert strip(cast, MENTOR).provisions[0].gives == Gives.RIGHT
    assert strip(cast, MENTOR, "carla").provisions[0].gives == Gives.MAY


def test_a_damaged_index_is_noticed_and_built_again(cast: Cast) -> None:
    stored()
    catch_up_law()
    assert repair_law()
    (path,) = [one for one in law.root.iterdir() if one.is_dir()]
    store_ = next((path / "legislation").glob("*.store"))
    store_.write_bytes(store_.read_bytes()[:-9])

    assert not repair_law()
    assert catch_up_law()
    assert cited(strip(cast, MENTOR)) == ["LAB § 36"]


def test_an_answer_carries_the_strip(cast: Cast, indexed: Callable[[], int]) -> None:
    stored()
    indexed()

    found = gather(cast.reader("bo"), MENTOR)

    assert cited(found.strip) == ["LAB § 36"]
