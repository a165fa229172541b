"""The form of an entry: what was typed, what it means, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from services.analysis.district.domain.entries import CONFIDENCES, SOURCES, Confidence, Entry, Inventory, Source, Value
from services.analysis.district.domain.kinds import FIELDS, Kind
from services.analysis.district.domain.values import Names, ValueFault, read_value, write_value
from services.analysis.district.operations.keep_entry import Statement
from services.analysis.district.web.pages import option_names
from services.analysis.domain.sensitive import find_sensitive
from shared.kit.web.bodies import Fields, first

#: Before the keys of an entry's fields, so that they and the others of the form cannot be mixed up.
PREFIX: Final = "f-"
#: Inputs for naming entries that are offered beside those that are filled.
SPARE: Final = 2
LONGEST_NOTE: Final = 200
#: What nobody writes into an inventory: it names functions, not people.
PRIVATE: Final = frozenset({"email", "phone", "account", "person_name"})


class Fault(NamedTuple):
    """`key`: of the field; `reason`: the text `fault-<reason>`; `part`: the piece it is about."""

    key: str
    reason: str
    part: str = ""


class Filled(NamedTuple):
    """`typed`: by field, to be shown again. `values`: what it means, of fields without a fault."""

    typed: Mapping[str, Sequence[str]]
    values: Mapping[str, Value]
    faults: tuple[Fault, ...]


def names_in(inventory: Inventory) -> Names:
    known: dict[str, dict[str, str]] = {
        kind: {inventory.title(e): str(e.id) for e in found} for kind, found in inventory.by_kind.items()
    }
    return Names(option_names(), known)


def titles_in(inventory: Inventory) -> Mapping[str, str]:
    """Id → name, also of entries that were merged: whoever names them means the one they went into."""
    found = ((key, inventory.find(key)) for key in inventory.all)
    return inventory.once("titles", lambda known: {str(key): known.title(entry) for key, entry in found if entry})


def typed_of(entry: Entry, inventory: Inventory) -> dict[str, Sequence[str]]:
    """The entry as its form shows it."""
    titles, names = titles_in(inventory), option_names()
    typed: dict[str, Sequence[str]] = {}
    for field in FIELDS[entry.kind]:
        fact = entry.facts.get(field.key)
        if fact is None:
            continue
        if isinstance(fact.value, tuple) and field.type in ("keys", "refs"):
            named = [titles[one] for one in fact.value if one in titles]
            typed[field.key] = list(dict.fromkeys(named)) if field.type == "refs" else list(fact.value)
        elif field.type == "choice":
            typed[field.key] = [str(fact.value)]
        else:
            typed[field.key] = [write_value(field, fact.value, names, titles).replace("; ", "\n")]
    return typed


def read_form(kind: Kind, fields: Fields, inventory: Inventory) -> Filled:
    """Everything the form asked; fields that are not in it stay out."""
    names = names_in(inventory)
    typed = {field.key: list(fields.get(PREFIX + field.key, ())) for field in FIELDS[kind]}
    values: dict[str, Value] = {}
    faults: list[Fault] = []
    for field in FIELDS[kind]:
        try:
            value = read_value(field, typed[field.key], names)
        except ValueFault as error:
            faults.append(Fault(field.key, error.reason, error.part))
            continue
        if (
            isinstance(value, str)
            and field.type in ("line", "text")
            and (found := private_part(kind, field.key, value))
        ):
            faults.append(Fault(field.key, "private", found))
            continue
        values[field.key] = value
    return Filled(typed, values, tuple(faults))


def private_part(kind: Kind, key: str, text: str) -> str:
    """The piece of a text that names or reaches a person; empty when there is none.

    Organisations are named after people and streets: only where a person is likely meant are names looked for.
    """
    looked_for = PRIVATE if kind == "role" else PRIVATE - {"person_name"}
    if kind == "role" or key in ("about", "note"):
        return next((text[one.start : one.end] for one in find_sensitive(text) if one.kind in looked_for), "")
    return ""


def statement_of(values: Mapping[str, Value], fields: Fields, kind: Kind) -> tuple[Statement, tuple[Fault, ...]]:
    """With who says so, how surely, and where exactly it stands."""
    note = " ".join(first(fields, "note").split())
    faults = []
    if len(note) > LONGEST_NOTE:
        faults.append(Fault("note", "long", str(LONGEST_NOTE)))
    if found := private_part(kind, "note", note):
        faults.append(Fault("note", "private", found))
    return Statement(values, _source(fields), _confidence(fields), note), tuple(faults)


def changed_only(entry: Entry, said: Statement) -> Statement:
    """Without what stays as it is: that is confirmed only by whoever says that it was checked as well."""
    values = {
        key: value
        for key, value in said.values.items()
        if (known := entry.facts.get(key)) is None or known.value != value
    }
    return Statement({k: v for k, v in values.items() if k in entry.facts or v not in ("", ())}, *_rest(said))


def _rest(said: Statement) -> tuple[Source, Confidence, str]:
    return said.source, said.confidence, said.note


def form_values(inventory: Inventory, kind: Kind) -> dict[str, Any]:
    """What the template needs beside what was typed."""
    named = {field.refers for field in FIELDS[kind] if field.refers}
    titles = {kinds: [inventory.title(e) for other in kinds for e in inventory.by_kind[other]] for kinds in named}
    return {
        "kind": kind,
        "fields": FIELDS[kind],
        "lists": {"-".join(kinds): names for kinds, names in sorted(titles.items())},
        "sources": [source for source in SOURCES if source not in ("import", "residents")],
        "confidences": CONFIDENCES,
        "spare": SPARE,
    }


def _source(fields: Fields) -> Source:
    found: Source = next((one for one in SOURCES if one == first(fields, "source")), "staff")
    return found


def _confidence(fields: Fields) -> Confidence:
    found: Confidence = next((one for one in CONFIDENCES if one == first(fields, "confidence")), "medium")
    return found
