"""The words in which people who answered and residents are both counted: the same everywhere, so that they compare."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final, Literal

import msgspec

#: What a question about the person asks; "": it is none.
About = Literal["", "age", "part", "gender"]
#: Keys of its choices. Residents are counted by these age bands, years in words.
AGES: Final = ("under-14", "14-17", "18-26", "27-44", "45-64", "65-79", "80-plus")
GENDERS: Final = ("female", "male", "diverse")
#: Choices beside those that residents are counted by: another part of town or another town, and no answer wanted.
ELSEWHERE: Final = "elsewhere"
NO_ANSWER: Final = "no-answer"


class Part(msgspec.Struct, frozen=True, omit_defaults=True):
    """A part of a district, as people call it. `demo`: not the city's own division."""

    key: str
    name: str
    demo: bool = False


def parts_of(district: str) -> tuple[Part, ...]:
    """In the order they are offered; none for a district whose parts nobody has laid down yet."""
    return _parts().get(district, ())


@cache
def _parts() -> Mapping[str, tuple[Part, ...]]:
    file = Path(__file__).parent / "parts.yaml"
    return msgspec.yaml.decode(file.read_bytes(), type=dict[str, tuple[Part, ...]])
