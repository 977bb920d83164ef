"""After a session, the picture of options says which of them somebody has tried since."""

from django.urls import reverse

from cast import Cast
from handlerum.core.clock import today
from handlerum.practice.models import Trial
from handlerum.reflection import services
from handlerum.reflection.models import ActionOption
from handlerum.reflection.telling import OptionTelling
from reflection.sessions.making import joined, running, step
from web.pages import page, signed_in, value, words


def test_an_option_that_is_tried_is_marked_in_picture_and_table(cast: Cast) -> None:
    asks = step("after", asks=["options_after"], reveal="shared_at_once")
    session = running(cast, steps=(asks,))
    bo = joined(cast, session, "bo")
    for key, text in (("a", "Vi ringer dagen før."), ("b", "Vi mødes ude.")):
        services.note_option(bo, session.id, OptionTelling(key, text, "after"))
    services.close(cast.reader("dorte"), session.id)
    phone, option = signed_in(cast.bo), ActionOption.objects.get(key="b")
    summary = reverse("session", args=[session.id])
    assert "Prøvet siden" not in words(phone.get(summary))

    begin = f"{reverse('begin_trial')}?moede={session.id}&mulighed={option.id}"
    first = phone.get(begin)
    given = {"what": value(first, "what"), "until": str(today()), "by": "me"}
    phone.post(begin, {**given, "audience": "organisation"})

    assert Trial.objects.get().origin_option == option.id
    tree = page(phone.get(summary))
    rows = tree.xpath("//section//table//tbody/tr | //main//table//tbody/tr")
    said = {words(row.xpath("./td")[2]): words(row.xpath("./td")[-1]) for row in rows}
    assert [word for text, word in said.items() if "mødes ude" in text] == ["Ja"]
    assert [word for text, word in said.items() if "ringer" in text] == ["–"]
    assert len(tree.xpath("//svg[@role='img']//circle[@class='option-opened']")) == 1
