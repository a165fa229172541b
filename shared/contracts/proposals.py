"""Facts about proposals for a district: what could be bundled, where a bridge is missing."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import msgspec


class ProposalOpened(msgspec.Struct, frozen=True, tag="proposal.opened.v1"):
    """Staff want to discuss a proposal with the people concerned, in a campaign of its own.

    `kind`: such as `double` or `room`. `parties`: whom it is about, as it stands in the inventory. `summary`: the
    proposal and its grounds, in German. `slug`: of the campaign to be drafted. `opened_by`: the account.
    """

    proposal_id: UUID
    district: str
    kind: str
    slug: str
    parties: str
    summary: str
    opened_at: datetime
    opened_by: UUID
