"""What analysis needs to know."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from shared.kit.settings import about


class Settings(msgspec.Struct, frozen=True):
    """`address`: where people reach the service, as printed in QR codes, without a slash at the end."""

    secret: str
    address: str


class Reading(msgspec.Struct, frozen=True):
    """Read from the environment by the process that tags, since only that one needs it."""

    tagger: Annotated[
        Literal["best", "lexicon", "model"],
        about("what reads free texts: best (the model, or the lexicon where it cannot be built), lexicon, model"),
    ] = "best"
