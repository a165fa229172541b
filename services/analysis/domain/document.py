"""The catalogue as staff write it: standards, their indicators, what counts as evidence, in German and English."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any, Final, Literal, TypeVar

import msgspec

from services.analysis.domain import catalogue as view

T = TypeVar("T")
#: Ids stand in addresses and in tags.
Id = Annotated[str, msgspec.Meta(pattern=r"\A[a-z][a-z0-9-]{0,59}\Z")]
#: No control signs but tab and line break, no halves of signs: the database takes none of them.
UNWRITABLE: Final = r"\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff"
Text = Annotated[str, msgspec.Meta(pattern=rf"\A[^{UNWRITABLE}]*\Z", max_length=4000)]


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    de: Text = ""
    en: Text = ""


NONE: Final = Words()


class Indicator(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What can be observed, and what proves it."""

    text: Words = NONE
    evidence: Words = NONE


class Standard(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`met`, `not_met`, `suggestion`: which passages count as such. `maps_to`: ids of the twelve the tagger knows.

    A locked standard of the city stands in every district: districts may add to it and take nothing away.
    """

    id: Id
    title: Words = NONE
    definition: Words = NONE
    indicators: tuple[Indicator, ...] = ()
    met: Words = NONE
    not_met: Words = NONE
    suggestion: Words = NONE
    boundaries: tuple[Words, ...] = ()
    phrases: tuple[Text, ...] = ()
    sources: tuple[Id, ...] = ()
    maps_to: tuple[Id, ...] = ()
    locked: bool = False


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`kind`: `stored` was read, `gk` is common knowledge and to be checked before anybody leans on it."""

    title: Text
    kind: Literal["stored", "gk"] = "gk"
    url: Text = ""
    note: Text = ""


class Document(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`about` says what the catalogue is for and what is unsure of it; `rules` hold for every standard."""

    title: Words = NONE
    about: Words = NONE
    rules: tuple[Words, ...] = ()
    standards: tuple[Standard, ...] = ()
    sources: Mapping[Id, Source] = {}

    def find(self, standard_id: str) -> Standard | None:
        return next((standard for standard in self.standards if standard.id == standard_id), None)

    def standards_for(self, tagged: str) -> tuple[str, ...]:
        """Where this catalogue files what the tagger calls `tagged`: under the same id, or where it is mapped to."""
        if self.find(tagged):
            return (tagged,)
        return tuple(standard.id for standard in self.standards if tagged in standard.maps_to)


def counted_in(terms: Document, own: Document, counts: Mapping[str, T], known: Iterable[str]) -> dict[str, list[T]]:
    """What was counted under the standards of `own`, under those of another catalogue, by the ids that are tagged.

    What corresponds to several stands under each of them, so the numbers do not add up to a whole.
    """
    known = frozenset(known)
    tagged = {key: _tagged(own.find(key), key, known) for key in counts}
    return {
        one.id: [counts[key] for key in counts if tagged[key] & _tagged(one, one.id, known)] for one in terms.standards
    }


class Fault(msgspec.Struct, frozen=True):
    """What keeps a document from being published. `about`: the standard's id, or a source's; empty: the whole."""

    kind: Literal[
        "no-standards",
        "no-title",
        "no-definition",
        "twice",
        "unknown-source",
        "no-tag",
        "locked-gone",
        "locked-changed",
        "no-change",
    ]
    about: str = ""


def in_german(document: Document, version: int) -> view.Catalogue:
    """The catalogue as pages speak of it."""
    return view.Catalogue(version, tuple(_in_german(standard) for standard in document.standards))


def plain(value: Any) -> Any:
    """Dictionaries, lists and texts, without the fields that say nothing."""
    if isinstance(value, msgspec.Struct):
        value = msgspec.structs.asdict(value)
    if isinstance(value, Mapping):
        return {key: found for key, one in value.items() if (found := plain(one)) not in ("", [], {}, False)}
    return [plain(one) for one in value] if isinstance(value, tuple) else value


def faults_of(document: Document, known: Iterable[str], city: Document | None = None) -> list[Fault]:
    """`known`: the ids that are ever tagged; `city`: the catalogue that a district's own inherits from."""
    faults = [] if document.standards else [Fault("no-standards")]
    ids = [standard.id for standard in document.standards]
    faults += [Fault("twice", one) for one in sorted({one for one in ids if ids.count(one) > 1})]
    known = frozenset(known)
    for standard in document.standards:
        faults += _faults_of_standard(standard, document.sources, known)
    return faults + (list(_broken_locks(document, city)) if city else [])


def rebase(document: Document, old: Document, new: Document) -> Document:
    """A district's catalogue, made on the city's old one, on the city's new one: what the district added stays."""
    standards = [_rebased(document.find(one.id), old.find(one.id), one) for one in new.standards]
    own = [one for one in document.standards if not old.find(one.id) and not new.find(one.id)]
    return msgspec.structs.replace(
        new,
        standards=(*(one for one in standards if one), *own),
        rules=_joined(new.rules, _added(document.rules, old.rules)),
        sources={**document.sources, **new.sources},
    )


def _tagged(standard: Standard | None, standard_id: str, known: frozenset[str]) -> frozenset[str]:
    """The ids of the tagger that a standard stands for."""
    return known & {standard_id, *(standard.maps_to if standard else ())}


def _in_german(standard: Standard) -> view.Standard:
    return view.Standard(
        id=standard.id,
        title=standard.title.de or standard.id,
        definition=standard.definition.de,
        met=standard.met.de,
        not_met=standard.not_met.de,
        suggestion=standard.suggestion.de,
        boundaries=tuple(one.de for one in standard.boundaries if one.de),
    )


def _faults_of_standard(standard: Standard, sources: Mapping[str, Source], known: frozenset[str]) -> Iterator[Fault]:
    if not standard.title.de.strip():
        yield Fault("no-title", standard.id)
    if not standard.definition.de.strip():
        yield Fault("no-definition", standard.id)
    yield from (Fault("unknown-source", one) for one in standard.sources if one not in sources)
    yield from (Fault("no-tag", one) for one in standard.maps_to if one not in known)


def _broken_locks(document: Document, city: Document) -> Iterator[Fault]:
    for locked in (standard for standard in city.standards if standard.locked):
        own = document.find(locked.id)
        if own is None:
            yield Fault("locked-gone", locked.id)
        elif not _keeps(own, locked):
            yield Fault("locked-changed", locked.id)


def _keeps(own: Standard, locked: Standard) -> bool:
    """Whether everything the city says is still said; more may be said."""
    lists = ("indicators", "boundaries", "sources", "maps_to", "phrases")
    same = (name for name in Standard.__struct_fields__ if name not in (*lists, "locked"))
    if any(_added(getattr(locked, name), getattr(own, name)) for name in lists):
        return False
    return all(getattr(own, name) == getattr(locked, name) for name in same)


def _rebased(own: Standard | None, old: Standard | None, new: Standard) -> Standard | None:
    """None: the district left out what the city does not lock."""
    if own is None:
        return new if new.locked or old is None else None
    if own == old:
        return new
    before = old or Standard(new.id)
    kept = {
        name: _joined(getattr(new, name), _added(getattr(own, name), getattr(before, name)))
        for name in ("indicators", "boundaries", "phrases", "sources", "maps_to")
    }
    texts = ("title", "definition", "met", "not_met", "suggestion") if old and not new.locked else ()
    kept |= {name: getattr(own, name) for name in texts if getattr(own, name) != getattr(before, name)}
    return msgspec.structs.replace(new, **kept)


def _added(mine: tuple[Any, ...], theirs: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(one for one in mine if one not in theirs)


def _joined(first: tuple[Any, ...], more: tuple[Any, ...]) -> tuple[Any, ...]:
    return (*first, *_added(more, first))
