"""Fixed words of privacy: the kinds of what points to a person. No Django."""

from enum import StrEnum


class Kind(StrEnum):
    """What was found. docs/ordbog.md says it in Danish; `words.py` says it on screen."""

    CPR = "cpr"
    PERSON = "person"
    EMAIL = "email"
    PHONE = "phone"
    ADDRESS = "address"
    ACCOUNT = "account"
    CASE_NUMBER = "case_number"
    PLATE = "plate"
    USERNAME = "username"
    BIRTH_DATE = "birth_date"
    DATE = "date"
    AGE = "age"
    PLACE = "place"
    EMPLOYER = "employer"
    SCHOOL = "school"
    INSTITUTION = "institution"
    URL = "url"
