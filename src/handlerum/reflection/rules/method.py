"""A method of reflection as a value: its steps in order, and what holds around them. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Self

from handlerum.reflection.terms import InputKind, Reveal, Sees


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in Danish and English."""

    da: str
    en: str

    def as_told(self) -> dict[str, str]:
        """As JSON and YAML have it."""
        return {"da": self.da, "en": self.en}


@dataclass(frozen=True, slots=True)
class Source:
    """Where a method is described."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Role:
    """A part that somebody takes, and what it is to do."""

    key: str
    name: Text
    does: Text


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a method.

    `frame` names the step of the shared frame that it comes from; empty for the method's own.
    `stage` counts the meetings that the method is spread over, from 1. `dots` is how many each
    participant has where the step is a vote by dots. `ends` are those of a line, from left to
    right; `choices` is what there is to choose among from the start, else what was written in the
    step that `about` names. `total` is what is shared out in an allocation.
    """

    key: str
    name: Text
    instruction: Text
    minutes: int
    sees: Sees = Sees.EVERYONE
    input: InputKind = InputKind.TALK
    reveal: Reveal = Reveal.ON_REVEAL
    rule: str = ""
    asks: tuple[str, ...] = ()
    optional: bool = False
    frame: str = ""
    stage: int = 1
    dots: int = 0
    ends: tuple[Text, ...] = ()
    choices: tuple[Text, ...] = ()
    about: str = ""
    total: int = 0

    def as_told(self) -> dict[str, Any]:
        """As a session keeps it."""
        told: dict[str, Any] = {
            "key": self.key,
            "name": self.name.as_told(),
            "instruction": self.instruction.as_told(),
            "sees": self.sees.value,
            "input": self.input.value,
            "minutes": self.minutes,
            "rule": self.rule,
            "reveal": self.reveal.value,
            "asks": list(self.asks),
            "optional": self.optional,
            "frame": bool(self.frame),
            "stage": self.stage,
        }
        return told | self._choosing()

    def _choosing(self) -> dict[str, Any]:
        """What only some steps have."""
        told: dict[str, Any] = {"dots": self.dots, "about": self.about, "total": self.total}
        if self.ends:
            told["ends"] = {
                side: end.as_told() for side, end in zip(("left", "right"), self.ends, strict=True)
            }
        told["choices"] = [one.as_told() for one in self.choices]
        return {name: value for name, value in told.items() if value}


@dataclass(frozen=True, slots=True)
class Method:
    """How a group reflects together.

    `own_times` says that the house, not the source, set the minutes. `stages` names the meetings
    where there is more than one. `origin` is the key of the method that a variant was made from.
    """

    key: str
    name: Text
    purpose: Text
    least: int
    most: int
    sources: tuple[Source, ...]
    roles: tuple[Role, ...]
    conduct: tuple[Text, ...]
    steps: tuple[Step, ...]
    stages: tuple[Text, ...] = ()
    own_times: bool = False
    origin: str = ""

    @property
    def minutes(self) -> int:
        """What all steps take together, those that may be left out as well."""
        return sum(step.minutes for step in self.steps)

    @property
    def shortest(self) -> int:
        """What the steps take that are not optional."""
        return sum(step.minutes for step in self.steps if not step.optional)

    def as_told(self, stage: int = 0) -> list[Mapping[str, Any]]:
        """The steps as a session keeps them: those of one stage, or all."""
        return [step.as_told() for step in self.steps if stage in (0, step.stage)]

    def of(self, steps: tuple[Step, ...]) -> Self:
        """The same method with other steps; its origin is remembered."""
        return replace(self, steps=steps, origin=self.origin or self.key)
