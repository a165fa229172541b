"""What becomes of a proposal: kept, discussed in a campaign of its own, decided with a reason, or put aside."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal
from uuid import NAMESPACE_URL, UUID, uuid5

import msgspec
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.district.storage.proposal_tables import Proposal
from shared.contracts.proposals import CampaignWanted, ProposalOpened
from shared.contracts.routes import publish
from shared.staff.domain.roles import SignedIn
from shared.staff.operations.record_change import record_change

Decision = Literal["do", "partly", "not"]


class Content(msgspec.Struct, frozen=True):
    """A proposal in words, as it stood. `grounds`: its facts, each in a sentence; `cited`: their entries."""

    title: str
    parties: str
    benefit: str
    effort: str
    doubt: str
    grounds: tuple[str, ...]
    cited: tuple[UUID, ...]

    @property
    def summary(self) -> str:
        return "\n\n".join((self.title, self.benefit, self.doubt))


def id_of(district: str, key: str) -> UUID:
    """A proposal about the same things is the same proposal."""
    return uuid5(NAMESPACE_URL, f"proposal/{district}/{key}")


def slug_of(district: str, key: str) -> str:
    """Of the campaign in which it is discussed."""
    return f"vorschlag-{id_of(district, key).hex[:8]}"


async def discuss_proposal(
    session: AsyncSession,
    district: str,
    key: str,
    kind: str,
    content: Content,
    wanted: CampaignWanted,
    by: SignedIn,
    at: datetime,
    *,
    again: bool,
) -> bool:
    """Intake makes a campaign of it, public or a draft. False where somebody did so before: the same twice is one.

    `again`: also for one that is discussed, since intake has no campaign of it: not yet, or its draft was deleted.
    """
    proposal = await _taken_up(session, district, key, kind, content, by, at)
    if proposal.state not in ("kept", "dismissed", *(("discussed",) if again else ())):
        return False
    proposal.state, proposal.slug = "discussed", slug_of(district, key)
    proposal.decided_at = proposal.decided_by = None
    await session.flush()
    told = (proposal.id, district, kind, proposal.slug, content.parties, content.summary)
    await publish(session, ProposalOpened(*told, at, by.account_id, wanted))
    after = {"kind": kind, "published": wanted.published}
    await record_change(session, by, "proposal.discussed", proposal.id, after)
    return True


async def dismiss_proposal(
    session: AsyncSession, district: str, key: str, kind: str, content: Content, reason: str, by: SignedIn, at: datetime
) -> Proposal:
    """It stands aside, with the reason, and can be taken up again."""
    proposal = await _taken_up(session, district, key, kind, content, by, at)
    proposal.state, proposal.reason = "dismissed", reason
    proposal.decided_at, proposal.decided_by = at, by.account_id
    await session.flush()
    await record_change(session, by, "proposal.dismissed", proposal.id, {"kind": kind})
    return proposal


async def decide_proposal(
    session: AsyncSession,
    proposal: Proposal,
    decision: Decision,
    reason: str,
    owner: str,
    due_on: date | None,
    by: SignedIn,
    at: datetime,
) -> None:
    """The row is locked by the caller. `owner`: the office that answers for it."""
    proposal.state, proposal.decision, proposal.reason = "decided", decision, reason
    proposal.owner, proposal.due_on = owner, due_on
    proposal.decided_at, proposal.decided_by = at, by.account_id
    await session.flush()
    after: dict[str, Any] = {"decision": decision, "due_on": due_on.isoformat() if due_on else None}
    await record_change(session, by, "proposal.decided", proposal.id, after)


async def reopen_proposal(session: AsyncSession, proposal: Proposal, by: SignedIn) -> None:
    """Back to where it stood before it was decided or put aside. The row is locked by the caller."""
    proposal.state = "discussed" if proposal.slug else "kept"
    proposal.decision, proposal.reason, proposal.owner, proposal.due_on = None, "", "", None
    proposal.decided_at = proposal.decided_by = None
    await session.flush()
    await record_change(session, by, "proposal.reopened", proposal.id)


async def _taken_up(
    session: AsyncSession, district: str, key: str, kind: str, content: Content, by: SignedIn, at: datetime
) -> Proposal:
    """Its row, locked: made with what it says now, unless somebody took it up before."""
    proposal_id = id_of(district, key)
    row = {
        "id": proposal_id,
        "district": district,
        "key": key,
        "kind": kind,
        "content": msgspec.to_builtins(content),
        "state": "kept",
        "opened_at": at,
        "opened_by": by.account_id,
        "reason": "",
        "owner": "",
    }
    await session.execute(insert(Proposal).values(row).on_conflict_do_nothing())
    return await session.get_one(Proposal, proposal_id, with_for_update=True)
