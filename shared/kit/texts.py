"""Interface texts: Fluent files (`texts/<language>.ftl`), one folder per service, German first."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from fluent.runtime import FluentBundle, FluentResource


class Language(NamedTuple):
    """A language, or a face of one: the same language for other readers, chosen by them and never guessed.

    `tag`: as BCP 47 has it, for `lang` and for voices; `locale`: as Babel has it, for dates and plurals.
    `after`: whose texts are said where this one has none.
    """

    code: str
    name: str  # in the language itself
    direction: str = "ltr"  # or "rtl"
    tag: str = ""
    locale: str = ""
    after: str = "de"

    @property
    def is_face(self) -> bool:
        return self.code != self.tag


def _by_code(*languages: Language) -> dict[str, Language]:
    """Tag and locale are the code where nothing else is said."""
    tagged = [one._replace(tag=one.tag or one.code) for one in languages]
    return {one.code: one._replace(locale=one.locale or one.tag) for one in tagged}


#: The languages and faces of the interface, in the order they are offered in.
LANGUAGES: Final[Mapping[str, Language]] = _by_code(
    Language("de", "Deutsch"),
    Language("de-einfach", "Einfache Sprache", tag="de"),
    Language("en", "English", locale="en_GB"),
    Language("tr", "Türkçe"),
    Language("ar", "العربية", "rtl"),
    Language("uk", "Українська"),
    Language("ru", "Русский"),
    Language("pl", "Polski"),
    Language("ro", "Română"),
    Language("bg", "Български"),
    Language("de-du", "Deutsch – Du", tag="de"),
)
#: What the texts of a questionnaire may be in. Nobody has checked the interface in Leichte Sprache: around such
#: questions it speaks Einfache Sprache.
WRITTEN: Final[Mapping[str, Language]] = {
    **LANGUAGES,
    **_by_code(Language("de-leicht", "Leichte Sprache", tag="de", after="de-einfach")),
}
FIRST: Final = "de"


class Texts:
    """The texts of one or more folders. A missing text falls back to German; one missing there is an error."""

    def __init__(self, *folders: Path) -> None:
        self.folders = folders

    def say(self, language: str, key: str, /, **values: Any) -> str:
        """Raises KeyError when no file has the text."""
        for code in said_in(language):
            bundle = _bundle(self.folders, code)
            if bundle and bundle.has_message(key):
                message = bundle.get_message(key)
                assert message.value is not None
                return str(bundle.format_pattern(message.value, values)[0])
        raise KeyError(f"no text {key!r} in {', '.join(str(folder) for folder in self.folders)}")

    def keys(self, language: str) -> frozenset[str]:
        bundle = _bundle(self.folders, language)
        return frozenset(bundle._messages) if bundle else frozenset()


@cache
def said_in(language: str) -> tuple[str, ...]:
    """The languages to look for a text in, in order: itself, what it comes after, German at last."""
    return (FIRST,) if language == FIRST else (language, *said_in(WRITTEN[language].after))


def language_tag(code: str) -> str:
    """The `lang` of a text in this language or face; a code nobody knows stays as it is."""
    return WRITTEN[code].tag if code in WRITTEN else code


def nearest_language(wanted: str, offered: tuple[str, ...]) -> str:
    """The first language of an Accept-Language header that is offered, else the first one offered. Never a face.

    A browser says which languages somebody reads, not how old or how practised a reader is: a face is chosen by hand.
    """
    for part in wanted.split(","):
        code = part.split(";")[0].strip().lower().split("-")[0]
        if code in offered:
            return code
    return next((code for code in offered if not WRITTEN[code].is_face), offered[0])


@cache
def _bundle(folders: tuple[Path, ...], code: str) -> FluentBundle | None:
    files = [folder / f"{code}.ftl" for folder in folders]
    sources = [file.read_text("utf-8") for file in files if file.exists()]
    if not sources:
        return None
    # Isolation marks protect mixed directions in the middle of a sentence; only right-to-left texts need them here.
    bundle = FluentBundle([WRITTEN[code].locale], use_isolating=WRITTEN[code].direction == "rtl")
    for source in sources:
        bundle.add_resource(FluentResource(source))
    return bundle
