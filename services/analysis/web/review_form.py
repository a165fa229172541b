"""The form in which a person decides about a passage, as a browser sends it."""

from __future__ import annotations

from typing import Any, Final
from urllib.parse import urlencode
from uuid import UUID

import msgspec
from litestar import Request
from litestar.exceptions import ClientException

from services.analysis.domain.catalogue import Catalogue
from services.analysis.domain.marking import read_mark
from services.analysis.domain.reviewing import stance_named
from services.analysis.operations.review_tag import Outcome
from services.analysis.storage.items import Item
from shared.kit.web.bodies import Fields, first

PATH: Final = "/staff/review"
ACTS: Final = frozenset({"accept", "reject", "change", "add", "ask", "skip"})


class Faulty(Exception):
    """Something in the form must be mended; `fields` names what."""

    def __init__(self, *fields: str) -> None:
        super().__init__(*fields)
        self.fields = fields


class Address(msgspec.Struct, frozen=True):
    """What the address of the page asks for: a part of the queue, or one passage and perhaps one of its tags."""

    campaign: str = ""
    standard: str = ""
    passage: UUID | None = None
    tag: UUID | None = None
    done: str = ""
    last: UUID | None = None

    @property
    def path(self) -> str:
        return self.to()

    def to(self, **more: Any) -> str:
        """The queue's address with the same selection."""
        told = {"campaign": self.campaign, "standard": self.standard, **more}
        query = urlencode({name: value for name, value in told.items() if value})
        return f"{PATH}?{query}" if query else PATH


class Sent(msgspec.Struct, frozen=True):
    """`decision_id` was born with the page, so that a second tap is known as one."""

    act: str
    decision_id: UUID
    passage_id: UUID
    tag_id: UUID | None
    second: bool
    address: Address
    fields: Fields


def read_address(request: Request[Any, Any, Any]) -> Address:
    """What makes no sense there is taken as not given."""
    asked = request.query_params
    return Address(
        campaign=asked.get("campaign", ""),
        standard=asked.get("standard", ""),
        passage=_id(asked.get("passage", "")),
        tag=_id(asked.get("tag", "")),
        done=asked.get("done", ""),
        last=_id(asked.get("last", "")),
    )


def read_sent(fields: Fields) -> Sent:
    """Raises ClientException for what no page of ours sends."""
    decision_id, passage_id = _id(first(fields, "decision")), _id(first(fields, "passage"))
    act = first(fields, "act")
    if decision_id is None or passage_id is None or act not in ACTS:
        raise ClientException("form_unreadable")
    address = Address(first(fields, "campaign"), first(fields, "selected"))
    tag_id, second = _id(first(fields, "tag")), first(fields, "second") == "yes"
    return Sent(act, decision_id, passage_id, tag_id, second, address, fields)


def read_outcome(fields: Fields, item: Item, catalogue: Catalogue) -> Outcome:
    """What somebody says counts. Raises Faulty."""
    standard = catalogue.find(first(fields, "standard"))
    stance = stance_named(first(fields, "stance"))
    mark = read_mark(item.passage.text, first(fields, "mark"), first(fields, "first"), first(fields, "last"))
    if standard and stance and mark:
        return Outcome(standard.id, stance, mark.start, mark.end)
    found = {"standard": standard, "stance": stance, "mark": mark}
    raise Faulty(*(name for name, value in found.items() if value is None))


def _id(value: str) -> UUID | None:
    try:
        return UUID(value)
    except ValueError:
        return None
