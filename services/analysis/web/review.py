"""The queue of what people decide: one passage at a time."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from litestar import Request, Response, get, post
from litestar.exceptions import NotFoundException
from litestar.response import Redirect
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.operations.ask_second_opinion import ask_second_opinion, withdraw_second_opinion
from services.analysis.operations.exclude_response import REASONS
from services.analysis.operations.review_tag import Outcome, Said, review_tag, undo_review
from services.analysis.operations.take_passage import skip_passage, take_next, take_passage
from services.analysis.storage.campaigns import list_campaigns
from services.analysis.storage.catalogue import read_catalogue_of
from services.analysis.storage.items import Item, find_item
from services.analysis.storage.queue import Selection, read_progress
from services.analysis.storage.reviews import list_standards
from services.analysis.storage.tables import Campaign, Review, Tag
from services.analysis.web.access import editable_districts
from services.analysis.web.pages import page
from services.analysis.web.review_form import PATH, Address, Faulty, Sent, read_address, read_outcome, read_sent
from services.analysis.web.review_screen import show_item
from shared.kit.clock import now
from shared.kit.ids import random_id
from shared.kit.storage import Database
from shared.kit.web.bodies import read_fields
from shared.staff.access import SignedIn, require, staff

EDITOR: Final = staff("editor")
#: What the page says after an action, by what the address names.
DONE: Final = frozenset(
    {"accepted", "changed", "rejected", "added", "asked", "skipped", "undone", "withdrawn", "again", "gone"}
)


@get(PATH, opt=EDITOR)
async def show_review(request: Request[Any, Any, Any], database: Database, signed_in: SignedIn) -> Response[str]:
    """The passage that the address names, or the one whose decision helps most.

    It is held for this person for a while: a soft lock that the next look renews and that ends by itself, so that
    asking for the page is harmless.
    """
    address, at = read_address(request), now()
    async with database.transaction() as session:
        values = await _queue(session, address, signed_in)
        found = await _take(session, address, signed_in, at)
        if found is None:
            return page("review_done.html", signed_in=signed_in, **values)
        item, tag, held = found
        values |= await show_item(session, item, tag, signed_in)
    return page(
        "review.html", signed_in=signed_in, held=held, faults=(), typed=defaultdict(str), reasons=REASONS, **values
    )


@post(PATH, opt=EDITOR)
async def decide(request: Request[Any, Any, Any], database: Database, signed_in: SignedIn) -> Response[str] | Redirect:
    sent, at = read_sent(await read_fields(request)), now()
    async with database.transaction() as session:
        item = await _item_for(session, sent.passage_id, signed_in)
        tag = item.tag(sent.tag_id)
        if sent.tag_id and not tag:
            return _back(sent.address, "again")  # read anew meanwhile: there is another claim to decide about
        try:
            done = await _act(session, sent, item, tag, signed_in, at)
        except Faulty as fault:
            values = await _queue(session, sent.address, signed_in) | await show_item(session, item, tag, signed_in)
            typed = defaultdict(str, {name: sent.fields[name][0] for name in sent.fields}, act=sent.act)
            faulty = {"held": True, "faults": fault.fields, "typed": typed, "reasons": REASONS}
            return page("review.html", status=422, signed_in=signed_in, **faulty, **values)
    return _back(sent.address, done, sent.decision_id)


@post(PATH + "/decisions/{review_id:uuid}/undo", opt=EDITOR)
async def undo(request: Request[Any, Any, Any], review_id: UUID, database: Database, signed_in: SignedIn) -> Redirect:
    """One's own decision, or as a lead anybody's; the passage comes before the person again."""
    address = read_address(request)
    async with database.transaction() as session:
        review = await session.get(Review, review_id)
        if review is None:
            raise NotFoundException
        campaign = await session.get_one(Campaign, review.campaign_id)
        require(signed_in, "editor" if review.by == signed_in.account_id else "lead", campaign.district)
        undone = await undo_review(session, review, signed_in, now())
    more = {"passage": review.passage_id, "tag": review.tag_id}
    return Redirect(address.to(done="undone" if undone else "gone", **more), status_code=303)


@post(PATH + "/opinions/{opinion_id:uuid}/withdraw", opt=EDITOR)
async def withdraw(
    request: Request[Any, Any, Any], opinion_id: UUID, database: Database, signed_in: SignedIn
) -> Redirect:
    async with database.transaction() as session:
        done = await withdraw_second_opinion(session, opinion_id, signed_in, now())
    return _back(read_address(request), "withdrawn" if done else "gone")


async def _queue(session: AsyncSession, address: Address, signed_in: SignedIn) -> dict[str, Any]:
    """What stands around the passage: the selection, and how far it is done.

    Standards to choose from are those that hold for the chosen campaign, or for one of all that there are.
    """
    districts = editable_districts(signed_in)
    campaigns = [listed.campaign for listed in await list_campaigns(session, districts)]
    chosen = [campaign for campaign in campaigns if campaign.slug == address.campaign] or campaigns
    selection = _selection(address, signed_in)
    return {
        "address": address,
        "done": address.done if address.done in DONE else "",
        "titles": await list_standards(session, {campaign.district for campaign in chosen}),
        "progress": await read_progress(session, selection, signed_in.account_id),
        "campaigns": campaigns,
        "decision_id": random_id(),
    }


def _selection(address: Address, signed_in: SignedIn) -> Selection:
    return Selection(editable_districts(signed_in), address.campaign or None, address.standard or None)


async def _take(
    session: AsyncSession, address: Address, signed_in: SignedIn, at: datetime
) -> tuple[Item, Tag | None, bool] | None:
    """The passage, its tag, and whether nobody else is looking at it; None when nothing waits."""
    if address.passage:
        item = await _item_for(session, address.passage, signed_in)
        held = await take_passage(session, item.passage.id, signed_in.account_id, at)
        return item, item.tag(address.tag) or next(iter(item.tags), None), held
    found = await take_next(session, _selection(address, signed_in), signed_in.account_id, at)
    if found is None:
        return None
    item = await _item_for(session, found.passage_id, signed_in)
    return item, item.tag(found.tag_id), True


async def _item_for(session: AsyncSession, passage_id: UUID, signed_in: SignedIn) -> Item:
    """Raises NotFoundException, and RoleTooLow when the passage belongs to a district of others."""
    item = await find_item(session, passage_id)
    if item is None:
        raise NotFoundException
    require(signed_in, "editor", item.campaign.district)
    return item


async def _act(session: AsyncSession, sent: Sent, item: Item, tag: Tag | None, by: SignedIn, at: datetime) -> str:
    """Does it, and returns what was done. Raises Faulty."""
    if sent.act == "skip":
        await skip_passage(session, item.passage.id, by.account_id, at)
        return "skipped"
    if sent.act == "ask":
        await ask_second_opinion(session, sent.decision_id, item.passage.id, by, at)
        return "asked"
    claim = None if sent.act == "add" else tag
    said = Said(sent.decision_id, claim, await _outcome(session, sent, item, tag))
    verdict = await review_tag(session, item, said, by, at)
    if verdict and sent.second:
        await ask_second_opinion(session, sent.decision_id, item.passage.id, by, at)
    return verdict or "again"


async def _outcome(session: AsyncSession, sent: Sent, item: Item, tag: Tag | None) -> Outcome | None:
    """Raises Faulty, also for accepting or changing what nobody claimed."""
    if sent.act == "reject":
        return None
    if sent.act == "add" or (tag and sent.act == "change"):
        return read_outcome(sent.fields, item, await read_catalogue_of(session, item.campaign.id))
    if tag is None:
        raise Faulty("standard")
    stance: Any = tag.stance  # the table checks the stances
    return Outcome(tag.standard, stance, tag.start, tag.end)


def _back(address: Address, done: str, last: UUID | None = None) -> Redirect:
    """To the next passage, by GET: a reload repeats nothing."""
    return Redirect(address.to(done=done, last=last), status_code=303)
