"""After a session: who agrees to share what, what becomes a contribution, and taking it back."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from handlerum.knowledge.problems import Refused as ContributionRefused
from handlerum.knowledge.problems import in_words as in_contribution_words
from handlerum.knowledge.telling import Telling
from handlerum.knowledge.terms import Audience, Form, Outcome, Voice, Way
from handlerum.organisations.access import Denied, Reader
from handlerum.reflection import queries, services
from handlerum.reflection.access import Who, leading
from handlerum.reflection.problems import Refused, in_words
from handlerum.web.reflection.room import show
from handlerum.web.reflection.scope import for_anybody_in
from handlerum.web.scope import for_reader


class PublishForm(forms.Form):
    """How an entry becomes a contribution from colleagues."""

    title = forms.CharField(label=gettext_lazy("Overskrift"), max_length=150)
    text = forms.CharField(
        label=gettext_lazy("Hvad fandt I ud af?"), widget=forms.Textarea(attrs={"rows": 5})
    )
    participants = forms.CharField(label=gettext_lazy("Hvem var med?"), max_length=300)


@require_POST
@for_anybody_in
def agree(request: HttpRequest, who: Who, session_id: int) -> HttpResponse:
    """Say yes, or no again, to sharing one's own entry."""
    if not request.POST.get("entry", "").isdecimal():
        raise Denied
    agreed = request.POST.get("agreed") == "1"
    services.agree(who, session_id, int(request.POST["entry"]), agreed=agreed)
    return redirect("session", session_id)


@for_reader
def publish(request: HttpRequest, reader: Reader, session_id: int, entry_id: int) -> HttpResponse:
    """Share an entry, whose writer agreed, as a contribution from colleagues."""
    session = leading(reader, session_id).session
    state = queries.state(reader, session_id)
    entry = next((one for one in state.common.entries if one.id == entry_id), None)
    if entry is None:
        raise Denied
    first = {"title": session.question[:150], "text": entry.text, "participants": _("Kolleger")}
    form = PublishForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            row = services.publish(reader, session_id, entry_id, _telling(form.cleaned_data))
        except ContributionRefused as refused:
            for problem in refused.problems:
                name = problem.field if problem.field in form.fields else None
                form.add_error(name, in_contribution_words(problem))
        except Refused as refused:
            for one in refused.problems:
                form.add_error(None, in_words(one))
        else:
            messages.success(request, _("Det er delt som et bidrag."))
            return redirect("contribution", row.id)
    context = {"form": form, "session": session}
    return render(request, "reflection/publish.html", context, status=422 if form.errors else 200)


@require_POST
def withdraw(request: HttpRequest, session_id: int) -> HttpResponse:
    """Take back everything one said, by the code one was given; no sign-in is needed."""
    try:
        count = services.withdraw_by_code(session_id, request.POST.get("code", ""))
    except Denied:
        raise Http404 from None
    return render(request, "reflection/withdrawn.html", {"count": count})


def _telling(given: dict[str, str]) -> Telling:
    return Telling(
        way=Way.COLLEAGUES.value,
        form=Form.EXPERIENCE.value,
        voice=Voice.COLLEAGUE.value,
        outcome=Outcome.UNKNOWN.value,
        title=given["title"],
        text=given["text"],
        participants=given["participants"],
        audience=Audience.ORGANISATION.value,
    )


__all__ = ["agree", "publish", "show", "withdraw"]
