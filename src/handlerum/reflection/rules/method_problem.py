"""What can be wrong in the file of a method, and on which line. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Fault(StrEnum):
    """What is wrong; each door says it in its own words."""

    NOT_YAML = "not_yaml"
    TOO_LARGE = "too_large"
    TOO_DEEP = "too_deep"
    REFERENCE = "reference"
    TYPED = "typed"
    NOT_A_MAPPING = "not_a_mapping"
    NOT_A_LIST = "not_a_list"
    NOT_A_TEXT = "not_a_text"
    NOT_A_NUMBER = "not_a_number"
    NOT_YES_OR_NO = "not_yes_or_no"
    DUPLICATE_KEY = "duplicate_key"
    UNKNOWN_KEY = "unknown_key"
    MISSING = "missing"
    EMPTY = "empty"
    TOO_LONG = "too_long"
    TOO_MANY = "too_many"
    OUTSIDE = "outside"
    NOT_A_WORD = "not_a_word"
    NOT_A_KEY = "not_a_key"
    KEY_USED = "key_used"
    NOT_AN_ADDRESS = "not_an_address"
    NO_SUCH_FRAME = "no_such_frame"
    NO_SUCH_STAGE = "no_such_stage"
    MINUTES_DIFFER = "minutes_differ"
    NEVER_SHOWN = "never_shown"
    ASKS_NOTHING = "asks_nothing"
    DOTS_ELSEWHERE = "dots_elsewhere"
    ENDS_ELSEWHERE = "ends_elsewhere"
    TOTAL_ELSEWHERE = "total_elsewhere"
    CHOICES_ELSEWHERE = "choices_elsewhere"
    NO_SUCH_STEP = "no_such_step"
    PEOPLE_CROSSED = "people_crossed"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend. Lines count from 1; `detail` is what was found or what could stand."""

    line: int
    fault: Fault
    detail: str = ""


class Invalid(Exception):
    """The file does not hold a method."""

    def __init__(self, name: str, problems: Sequence[Problem]) -> None:
        self.name = name
        self.problems = sorted(problems)
        told = ", ".join(f"{name}:{one.line} {one.fault} {one.detail}" for one in self.problems)
        super().__init__(told)
