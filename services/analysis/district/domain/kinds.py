"""What is in an inventory, and what is known of each kind: its fields, and how long a fact about one stays fresh.

German names are texts: `kind-offer`, `field-groups`, `form-club`. A role is a function with hours, never a person.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, get_args

import msgspec

from services.analysis.district.domain.vocabulary import GROUPS, RHYTHMS, SEEKS, TOPICS

Kind = Literal["organisation", "network", "offer", "room", "project", "money", "role", "task", "cooperation"]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
#: How a field is written. `keys`: any of its options; `choice`: one of them; `refs`: other entries.
FieldType = Literal["line", "text", "choice", "keys", "refs", "number", "day", "times", "point", "phone", "website"]


class Field(msgspec.Struct, frozen=True):
    """`months`: how long a fact stays fresh after it was confirmed. `refers`: kinds of entries it names.

    `options`: keys of choices, whose names are the texts `<names>-<key>`.
    """

    key: str
    type: FieldType
    months: int
    required: bool = False
    refers: tuple[Kind, ...] = ()
    options: tuple[str, ...] = ()
    names: str = ""


def _keys(key: str, months: int, options: tuple[str, ...], names: str) -> Field:
    return Field(key, "keys", months, options=options, names=names)


def _choice(key: str, months: int, options: tuple[str, ...], names: str) -> Field:
    return Field(key, "choice", months, options=options, names=names)


def _refs(key: str, months: int, *kinds: Kind, required: bool = False) -> Field:
    return Field(key, "refs", months, required, refers=kinds)


NAME: Final = Field("name", "line", 24, required=True)
ABOUT: Final = Field("about", "text", 18)
THEMES: Final = (_keys("groups", 18, GROUPS, "group"), _keys("topics", 18, TOPICS, "topic"))
PLACE: Final = (Field("address", "line", 24), Field("part", "line", 24), Field("point", "point", 60))
SEEKING: Final = _keys("seeks", 6, SEEKS, "seeks")
TIMES: Final = Field("times", "times", 6)
SPAN: Final = (Field("from", "day", 24), Field("until", "day", 12))
ORGANISATION_FORMS: Final = ("public", "welfare", "church", "club", "initiative", "school", "business")
NETWORK_FORMS: Final = ("network", "round_table", "body", "working_group")
COSTS: Final = ("free", "small", "paid")
YES_NO: Final = ("yes", "partly", "no")
#: Whether residents find it in the public directory (domain/offers.py): a decision of staff, which does not fade.
PUBLIC: Final = _choice("public", 600, ("yes", "no"), "public")
#: What only staff say of an entry, not whoever it belongs to.
STAFFS: Final = frozenset({PUBLIC.key})

FIELDS: Final[Mapping[Kind, tuple[Field, ...]]] = {
    "organisation": (
        NAME,
        _choice("form", 24, ORGANISATION_FORMS, "form"),
        ABOUT,
        *THEMES,
        *PLACE,
        Field("phone", "phone", 12),
        Field("website", "website", 12),
        Field("languages", "line", 18),
        SEEKING,
        PUBLIC,
    ),
    "network": (
        NAME,
        _choice("form", 24, NETWORK_FORMS, "form"),
        ABOUT,
        *THEMES,
        _refs("lead", 12, "organisation"),
        _refs("members", 12, "organisation"),
        _choice("rhythm", 12, RHYTHMS, "rhythm"),
    ),
    "offer": (
        NAME,
        _refs("providers", 12, "organisation", required=True),
        ABOUT,
        *THEMES,
        TIMES,
        _refs("room", 12, "room"),
        *PLACE,
        _choice("cost", 12, COSTS, "cost"),
        Field("languages", "line", 12),
        Field("seats", "number", 12),
        SEEKING,
        PUBLIC,
    ),
    "room": (
        NAME,
        _refs("owner", 24, "organisation"),
        ABOUT,
        *PLACE,
        Field("seats", "number", 24),
        _choice("step_free", 24, YES_NO, "answer"),
        Field("equipment", "line", 18),
        Field("rent", "line", 12),
        Field("free_times", "times", 6),
        PUBLIC,
    ),
    "project": (
        NAME,
        _refs("carriers", 12, "organisation", required=True),
        _refs("partners", 12, "organisation", "network"),
        ABOUT,
        *THEMES,
        Field("part", "line", 24),
        *SPAN,
        SEEKING,
    ),
    "money": (
        NAME,
        Field("giver", "line", 24, required=True),
        _refs("receivers", 12, "organisation", "network", "project", required=True),
        Field("amount", "number", 12),
        *SPAN,
        ABOUT,
        *THEMES,
    ),
    "role": (
        NAME,
        _refs("organisation", 12, "organisation", required=True),
        Field("hours", "number", 12),
        ABOUT,
        *THEMES,
        Field("until", "day", 12),
    ),
    "task": (
        NAME,
        Field("department", "line", 24, required=True),
        _refs("organisation", 24, "organisation"),
        ABOUT,
        *THEMES,
        Field("hours", "number", 12),
    ),
    "cooperation": (
        _refs("between", 12, "organisation", "network", required=True),
        ABOUT,
        _keys("topics", 18, TOPICS, "topic"),
        _choice("rhythm", 12, RHYTHMS, "rhythm"),
    ),
}
#: Which kinds a field of a kind may name.
REFERS: Final = {(kind, field.key): field.refers for kind, fields in FIELDS.items() for field in fields if field.refers}
_BY_KEY: Final = {kind: {field.key: field for field in fields} for kind, fields in FIELDS.items()}


def field_of(kind: Kind, key: str) -> Field:
    """Raises KeyError for a field this kind does not have."""
    return _BY_KEY[kind][key]
