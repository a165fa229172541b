"""Reading texts for tags: work for the processor, so it leaves the event loop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache, lru_cache
from typing import Final, TypeVar

import msgspec
import structlog

from services.analysis.settings import Reading
from services.analysis.storage.trainings import Switched
from services.analysis.tagger import Found, Passage, Tagger, load_tagger, shipped_version
from shared.kit.settings import load

log = structlog.get_logger()
T = TypeVar("T")
#: One thread: two would only take the processor from each other and hold two copies of the model's scratch memory.
_THREAD: Final = ThreadPoolExecutor(1, thread_name_prefix="tagger")


class Tagged(msgspec.Struct, frozen=True):
    """`found` has one tuple per passage, in the order given."""

    tagger_version: str
    catalogue_version: int
    found: list[tuple[Found, ...]]


async def tag_passages(passages: Sequence[Passage], switched: Switched | None = None) -> Tagged:
    return await with_tagger(lambda: _tag(passages, switched))


async def with_tagger(work: Callable[[], T]) -> T:
    """Does what uses the tagger in the only thread that may."""
    return await asyncio.get_running_loop().run_in_executor(_THREAD, work)


def _tag(passages: Sequence[Passage], switched: Switched | None) -> Tagged:
    tagger = _chosen(the_tagger(), switched)
    return Tagged(tagger.version, tagger.catalogue_version, tagger.tag(passages) if passages else [])


def _chosen(shipped: Tagger, switched: Switched | None) -> Tagger:
    """What was switched on, where it fits what this machine has; a new release's model reads as it is shipped."""
    if switched is None or switched.base != shipped.version:
        return shipped
    return _adapted(switched)


@lru_cache(maxsize=2)
def _adapted(switched: Switched) -> Tagger:
    from services.analysis.tagger.adapt import Teachable, Unfit, read_adaptation  # numpy: only where it is wanted

    shipped = the_tagger()
    try:
        adaptation = read_adaptation(switched.content, switched.base)
    except Unfit:
        log.warning("tagger.unfit_adaptation", training=str(switched.training_id))
        return shipped
    return shipped.adapted(adaptation, switched.version) if isinstance(shipped, Teachable) else shipped


@cache
def the_shipped_version() -> str:
    """What `the_tagger` is called on this machine, without loading it: for pages."""
    return shipped_version(load(Reading).tagger)


@cache
def the_tagger() -> Tagger:
    """Loaded once per process, by the first response that needs it."""
    return load_tagger(load(Reading).tagger)
