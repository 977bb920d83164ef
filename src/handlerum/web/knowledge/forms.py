"""The forms of contributing: one for each way, and the filter of the browse page."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from handlerum.knowledge.problems import Refused, in_words
from handlerum.knowledge.rules import IDENTIFYING, cited, problems
from handlerum.knowledge.telling import SourceTelling, Telling
from handlerum.knowledge.terms import Audience, Form, Outcome, Voice, Way
from handlerum.knowledge.ways import WAYS, WayIn
from handlerum.organisations.access import Reader
from handlerum.organisations.queries import teams_of
from handlerum.web.privacy.review import Review, told

_DETAILS = ("context", "topics", "law_date", "source_authors", "source_year", "source_url")
_SOURCE = ("title", "authors", "year", "publisher", "url")


def _line(label: Any, **kwargs: Any) -> forms.CharField:
    return forms.CharField(label=label, required=False, **kwargs)


def _area(label: Any, rows: int, **kwargs: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=False, widget=widget, **kwargs)


class ContributionForm(forms.Form):
    """What somebody tells, asked for in the words of its way.

    Only the shape is checked here; what is missing or may not be stored is said by the service.
    """

    title = _line(_("Titel"), help_text=_("Kort, så en kollega kan se, hvad det handler om."))
    text = _area("", 8)
    file = forms.FileField(
        label=_("Eller hent teksten fra en fil"),
        required=False,
        allow_empty_file=True,
        help_text=_("PDF, DOCX, TXT, MD eller HTML, højst 25 MB. Filen gemmes ikke, kun teksten."),
        widget=forms.FileInput(attrs={"accept": ".pdf,.docx,.txt,.md,.html,.htm"}),
    )
    outcome = forms.ChoiceField(
        label=_("Hvordan gik det?"),
        choices=Outcome.choices,
        required=False,
        widget=forms.RadioSelect,
    )
    learned = _area("", 3)
    participants = _line("")
    voice = forms.ChoiceField(label=_("Hvis stemme taler?"), required=False)
    source_title = _line("")
    source_authors = _line(_("Hvem står bag?"))
    source_year = forms.IntegerField(
        label=_("Årstal"),
        required=False,
        min_value=1,
        max_value=9999,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "short"}),
    )
    source_publisher = _line(_("Udgiver"))
    source_url = _line(_("Link"), widget=forms.TextInput(attrs={"inputmode": "url"}))
    form = forms.ChoiceField(label=_("Form"), widget=forms.RadioSelect)
    audience = forms.ChoiceField(
        label=_("Hvem må læse det?"),
        help_text=_("Deling med hele feltet, på tværs af organisationer, kommer senere."),
        widget=forms.RadioSelect,
    )
    team = forms.ChoiceField(label=_("Team"), required=False)
    context = _line(_("Hvordan opstod det?"), help_text=_("For eksempel: efter tre samtaler."))
    topics = _line(_("Emner"), help_text=_("Adskil med komma. For eksempel: angst, fremmøde."))
    law_date = forms.DateField(
        label=_("Dato for de regler, der gjaldt"),
        help_text=_("Hvis det, du fortæller, hænger sammen med reglerne dengang."),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    note = _line(_("Hvad har du ændret, og hvorfor?"), max_length=200)

    def __init__(self, reader: Reader, way: Way, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.reader, self.way = reader, way
        asked = WAYS[way]
        self._ask(asked)
        self._offer(asked)

    def _ask(self, asked: WayIn) -> None:
        """Put the way's own words on the fields, and take away what it does not ask for."""
        words: dict[str, tuple[Any, Any]] = {  # texts that are translated when they are shown
            "text": (asked.text, asked.text_help),
            "learned": (asked.learned, ""),
            "participants": (asked.participants, asked.participants_help),
            "source_title": (asked.source or _("Kilde"), ""),
        }
        for name, (label, help_text) in words.items():
            self.fields[name].label, self.fields[name].help_text = label, help_text
        if not asked.asks_outcome:
            del self.fields["outcome"]
        if not asked.participants:
            del self.fields["participants"]
        if len(asked.voices) == 1:
            del self.fields["voice"]

    def _offer(self, asked: WayIn) -> None:
        """Likely choices first; all five forms can always be chosen."""
        likely = [*asked.forms, *(form for form in Form if form not in asked.forms)]
        self._choices("form", [(form.value, form.label) for form in likely])
        teams = teams_of(self.reader)
        audiences = [a for a in Audience if a != Audience.FIELD and (teams or a != Audience.TEAM)]
        self._choices("audience", [(a.value, a.label) for a in audiences])
        self._choices("team", [(str(team.id), team.name) for team in teams])
        if len(teams) < 2:
            self.fields["team"].widget = forms.HiddenInput()
        if "voice" in self.fields:
            self._choices("voice", [(voice.value, voice.label) for voice in asked.voices])
        self.initial.setdefault("form", likely[0].value)
        self.initial.setdefault("audience", (Audience.TEAM if teams else Audience.ME).value)
        self.initial.setdefault("team", str(teams[0].id) if teams else "")

    def _choices(self, name: str, choices: list[tuple[str, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    @property
    def has_details(self) -> bool:
        """Whether any of the details is filled in or wrong, so that they should be seen."""
        return any(self[name].errors or self[name].value() for name in _DETAILS)

    @property
    def file_given(self) -> UploadedFile | None:
        """The file that came with the form, if any."""
        found = self.files.get("file")
        return found if isinstance(found, UploadedFile) else None

    @property
    def told(self) -> dict[str, str]:
        """What a person wrote in their own words, by field. Call after `is_valid`."""
        return told(self.cleaned_data)

    @property
    def cited(self) -> str:
        """Where names stand that may be repeated in the text. Call after `is_valid`."""
        return cited(self._source())

    def telling(self, review: Review) -> Telling:
        """What was told, as its author has seen it. Call after `is_valid`."""
        given = self.cleaned_data | review.texts
        team = given.get("team")
        words = ("title", "text", "learned", "participants", "context", "outcome")
        return Telling(
            way=self.way.value,
            form=given["form"],
            voice=given.get("voice") or WAYS[self.way].voices[0].value,
            **{name: given.get(name) or "" for name in words},
            source=self._source(),
            law_date=given.get("law_date"),
            topics=tuple(word.strip() for word in given["topics"].split(",") if word.strip()),
            audience=given["audience"],
            team_id=int(team) if team and given["audience"] == Audience.TEAM else None,
            kept=tuple(sorted(review.kept.items())),
        )

    def _source(self) -> SourceTelling:
        given = {name: self.cleaned_data.get(f"source_{name}") for name in _SOURCE}
        return SourceTelling(**{name: value for name, value in given.items() if value})

    def also_refuse(self, review: Review, *, sharing: bool) -> None:
        """Tell of everything else there is to mend, while the author looks at what was found."""
        found = problems(
            self.telling(review),
            sharing=sharing,
            team_ids=self.reader.team_ids,
            note=review.texts["note"],
        )
        self.refuse(Refused(one for one in found if one.code not in IDENTIFYING))

    def refuse(self, refused: Refused) -> None:
        """Put each problem at the field it is about."""
        for problem in refused.problems:
            name = problem.field.replace(".", "_")
            self.add_error(name if name in self.fields else None, in_words(problem))


def initial_of(telling: Telling) -> dict[str, Any]:
    """A stored telling as the form shows it."""
    words = ("title", "text", "learned", "participants", "context", "outcome", "voice", "form")
    source = {f"source_{name}": getattr(telling.source, name) for name in _SOURCE}
    return {
        **{word: getattr(telling, word) for word in words},
        **source,
        "topics": ", ".join(telling.topics),
        "law_date": telling.law_date,
        "audience": telling.audience,
        "team": str(telling.team_id or ""),
    }


class FilterForm(forms.Form):
    """What to browse for."""

    form = forms.ChoiceField(label=_("Form"), required=False)
    way = forms.ChoiceField(label=_("Vej"), required=False)
    voice = forms.ChoiceField(label=_("Stemme"), required=False)
    outcome = forms.ChoiceField(label=_("Hvordan det gik"), required=False)
    topic = forms.ChoiceField(label=_("Emne"), required=False)
    title = forms.CharField(label=_("Ord i titlen"), required=False, max_length=100)

    def __init__(self, topics: list[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        everything = [("", _("Alle"))]
        for name, words in (("form", Form), ("way", Way), ("voice", Voice), ("outcome", Outcome)):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [*everything, *words.choices]
        topic = self.fields["topic"]
        assert isinstance(topic, forms.ChoiceField)
        topic.choices = [*everything, *((name, name) for name in topics)]
