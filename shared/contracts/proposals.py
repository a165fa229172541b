"""Facts about proposals for a district: what could be bundled, where a bridge is missing."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import msgspec


class CampaignWanted(msgspec.Struct, frozen=True):
    """How a proposal's campaign is to be laid out. `office`: the one that answers for it.

    `place`: where its code will stand; `group`: who answers without a device of their own; both empty where there is
    none. `published`: at once, if `opened_by` may publish there and no rule stands against it; else it stays a draft.
    """

    office: str
    opens_on: date
    closes_on: date
    promise_on: date
    place: str
    group: str
    published: bool


class ProposalOpened(msgspec.Struct, frozen=True, tag="proposal.opened.v1"):
    """Staff want to discuss a proposal with the people concerned, in a campaign of its own.

    `kind`: such as `double` or `room`. `parties`: whom it is about, as it stands in the inventory. `summary`: the
    proposal and its grounds, in German. `slug`: of the campaign to be drafted. `opened_by`: the account. `wanted`: None
    where nobody said; then it is a draft.
    """

    proposal_id: UUID
    district: str
    kind: str
    slug: str
    parties: str
    summary: str
    opened_at: datetime
    opened_by: UUID
    wanted: CampaignWanted | None = None
