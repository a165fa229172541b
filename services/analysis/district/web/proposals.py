"""Proposals for bundling and for bridges: with their grounds, discussed, decided, followed."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple, get_args

import msgspec
from litestar import Request, Response, get, post
from litestar.exceptions import NotFoundException
from litestar.response import Redirect
from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.district.domain.directory import freshness_of
from services.analysis.district.domain.discussion import FIELDS, read_laid
from services.analysis.district.domain.entries import Inventory
from services.analysis.district.domain.freshness import worse
from services.analysis.district.domain.kinds import field_of
from services.analysis.district.domain.proposals import BUNDLING, Circles, Proposal, propose
from services.analysis.district.domain.values import write_value
from services.analysis.district.network.graph import network_of
from services.analysis.district.operations.open_proposal import (
    Content,
    Decision,
    decide_proposal,
    discuss_proposal,
    dismiss_proposal,
    reopen_proposal,
    slug_of,
)
from services.analysis.district.storage import proposal_tables
from services.analysis.district.storage.entries import read_inventory
from services.analysis.district.storage.people import names_of
from services.analysis.district.storage.proposals import (
    Voice,
    list_proposals,
    passages_of,
    read_needs,
    read_opinions,
    voices_of,
)
from services.analysis.district.web.access import EDITOR, LEAD, READER, district_asked
from services.analysis.district.web.directory import PATH, shared_values
from services.analysis.district.web.discussing import Discussions, filled, in_words
from services.analysis.district.web.entry_form import titles_in
from services.analysis.district.web.pages import euros, option, option_names, page, say
from services.analysis.domain.days import day_of
from services.analysis.operations.make_selection import Choice, NothingChosen, make_selection
from services.analysis.results.storage.figures import read_figures
from services.analysis.storage.campaigns import find_campaign
from shared.contracts.proposals import CampaignWanted
from shared.kit.clock import now
from shared.kit.ids import random_id
from shared.kit.storage import Database
from shared.kit.web.bodies import first, read_fields
from shared.staff.access import SignedIn, require

Asking = Request[Any, Any, Any]
ONE: Final = PATH + "/proposals/{key:str}"
UNREADABLE: Final = 422
LONGEST: Final = 2000
DECISIONS: Final[tuple[Decision, ...]] = get_args(Decision)
DONE: Final = frozenset({"discussed", "published", "there", "decided", "dismissed", "reopened", "nobody"})
#: Voices beside a proposal.
VOICES: Final = 3
#: Conditions, and objections, that are shown with it; all others stand with the campaign's texts.
OPINIONS: Final = 4


class _Place(NamedTuple):
    """One proposal, and whoever looks at it."""

    database: Database
    discussions: Discussions
    signed_in: SignedIn
    district: str
    key: str


@get(PATH + "/proposals", opt=READER)
async def show_proposals(request: Asking, database: Database, signed_in: SignedIn) -> Response[str]:
    district = district_asked(request, signed_in)
    async with database.transaction() as session:
        inventory = await read_inventory(session, district)
        found = await _propose(session, inventory)
        taken = await list_proposals(session, district)
    known = {one.key for one in taken}
    open_ones = [(one, content_of(inventory, one)) for one in found if one.key not in known]
    return page(
        "proposals.html",
        **shared_values(inventory, signed_in, "proposals"),
        bundling=[one for one in open_ones if one[0].kind in BUNDLING],
        bridges=[one for one in open_ones if one[0].kind not in BUNDLING],
        taken=[(one, msgspec.convert(one.content, Content)) for one in taken],
    )


@get(ONE, opt=READER)
async def show_proposal(
    request: Asking, key: str, database: Database, signed_in: SignedIn, discussions: Discussions
) -> Response[str]:
    done = request.query_params.get("done", "")
    place = _Place(database, discussions, signed_in, district_asked(request, signed_in), key)
    return await _page(place, done=done if done in DONE else "")


@post(ONE + "/discuss", opt=EDITOR)
async def discuss(
    request: Asking, key: str, database: Database, signed_in: SignedIn, discussions: Discussions
) -> Response[Any]:
    """`do`: `publish`, or anything else for a draft that is looked at first."""
    fields, district = await read_fields(request), district_asked(request, signed_in, "editor")
    published = first(fields, "do") == "publish"
    if published:
        require(signed_in, "lead", district)
    typed = {name: first(fields, name) for name in FIELDS if name in fields}
    laid, faults = read_laid(typed, day_of(now()), published=published)
    if laid is None:
        place = _Place(database, discussions, signed_in, district, key)
        return await _page(place, faults=in_words(faults), laid=typed, status=UNREADABLE)
    missing = await discussions.standing(slug_of(district, key)) is None
    async with database.transaction() as session:
        kind, content = await _said(session, district, key)
        wanted = CampaignWanted(*laid, published=published)
        about = (district, key, kind, content, wanted)
        is_new = await discuss_proposal(session, *about, signed_in, now(), again=missing)
    done = "published" if published else "discussed"
    return _to(district, key, done if is_new else "there")


@post(ONE + "/dismiss", opt=EDITOR)
async def dismiss(
    request: Asking, key: str, database: Database, signed_in: SignedIn, discussions: Discussions
) -> Response[Any]:
    fields, district = await read_fields(request), district_asked(request, signed_in, "editor")
    reason = first(fields, "reason")[:LONGEST]
    if not reason:
        place = _Place(database, discussions, signed_in, district, key)
        return await _page(place, faults={"dismiss-reason": say("decide-missing-reason")}, status=UNREADABLE)
    async with database.transaction() as session:
        kind, content = await _said(session, district, key)
        await dismiss_proposal(session, district, key, kind, content, reason, signed_in, now())
    return _to(district, key, "dismissed")


@post(ONE + "/decide", opt=LEAD)
async def decide(
    request: Asking, key: str, database: Database, signed_in: SignedIn, discussions: Discussions
) -> Response[Any]:
    fields, district = await read_fields(request), district_asked(request, signed_in, "lead")
    decision = next((one for one in DECISIONS if one == first(fields, "decision")), None)
    reason, owner, due = first(fields, "reason")[:LONGEST], first(fields, "owner")[:200], _day(first(fields, "due_on"))
    missing = [name for name, value in (("decision", decision), ("reason", reason), ("owner", owner)) if not value]
    if first(fields, "due_on") and due is None:
        missing.append("due_on")
    if missing or decision is None:
        place = _Place(database, discussions, signed_in, district, key)
        faults = {name: say(f"decide-missing-{name}") for name in missing}
        return await _page(place, faults=faults, typed=fields, status=UNREADABLE)
    async with database.transaction() as session:
        row = await _row(session, district, key)
        await decide_proposal(session, row, decision, reason, owner, due, signed_in, now())
    return _to(district, key, "decided")


@post(ONE + "/reopen", opt=LEAD)
async def reopen(request: Asking, key: str, database: Database, signed_in: SignedIn) -> Redirect:
    district = district_asked(request, signed_in, "lead")
    async with database.transaction() as session:
        await reopen_proposal(session, await _row(session, district, key), signed_in)
    return _to(district, key, "reopened")


@post(ONE + "/answer", opt=EDITOR)
async def answer(request: Asking, key: str, database: Database, signed_in: SignedIn) -> Redirect:
    """All voices of its campaign go to where answers are written, with the decision as their heading."""
    district, selection_id = district_asked(request, signed_in, "editor"), random_id()
    async with database.transaction() as session:
        row = await _row(session, district, key)
        campaign = await find_campaign(session, row.slug) if row.slug else None
        passages = await passages_of(session, campaign.id) if campaign else ()
        label = f"{say('proposal')}: {msgspec.convert(row.content, Content).parties}"
        try:
            assert campaign or not passages
            choice = Choice("quotes", row.key, label, None, tuple(passages))
            if campaign:
                await make_selection(session, selection_id, campaign.id, choice, signed_in, now())
        except NothingChosen:
            campaign = None
    if campaign is None:
        return _to(district, key, "nobody")
    return Redirect(f"/staff/outcomes/new?selection={selection_id}", status_code=303)


def content_of(inventory: Inventory, proposal: Proposal) -> Content:
    """The proposal in words: what, what for, at what cost, and what speaks against it."""
    values = {
        **proposal.values,
        "topics": _listed("topic", proposal.topics),
        "groups": _listed("group", proposal.groups),
        "who": say(f"speakers-{proposal.need.speakers}") if proposal.need else proposal.values.get("who", ""),
    }
    if "amount" in values and proposal.kind == "pots":
        values["amount"] = euros(float(values["amount"]))
    texts = {
        part: say(f"proposal-{proposal.kind}-{part}", **values) for part in ("title", "benefit", "effort", "doubt")
    }
    fresh = freshness_of(inventory, now())
    if worse(*(fresh[one] for one in proposal.entry_ids if one in fresh)) != "fresh":
        texts["doubt"] += " " + say("proposal-old-facts")
    parties = " – ".join(inventory.title(inventory.all[one]) for one in proposal.entry_ids)
    return Content(**texts, parties=parties, grounds=tuple(_grounds(inventory, proposal)), cited=proposal.entry_ids)


def _grounds(inventory: Inventory, proposal: Proposal) -> list[str]:
    """Each fact it rests on: whose, which, what."""
    titles = titles_in(inventory)
    said = []
    for one in proposal.cited:
        entry = inventory.all[one.entry_id]
        value = write_value(field_of(entry.kind, one.field), entry.facts[one.field].value, option_names(), titles)
        said.append(f"{inventory.title(entry)}: {say(f'its-{one.field}')}: {value}")
    return said


async def _propose(session: AsyncSession, inventory: Inventory) -> Sequence[Proposal]:
    """Made once for each state of the inventory and of the figures."""
    needs = await read_needs(session, inventory.district)
    fresh = freshness_of(inventory, now())
    as_of = now().date(), sorted((one.slug, one.topic, one.speakers, one.people) for one in needs)

    def make(known: Inventory) -> Sequence[Proposal]:
        network = network_of(known)
        gaps = [(gap.first.members, gap.second.members) for gap in network.gaps]
        alone = [one.entry for one in network.members if one.place == "alone"]
        return propose(known, Circles(gaps, alone), needs, fresh)

    return await asyncio.to_thread(inventory.once, "proposals", make, as_of)


async def _page(place: _Place, *, status: int = 200, laid: Mapping[str, str] = {}, **more: Any) -> Response[str]:
    async with place.database.transaction() as session:
        inventory = await read_inventory(session, place.district)
        row = await _find_row(session, place.district, place.key)
        found = next((one for one in await _propose(session, inventory) if one.key == place.key), None)
        if row is None and found is None:
            raise NotFoundException
        campaign = await find_campaign(session, row.slug) if row and row.slug else None
        support = (await read_figures(session, campaign.id)) if campaign else None
        opinions = await read_opinions(session, campaign.id, OPINIONS) if campaign else {}
        voices = await _voices(session, found)
        people = await names_of(session, {by for by in (row.opened_by, row.decided_by) if by} if row else set())
    content = content_of(inventory, found) if found else msgspec.convert(row.content, Content)  # type: ignore[union-attr]
    kind = found.kind if found else row.kind  # type: ignore[union-attr]
    said = {"faults": {}, "typed": {}, "done": "", **more}
    return page(
        "proposal.html",
        status=status,
        **shared_values(inventory, place.signed_in, "proposals"),
        **said,
        **await _discussion(place, kind, content, row, laid),
        key=place.key,
        kind=kind,
        content=content,
        entries=[entry for one in content.cited if (entry := inventory.find(one))],
        found=found,
        row=row,
        campaign=campaign,
        support=support.breakdown("q.support") if support and "q.support" in support.facets else None,
        voices=voices,
        opinions=opinions,
        people=people,
        support_names=support.facets["q.support"].values if support and "q.support" in support.facets else {},
        decisions=DECISIONS,
    )


async def _discussion(
    place: _Place, kind: str, content: Content, row: proposal_tables.Proposal | None, typed: Mapping[str, str]
) -> dict[str, Any]:
    """Its campaign as it stands, or else what one would be, for those who may begin it."""
    standing = await place.discussions.standing(row.slug) if row and row.slug else None
    if standing:
        return {"standing": standing, "offer": None, "laid": {}}
    if not place.signed_in.may("editor", place.district) or (row and row.state == "decided"):
        return {"standing": None, "offer": None, "laid": {}}
    about = (place.district, kind, content.parties, content.summary, place.signed_in.name)
    offer = await place.discussions.offer(*about)
    return {"standing": None, "offer": offer, "laid": filled(offer, typed)}


async def _voices(session: AsyncSession, found: Proposal | None) -> list[Voice]:
    return await voices_of(session, found.need, VOICES) if found and found.need else []


async def _said(session: AsyncSession, district: str, key: str) -> tuple[str, Content]:
    """Kind and words of a proposal: as it follows from the inventory today, or as it was taken up."""
    inventory = await read_inventory(session, district)
    found = next((one for one in await _propose(session, inventory) if one.key == key), None)
    if found:
        return found.kind, content_of(inventory, found)
    row = await _row(session, district, key)
    return row.kind, msgspec.convert(row.content, Content)


async def _find_row(session: AsyncSession, district: str, key: str) -> proposal_tables.Proposal | None:
    return next((one for one in await list_proposals(session, district) if one.key == key), None)


async def _row(session: AsyncSession, district: str, key: str) -> proposal_tables.Proposal:
    """Locked. Raises NotFoundException for one that nobody took up."""
    found = await _find_row(session, district, key)
    if found is None:
        raise NotFoundException
    await session.refresh(found, with_for_update=True)
    return found


def _listed(names: str, keys: Sequence[str]) -> str:
    return ", ".join(option(names, key) for key in keys) or say("proposal-nothing-common")


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None


def _to(district: str, key: str, done: str) -> Redirect:
    return Redirect(f"{PATH}/proposals/{key}?district={district}&done={done}", status_code=303)
