"""A campaign in which old and young people speak of the same topic, each in their way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import pytest

from services.analysis.district.storage.proposals import SURE
from services.analysis.operations import keep_topics, tag_passages
from services.analysis.tagger import Passage, load_tagger
from services.analysis.tagger.topics import FoundTopic
from tests.support.city import City
from tests.support.residents import CODE, ask_who

TOPIC: Final = "green"
OLD: Final = "Mehr Bäume und Schatten, für uns im Alter ist die Hitze schlimm."
YOUNG: Final = "Bäume zum Klettern und eine Wiese zum Chillen."
PASSING: Final = "Der Parkplatz am Park ist immer voll."


class Topics:
    """Takes every text for the same topic; the one that says the word in passing less surely."""

    version, catalogue_version = "topics-test", 1

    def tag(self, passages: Sequence[Passage]) -> list[tuple[FoundTopic, ...]]:
        return [(self._found(one.text),) for one in passages]

    def _found(self, said: str) -> FoundTopic:
        sure = SURE - 0.1 if said == PASSING else SURE + 0.2
        return FoundTopic(TOPIC, 0, len(said), said, sure, {})


async def speak_of_trees(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten old people, ten young ones, and one who says the word in passing; up to four of them wait to be counted."""
    monkeypatch.setattr(tag_passages, "the_tagger", lambda: load_tagger("lexicon"))
    monkeypatch.setattr(keep_topics, "load_topic_tagger", Topics)
    await ask_who(city)
    for words, age, count in ((OLD, "65-79", 10), (YOUNG, "14-17", 10), (PASSING, "65-79", 1)):
        for _ in range(count):
            await city.respond({"a-informed": "2", "a-wish": words, "a-age": age}, CODE)
    await city.deliver_all()
