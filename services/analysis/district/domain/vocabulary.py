"""The words that facts are told apart by. Their German names are texts: `group-youth`, `rhythm-weekly`."""

from __future__ import annotations

from typing import Final

#: Whom something is for.
GROUPS: Final = (
    "everyone",
    "children",
    "youth",
    "families",
    "seniors",
    "newcomers",
    "disabilities",
    "women",
    "unemployed",
    "traders",
    "hard_to_reach",
)
#: What it is about: the topics that residents' texts are read for (services/analysis/catalogue/topics.yaml).
TOPICS: Final = (
    "mobility",
    "green",
    "play",
    "sport",
    "safety",
    "housing",
    "culture",
    "youth",
    "age",
    "barriers",
    "health",
    "cleanliness",
    "work",
    "administration",
    "education",
    "climate",
    "trade",
    "digital",
    "togetherness",
    "squares",
)
#: What somebody is looking for.
SEEKS: Final = ("room", "money", "people", "partners")
#: How often people meet or work together, the most often first.
RHYTHMS: Final = ("weekly", "fortnightly", "monthly", "quarterly", "yearly", "as_needed")
#: The same as a number of times a year, for the strength of a link. As needed counts like twice a year.
TIMES_A_YEAR: Final = dict(zip(RHYTHMS, (52, 26, 12, 4, 1, 2), strict=True))
