"""Reading texts for tags: work for the processor, so it leaves the event loop."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Final

import msgspec

from services.analysis.settings import Reading
from services.analysis.tagger import Found, Passage, Tagger, load_tagger
from shared.kit.settings import load

#: One thread: two would only take the processor from each other and hold two copies of the model's scratch memory.
_THREAD: Final = ThreadPoolExecutor(1, thread_name_prefix="tagger")


class Tagged(msgspec.Struct, frozen=True):
    """`found` has one tuple per passage, in the order given."""

    tagger_version: str
    catalogue_version: int
    found: list[tuple[Found, ...]]


async def tag_passages(passages: Sequence[Passage]) -> Tagged:
    return await asyncio.get_running_loop().run_in_executor(_THREAD, _tag, passages)


def _tag(passages: Sequence[Passage]) -> Tagged:
    tagger = the_tagger()
    return Tagged(tagger.version, tagger.catalogue_version, tagger.tag(passages) if passages else [])


@cache
def the_tagger() -> Tagger:
    """Loaded once per process, by the first response that needs it."""
    return load_tagger(load(Reading).tagger)
