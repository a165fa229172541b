"""Settings come from the environment, are typed, say what they are for, and stand in the README (a test looks)."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple, TypeVar

import msgspec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

S = TypeVar("S", bound=msgspec.Struct)


class SettingError(ValueError):
    """A setting is missing or cannot be read; the message names it and says what it takes."""


class Setting(NamedTuple):
    variable: str
    field: str
    about: str
    fallback: str


def about(text: str, variable: str | None = None) -> msgspec.Meta:
    """Annotation of a settings field: what it is for, and its variable where that is not RESONANZ_<FIELD>."""
    return msgspec.Meta(description=text, extra={"variable": variable} if variable else None)


def load(kind: type[S], environment: Mapping[str, str] = os.environ) -> S:
    """The settings of this kind, read from the environment.

    Raises SettingError with the variable's name.
    """
    found = {s.field: environment[s.variable] for s in describe(kind) if environment.get(s.variable)}
    try:
        return msgspec.convert(found, kind, strict=False)
    except msgspec.ValidationError as error:
        raise SettingError(_explain(kind, str(error))) from None


def describe(kind: type[msgspec.Struct]) -> Iterator[Setting]:
    """Every setting of this kind: for loading, for the README's table, and for error messages."""
    for field in msgspec.structs.fields(kind):
        metas = [m for m in getattr(field.type, "__metadata__", ()) if isinstance(m, msgspec.Meta)]
        meta = next(m for m in metas if m.description)  # a setting without a word about it does not exist
        variable = (meta.extra or {}).get("variable") or f"RESONANZ_{field.name.upper()}"
        yield Setting(variable, field.name, str(meta.description), _fallback(field))


@cache
def derive_key(secret: str, purpose: str) -> bytes:
    """A 32-byte key for one purpose. Source: HKDF (RFC 5869), so that one secret serves many uses apart."""
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose.encode()).derive(secret.encode())


def _fallback(field: Any) -> str:
    if field.default is msgspec.NODEFAULT:
        return "" if field.default_factory is msgspec.NODEFAULT else str(field.default_factory())
    return "" if field.default is None else str(field.default)


def _explain(kind: type[msgspec.Struct], error: str) -> str:
    for setting in describe(kind):
        if f"`{setting.field}`" in error or f"$.{setting.field}`" in error:
            return f"{setting.variable} is missing or cannot be read ({error}). It is: {setting.about}"
    return error
