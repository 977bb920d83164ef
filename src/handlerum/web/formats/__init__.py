"""Ways of writing dates where Django's own do not fit."""
