"""What analysis needs to know."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Annotated, Literal

import msgspec

from services.analysis.domain.model_address import AddressError, check_model_address
from shared.kit.settings import SettingError, about, load


class Settings(msgspec.Struct, frozen=True):
    """`address`: where people reach the service, as printed in QR codes, without a slash at the end.

    `data_contributor`: as which the city delivers open data to the national portal; empty where another one collects.
    """

    secret: str
    address: str
    data_contributor: str = ""


class Reading(msgspec.Struct, frozen=True):
    """Read from the environment by the process that tags, since only that one needs it."""

    tagger: Annotated[
        Literal["best", "lexicon", "model"],
        about("what reads free texts: best (the model, or the lexicon where it cannot be built), lexicon, model"),
    ] = "best"


class Voice(msgspec.Struct, frozen=True):
    """A language model that the city runs, heard beside the tagger. Read by the processes that ask it."""

    model_address: Annotated[
        str | None,
        about("language-model server of the city's own, OpenAI-compatible, up to /v1; empty: none is ever asked"),
    ] = None
    model_name: Annotated[str, about("which of that server's models")] = ""
    model_key: Annotated[str, about("key for that server, if it wants one")] = ""
    model_timeout_s: Annotated[
        float, msgspec.Meta(gt=0, le=120), about("seconds until that server's answer is waited for no more")
    ] = 20.0


def voice_settings(environment: Mapping[str, str] = os.environ) -> Voice | None:
    """None where no server is set, as it is shipped. Raises SettingError for one that may not be asked."""
    found = load(Voice, environment)
    if found.model_address is None:
        return None
    try:
        address = check_model_address(found.model_address)
    except AddressError as error:
        raise SettingError(f"RESONANZ_MODEL_ADDRESS cannot be used: {error}.") from None
    if not found.model_name:
        raise SettingError("RESONANZ_MODEL_NAME is missing: it says which model RESONANZ_MODEL_ADDRESS is asked for.")
    return msgspec.structs.replace(found, model_address=address)
