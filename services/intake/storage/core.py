"""The core questions, those about the person, and what a new campaign can start from: files of the program."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

import msgspec

from services.intake.domain.campaign import CampaignKind
from services.intake.domain.person import with_parts
from services.intake.domain.questionnaire import Question, Questionnaire, Translated
from shared.contracts.person import parts_of

HERE: Final = Path(__file__).parent.parent


class Start(msgspec.Struct, frozen=True, kw_only=True):
    """Something to start from. `about`: in a sentence, what it is good for."""

    place: int
    name: str
    about: str
    kind: CampaignKind = "feedback"
    intro: Translated = {}
    questionnaire: Questionnaire


@cache
def load_core() -> tuple[Question, ...]:
    return msgspec.yaml.decode((HERE / "core" / "questions.yaml").read_bytes(), type=tuple[Question, ...])


def load_person(district: str) -> tuple[Question, ...]:
    """Ready-made questions about the person, with the district's own parts; without that one where it has none."""
    parts = {part.key: part.name for part in parts_of(district)}
    asked = (with_parts(question, parts) if question.about == "part" else question for question in _load_person())
    return tuple(question for question in asked if parts or question.about != "part")


@cache
def _load_person() -> tuple[Question, ...]:
    return msgspec.yaml.decode((HERE / "core" / "person.yaml").read_bytes(), type=tuple[Question, ...])


@cache
def load_starts() -> Mapping[str, Start]:
    """By the name of their file, in the order they are offered."""
    files = (HERE / "starts").glob("*.yaml")
    starts = {file.stem: msgspec.yaml.decode(file.read_bytes(), type=Start) for file in files}
    return dict(sorted(starts.items(), key=lambda item: item[1].place))
