"""Interface texts: Fluent files (`texts/<language>.ftl`), one folder per service, German first."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from fluent.runtime import FluentBundle, FluentResource


class Language(NamedTuple):
    code: str
    name: str  # in the language itself
    direction: str  # "ltr" or "rtl"


LANGUAGES: Final[Mapping[str, Language]] = {
    code: Language(code, name, direction)
    for code, name, direction in (
        ("de", "Deutsch", "ltr"),
        ("tr", "Türkçe", "ltr"),
        ("ar", "العربية", "rtl"),
    )
}
FIRST: Final = "de"


class Texts:
    """The texts of one or more folders. A missing text falls back to German; one missing there is an error."""

    def __init__(self, *folders: Path) -> None:
        self.folders = folders

    def say(self, language: str, key: str, /, **values: Any) -> str:
        """Raises KeyError when no file has the text."""
        for code in (language, FIRST):
            bundle = _bundle(self.folders, code)
            if bundle and bundle.has_message(key):
                message = bundle.get_message(key)
                assert message.value is not None
                return str(bundle.format_pattern(message.value, values)[0])
        raise KeyError(f"no text {key!r} in {', '.join(str(folder) for folder in self.folders)}")

    def keys(self, language: str) -> frozenset[str]:
        bundle = _bundle(self.folders, language)
        return frozenset(bundle._messages) if bundle else frozenset()


def nearest_language(wanted: str, offered: tuple[str, ...]) -> str:
    """The first language of an Accept-Language header that is offered, else the first one offered."""
    for part in wanted.split(","):
        code = part.split(";")[0].strip().lower().split("-")[0]
        if code in offered:
            return code
    return offered[0]


@cache
def _bundle(folders: tuple[Path, ...], code: str) -> FluentBundle | None:
    files = [folder / f"{code}.ftl" for folder in folders]
    sources = [file.read_text("utf-8") for file in files if file.exists()]
    if not sources:
        return None
    # Isolation marks protect mixed directions in the middle of a sentence; only right-to-left texts need them here.
    bundle = FluentBundle([code], use_isolating=LANGUAGES[code].direction == "rtl")
    for source in sources:
        bundle.add_resource(FluentResource(source))
    return bundle
