"""Names of people, places and organisations, found by a small trained model. Pure, no Django.

What the model is, what it was trained on and what it misses: MODEL.md.
"""

from handlerum.privacy.names.tag import tag, tag_many

__all__ = ["tag", "tag_many"]
