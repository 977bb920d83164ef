"""Answer a contribution with a new one: build on it, nuance it or contradict it."""

import pytest
from django.urls import reverse

from cast import Cast, drafted, shared
from handlerum.knowledge.models import Contribution, Link
from handlerum.knowledge.terms import Stance
from web.pages import contribute, drafting, main, page, signed_in, told


@pytest.mark.parametrize("stance", Stance.values)
def test_the_reading_page_leads_to_an_answer_with_its_stance(cast: Cast, stance: str) -> None:
    row = shared(cast, "anna")
    bo = signed_in(cast.bo)

    answer = bo.get(reverse("contribution", args=[row.id]))
    query = f"?til={row.id}&holdning={stance}"

    assert reverse("choose_way") + query in page(answer).xpath("//section//a/@href")
    chosen = bo.get(reverse("choose_way") + query)
    assert f"{Stance(stance).label} Mødet på bænken" in main(chosen)
    for link in page(chosen).xpath("//ul[@class='ways']//a/@href"):
        assert link.endswith(query)
    form = bo.get(reverse("contribute", args=["own_experience"]) + query)
    assert f"{Stance(stance).label} Mødet på bænken" in main(form)


@pytest.mark.parametrize("stance", Stance.values)
def test_what_is_told_is_connected_as_it_is_shared(cast: Cast, stance: str) -> None:
    row = shared(cast, "anna")

    answer = contribute(
        signed_in(cast.bo),
        "own_experience",
        told(title="Hos os gik det godt"),
        query=f"?til={row.id}&holdning={stance}",
    )

    assert answer.status_code == 302
    link = Link.objects.get()
    assert (link.origin.title, link.target, link.stance) == ("Hos os gik det godt", row, stance)


def test_a_draft_of_an_answer_is_connected_once_it_is_shared(cast: Cast) -> None:
    row = shared(cast, "anna")
    bo, anna = signed_in(cast.bo), signed_in(cast.anna)
    contribute(
        bo,
        "own_experience",
        drafting(title="Et svar fra en bænk"),
        query=f"?til={row.id}&holdning=nuances",
    )
    where = reverse("contribution", args=[row.id])
    assert "Et svar fra en bænk" not in main(anna.get(where))

    bo.post(reverse("share", args=[Contribution.objects.get(title="Et svar fra en bænk").id]))

    assert "Et svar fra en bænk" in main(anna.get(where))


def test_a_refused_answer_still_knows_what_it_answers(cast: Cast) -> None:
    row = shared(cast, "anna")

    answer = contribute(
        signed_in(cast.bo),
        "own_experience",
        told(title=""),
        query=f"?til={row.id}&holdning=nuances",
    )

    assert answer.status_code == 422
    assert "Nuancerer Mødet på bænken" in main(answer)
    (form,) = page(answer).xpath("//form[@enctype]")
    assert form.get("action") is None, "without an action, the form is sent to its own address"


@pytest.mark.parametrize("method", ["get", "post"])
def test_an_answer_to_what_is_not_for_one_is_not_found_and_not_kept(
    cast: Cast, method: str
) -> None:
    hidden = [shared(cast, "anna", audience="team"), drafted(cast, "anna"), shared(cast, "carla")]
    before = Contribution.objects.count()
    erik = signed_in(cast.erik)

    for row_id in [*(row.id for row in hidden), 987_654, 2**63, 0]:
        for name, args in (("choose_way", []), ("contribute", ["own_experience"])):
            where = reverse(name, args=args) + f"?til={row_id}&holdning=supports"
            answer = erik.get(where) if method == "get" else erik.post(where, told())
            assert answer.status_code == 404
            assert "Mødet på bænken" not in answer.content.decode()

    assert Contribution.objects.count() == before
    assert not Link.objects.exists()


@pytest.mark.parametrize(
    "query",
    [
        "?til=1",
        "?holdning=supports",
        "?til=x&holdning=supports",
        "?til=1&holdning=hader",
        f"?til={'9' * 5000}&holdning=supports",
    ],
)
def test_half_an_answer_is_a_contribution_of_its_own(cast: Cast, query: str) -> None:
    answer = contribute(signed_in(cast.anna), "own_experience", told(), query=query)

    assert answer.status_code == 302
    assert Contribution.objects.count() == 1
    assert not Link.objects.exists()
