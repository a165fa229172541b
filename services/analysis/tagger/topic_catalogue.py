"""The catalogue of topics: what people speak of, apart from how they are heard."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

import msgspec
import yaml

FILE: Final = Path(__file__).parent.parent / "catalogue" / "topics.yaml"


class Topic(msgspec.Struct, frozen=True):
    """`name` in all languages, `definition` and `boundary` by language; `words`: see domain/topic_words.py."""

    id: str
    name: dict[str, str]
    definition: dict[str, str]
    boundary: dict[str, str]
    words: dict[str, str]


class TopicCatalogue(msgspec.Struct, frozen=True):
    """The order of the topics is the order of the model's outputs."""

    version: int
    topics: tuple[Topic, ...]

    def find(self, topic_id: str) -> Topic | None:
        return next((topic for topic in self.topics if topic.id == topic_id), None)


@cache
def load_topics() -> TopicCatalogue:
    return msgspec.convert(yaml.safe_load(FILE.read_text("utf-8")), TopicCatalogue)
