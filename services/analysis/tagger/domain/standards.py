"""The twelve standards the tagger was trained on, in the order of the model's outputs.

Source: `shared/standards/catalogue.yaml`, version 1. The order is part of every artefact: never sort it.
"""

from typing import Final, Literal

Stance = Literal["met", "not_met", "suggestion"]

CATALOGUE_VERSION: Final = 1
STANDARDS: Final[tuple[str, ...]] = (
    "early-information",
    "scope-transparency",
    "genuine-influence",
    "feedback-accountability",
    "low-threshold-access",
    "accessibility-language",
    "target-group-inclusion",
    "respect-fairness",
    "resources-support",
    "documentation-traceability",
    "cooperation-networks",
    "evaluation-learning",
)
STANCES: Final[tuple[Stance, ...]] = ("met", "not_met", "suggestion")
LANGUAGES: Final[tuple[str, ...]] = ("de", "tr", "ar", "uk", "ru", "pl", "ro", "en")
