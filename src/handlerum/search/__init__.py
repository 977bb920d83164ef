"""One balanced index over the rooms: five forms side by side, silence shown as silence."""
