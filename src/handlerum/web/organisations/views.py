"""Pages about people: who is here, who is invited, how to come in."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from handlerum.organisations import queries, services
from handlerum.organisations.access import Denied, Reader
from handlerum.organisations.models import Invitation, Membership, User
from handlerum.organisations.terms import Language, Role
from handlerum.web.organisations.forms import InviteForm, JoinForm, MemberForm, TeamForm
from handlerum.web.scope import SESSION_KEY, for_reader, person

_BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def closed(request: HttpRequest) -> HttpResponse:
    """For a person whose sign-in was closed."""
    return render(request, "organisations/nowhere.html", status=403)


@require_POST
def enter_example(request: HttpRequest, membership_id: int) -> HttpResponse:
    """Sign in as one of the example's people, where that is switched on."""
    if not settings.HANDLERUM_EXAMPLE_SIGN_IN:
        raise Http404
    try:
        member = queries.example_person(membership_id)
    except Denied:
        raise Http404 from None
    _enter(request, member)
    return redirect("start")


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Choose the language on screen: kept with the person, or in this browser."""
    chosen = request.POST.get("language", "")
    if chosen not in Language.values:
        raise Http404
    response = HttpResponseRedirect(_back(request))
    if isinstance(request.user, User):
        services.choose_language(request.user, chosen)
    else:
        secure = settings.HANDLERUM_PRODUCTION
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME, chosen, max_age=31536000, samesite="Lax", secure=secure
        )
    return response


@require_POST
@for_reader
def switch(request: HttpRequest, reader: Reader) -> HttpResponse:
    """Look at another of one's organisations."""
    slug = request.POST.get("organisation", "")
    if slug not in {m.organisation.slug for m in queries.memberships_of(person(request))}:
        raise Denied
    request.session[SESSION_KEY] = slug
    return redirect("start")


@for_reader
def people(request: HttpRequest, reader: Reader) -> HttpResponse:
    """Who is here, and who is on the way."""
    return _people_page(request, reader)


@require_POST
@for_reader
def team(request: HttpRequest, reader: Reader) -> HttpResponse:
    """Make a team."""
    form = TeamForm(reader, request.POST)
    if not form.is_valid():
        return _people_page(request, reader, team_form=form, status=422)
    services.make_team(reader, form.cleaned_data["name"])
    messages.success(request, _("Teamet er lavet."))
    return redirect("people")


@never_cache
@require_POST
@for_reader
def invite(request: HttpRequest, reader: Reader) -> HttpResponse:
    """Make an invitation and show its link, this once."""
    form = InviteForm(reader, request.POST)
    if not form.is_valid():
        return _people_page(request, reader, invite_form=form, status=422)
    token = services.invite(reader, Role(form.cleaned_data["role"]), form.cleaned_data["team"])
    link = request.build_absolute_uri(reverse("invitation", args=[token]))
    return _people_page(request, reader, link=link)


@require_POST
@for_reader
def revoke(request: HttpRequest, reader: Reader, invitation_id: int) -> HttpResponse:
    """Take an invitation back."""
    services.revoke(reader, invitation_id)
    messages.success(request, _("Invitationen er trukket tilbage. Linket virker ikke mere."))
    return redirect("people")


@for_reader
def member(request: HttpRequest, reader: Reader, membership_id: int) -> HttpResponse:
    """Change a colleague's role and teams."""
    if not reader.manages:
        raise Denied
    found = queries.colleague(reader, membership_id)
    form = MemberForm(reader, found, request.POST or None)
    if request.method == "POST" and form.is_valid() and _changed(request, reader, found, form):
        return redirect("people")
    context = {"form": form, "member": found}
    return render(request, "organisations/member.html", context, status=422 if form.errors else 200)


def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Follow an invitation: as a new person, or as somebody already signed in."""
    try:
        found = queries.invitation_by_token(token)
    except Denied:
        return render(request, "organisations/invitation_gone.html", status=404)
    if isinstance(request.user, User):
        if request.method == "POST":
            return _join(request, token, found, request.user)
        return render(request, "organisations/invitation.html", {"invitation": found})
    form = JoinForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        newcomer = services.register(
            email=form.cleaned_data["email"],
            name=form.cleaned_data["name"],
            password=form.cleaned_data["password"],
            language=request.LANGUAGE_CODE,
        )
        return _join(request, token, found, newcomer)
    context = {"invitation": found, "form": form}
    status = 422 if form.errors else 200
    return render(request, "organisations/invitation.html", context, status=status)


def _join(request: HttpRequest, token: str, found: Invitation, user: User) -> HttpResponse:
    try:
        member = services.accept(token, user)
    except Denied:
        return render(request, "organisations/invitation_gone.html", status=404)
    except services.AlreadyMember:
        messages.info(request, _("Du er allerede med i %(name)s.") % {"name": found.organisation})
        return redirect("start")
    _enter(request, member)
    return redirect("start")


def _enter(request: HttpRequest, member: Membership) -> None:
    login(request, member.user, backend=_BACKEND)
    request.session[SESSION_KEY] = member.organisation.slug


def _changed(request: HttpRequest, reader: Reader, found: Membership, form: MemberForm) -> bool:
    cleaned = form.cleaned_data
    try:
        services.change_member(
            reader,
            found.id,
            role=Role(cleaned["role"]),
            teams=list(cleaned["teams"]),
            is_active=cleaned["is_active"],
        )
    except services.LastManager:
        form.add_error(None, _("Der skal være mindst én administrator."))
        return False
    messages.success(request, _("Ændringen er gemt."))
    return True


def _people_page(
    request: HttpRequest,
    reader: Reader,
    *,
    team_form: TeamForm | None = None,
    invite_form: InviteForm | None = None,
    link: str = "",
    status: int = 200,
) -> HttpResponse:
    context = {
        "people": queries.people(reader),
        "teams": queries.all_teams(reader),
        "invitations": queries.open_invitations(reader) if reader.invites else [],
        "reader": reader,
        "link": link,
        "team_form": team_form or TeamForm(reader),
        "invite_form": invite_form or InviteForm(reader),
    }
    return render(request, "organisations/people.html", context, status=status)


def _back(request: HttpRequest) -> str:
    target = request.POST.get("next", "")
    hosts = {request.get_host()}
    if url_has_allowed_host_and_scheme(target, hosts, require_https=request.is_secure()):
        return target
    return reverse("start")
