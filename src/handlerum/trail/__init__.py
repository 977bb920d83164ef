"""What happened: who, verb, which thing, when. Ids and fixed words only, never text."""
