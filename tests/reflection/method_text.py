"""A small method as a file, for the tests to spoil."""

METHOD = """\
key: short-walk
name: {da: En kort tur, en: A short walk}
purpose: {da: I går en tur., en: You take a walk.}
people: {least: 2, most: 6}
minutes: 8
sources:
  - {title: Gåture, url: "https://example.org/walks"}
roles:
  - key: presenter
    name: {da: Fokusperson, en: Presenter}
    does: {da: Fortæller., en: Tells.}
conduct:
  - {da: Gå langsomt., en: Walk slowly.}
steps:
  - frame: options_before
  - key: walk
    name: {da: Gå, en: Walk}
    instruction: {da: Gå en tur., en: No}
    input: talk
    minutes: 5
"""


def spoilt(old: str, new: str) -> str:
    """The method with one thing changed."""
    assert METHOD.count(old) == 1, old
    return METHOD.replace(old, new)
