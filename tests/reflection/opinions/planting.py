"""Votes to try the opinion map with."""

import random

from hypothesis import strategies as st

Vote = tuple[int, int, int]
#: Each participant answers each statement once or not at all.
VOTES = st.dictionaries(
    st.tuples(st.integers(1, 14), st.integers(1, 9)), st.sampled_from((1, 0, -1)), max_size=126
).map(lambda answers: [(*who, answer) for who, answer in answers.items()])


def planted(
    people: int, statements: int = 24, groups: int = 3, seed: int = 1, seen: float = 0.7
) -> tuple[list[Vote], dict[int, int]]:
    """Votes of groups that differ along two lines, and who is in which.

    Statement 1 everybody agrees with. One answer in seven is given by chance.
    """
    chance = random.Random(seed)
    who = {person: person % groups for person in range(1, people + 1)}
    votes = []
    for person, group in who.items():
        for statement in range(1, statements + 1):
            line = group // 2 if statement % 2 else group % 2
            leaning = 1 if statement == 1 or line else -1
            by_chance = statement != 1 and chance.random() < 1 / 7
            if statement == 1 or chance.random() < seen:
                votes.append(
                    (person, statement, chance.choice((1, 0, -1)) if by_chance else leaning)
                )
    return votes, who
