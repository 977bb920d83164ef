"""Sign in and out, and change one's password."""

import pytest
from allauth.account.models import EmailAddress
from django.conf import LazySettings
from django.contrib.auth import SESSION_KEY
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from cast import PASSWORD, Cast
from web.pages import body, main, page, signed_in, value

NEW = "en helt ny nøgle til døren"


@pytest.fixture(autouse=True)
def _forget_earlier_attempts() -> None:
    """Attempts are counted in the cache, and all tests come from the same address."""
    cache.clear()


def sign_in(client: Client, login: str, password: str, query: str = "") -> str:
    """Send the form; where it leads, or what the page says."""
    sent = {"login": login, "password": password}
    answer = client.post(reverse("account_login") + query, sent)
    return answer["Location"] if answer.status_code == 302 else main(answer)


def is_in(client: Client) -> bool:
    """Whether somebody is signed in in this browser."""
    return SESSION_KEY in client.session


def test_the_right_password_leads_to_the_start_page(cast: Cast) -> None:
    client = Client()

    assert sign_in(client, "anna@test.example", PASSWORD) == reverse("start")
    assert "Hvad står du med?" in main(client.get(reverse("start")))


@pytest.mark.parametrize(
    "written", ["ANNA@TEST.EXAMPLE", "Anna@Test.Example", " anna@test.example "]
)
def test_the_address_may_be_written_in_capitals(cast: Cast, written: str) -> None:
    assert sign_in(Client(), written, PASSWORD) == reverse("start")


def test_a_wrong_password_and_an_unknown_person_are_told_the_same(cast: Cast) -> None:
    wrong = sign_in(Client(), "anna@test.example", "forkert nøgle")
    unknown = sign_in(Client(), "ingen@test.example", "forkert nøgle")

    assert "forkert" in wrong or "ikke korrekt" in wrong
    assert wrong == unknown


def test_the_address_stays_and_the_password_goes(cast: Cast) -> None:
    answer = Client().post(
        reverse("account_login"), {"login": "anna@test.example", "password": "forkert nøgle"}
    )

    assert value(answer, "login") == "anna@test.example"
    assert "forkert nøgle" not in body(answer)


def test_signing_in_leads_to_where_one_was_going(cast: Cast) -> None:
    client = Client()
    stopped = client.get(reverse("mine"))["Location"]
    (carried,) = page(client.get(stopped)).xpath("//main//input[@name='next']/@value")

    assert carried == reverse("mine")
    assert sign_in(client, "anna@test.example", PASSWORD, f"?next={carried}") == carried


@pytest.mark.parametrize("elsewhere", ["https://ond.example/", "//ond.example", "javascript:x"])
def test_signing_in_leads_nowhere_else(cast: Cast, elsewhere: str) -> None:
    where = sign_in(Client(), "anna@test.example", PASSWORD, f"?next={elsewhere}")

    assert where == reverse("start")


def test_a_person_who_was_closed_is_not_let_in(cast: Cast) -> None:
    cast.anna.user.is_active = False
    cast.anna.user.save()
    client = Client()

    sign_in(client, "anna@test.example", PASSWORD)

    assert not is_in(client)


def test_many_wrong_attempts_are_slowed_down_in_danish(cast: Cast) -> None:
    client = Client()
    for _ in range(12):
        last = sign_in(client, "anna@test.example", "forkert nøgle")

    assert "for mange mislykkede logonforsøg" in last
    assert sign_in(client, "anna@test.example", PASSWORD) != reverse("start")


@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_can_sign_up_by_themselves(db: None, method: str) -> None:
    answer = getattr(Client(), method)(reverse("account_signup"))

    assert "Bed en kollega om et invitationslink" in main(answer).replace("så bed", "Bed")
    assert not page(answer).xpath("//input[@name='password1' or @name='email']")


def test_signing_out_takes_a_press(cast: Cast) -> None:
    anna = signed_in(cast.anna)

    assert "Log ud?" in main(anna.get(reverse("account_logout")))
    assert is_in(anna)
    answer = anna.post(reverse("account_logout"))

    assert answer["Location"] == reverse("start")
    assert not is_in(anna)
    assert anna.get(reverse("mine")).status_code == 302


def test_a_password_is_changed_and_one_stays_signed_in(cast: Cast) -> None:
    anna = signed_in(cast.anna)

    answer = anna.post(
        reverse("account_change_password"),
        {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW},
    )

    assert answer.status_code == 302
    assert is_in(anna)
    cast.anna.user.refresh_from_db()
    assert cast.anna.user.check_password(NEW)


def test_other_browsers_are_signed_out_by_a_new_password(cast: Cast) -> None:
    here, there = signed_in(cast.anna), signed_in(cast.anna)

    here.post(
        reverse("account_change_password"),
        {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW},
    )

    assert there.get(reverse("mine")).status_code == 302
    assert here.get(reverse("mine")).status_code == 200


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"oldpassword": "forkert"}, "oldpassword"),
        ({"password2": "en helt anden nøgle"}, "password2"),
        ({"password1": "kort", "password2": "kort"}, "password1"),
        ({"password1": "", "password2": ""}, "password1"),
    ],
)
def test_a_change_that_cannot_be_made_says_why(
    cast: Cast, changed: dict[str, str], field: str
) -> None:
    sent = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW, **changed}

    answer = signed_in(cast.anna).post(reverse("account_change_password"), sent)

    assert page(answer).xpath(f"//*[@id='id_{field}_error']//li")
    assert NEW not in body(answer)
    cast.anna.user.refresh_from_db()
    assert cast.anna.user.check_password(PASSWORD)


def test_without_mail_a_forgotten_password_leads_to_a_colleague(db: None) -> None:
    answer = Client().get(reverse("account_reset_password"))

    assert "Spørg den, der driver Handlerum hos jer." in main(answer)
    assert not page(answer).xpath("//main//form")


def test_with_mail_a_forgotten_password_gets_a_link_that_works_once(
    cast: Cast, settings: LazySettings
) -> None:
    settings.EMAIL_HOST = "mail.example"
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    client = Client()

    client.post(reverse("account_reset_password"), {"email": "Anna@Test.example"})
    (sent,) = mail.outbox
    link = next(word for word in sent.body.split() if "/konto/glemt/" in word)
    form = client.get(link, follow=True)
    where = page(form).xpath("//main//form/@action")[0] or form.request["PATH_INFO"]
    client.post(where, {"password1": NEW, "password2": NEW})

    assert "Ny adgangskode" in sent.subject
    cast.anna.user.refresh_from_db()
    assert cast.anna.user.check_password(NEW)
    assert "Linket virker ikke mere." in main(Client().get(link, follow=True))


def test_with_mail_an_unknown_address_is_told_the_same(cast: Cast, settings: LazySettings) -> None:
    settings.EMAIL_HOST = "mail.example"
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

    known, unknown = (
        Client().post(reverse("account_reset_password"), {"email": email}, follow=True)
        for email in ("anna@test.example", "ingen@test.example")
    )

    assert main(known) == main(unknown)
    assert [sent.to for sent in mail.outbox if "/glemt/" in sent.body] == [["anna@test.example"]]
    assert not EmailAddress.objects.filter(email="ingen@test.example").exists()
