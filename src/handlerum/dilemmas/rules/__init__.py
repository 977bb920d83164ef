"""What a dilemma must hold, how one is spotted, and how many are drawn. Pure."""
