"""What papers say of the place: inventory, network, groups, methods, tasks, money and hours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from services.analysis.district.domain.directory import count_freshness, count_kinds
from services.analysis.district.domain.entries import Entry
from services.analysis.district.domain.kinds import KINDS
from services.analysis.district.domain.methods import GROUPS, Method
from services.analysis.district.domain.papers import Bars, Block, Note, Points, Words
from services.analysis.district.web.pages import euros, iso_day, plain
from services.analysis.district.web.paper_sources import Sources, grid, sourced, t
from services.analysis.results.storage.population import Stand
from services.analysis.results.web.population import known_in
from services.analysis.web.pages import decimal, number

#: Methods named for one group.
FITTING = 3


def inventory(sources: Sources) -> list[Block]:
    known = sources.inventory
    if not known.live:
        return [Note(t("paper-inventory-none"))]
    counts, fresh = count_kinds(known.live), count_freshness(known, sources.at)
    names = (
        (one.name, t(f"form-{one.line('form')}") if one.line("form") else "–", _groups_of(one))
        for one in known.by_kind["organisation"]
    )
    state = ", ".join(f"{t(f'fresh-{key}')} {number(count)}" for key, count in fresh.items())
    kinds = ((t(f"kind-{kind}"), number(counts[kind])) for kind in KINDS if counts[kind])
    return [
        grid("kinds", ("kind", "count"), kinds, (1,)),
        *([grid("organisations", ("name", "form", "groups"), names)] if known.by_kind["organisation"] else ()),
        sourced("inventory", sources, count=number(len(known.live)), state=state),
    ]


def _groups_of(entry: Entry) -> str:
    return ", ".join(t(f"group-{group}") for group in entry.keys("groups")) or "–"


def network(sources: Sources) -> list[Block]:
    known = sources.inventory
    circles, links = known.by_kind["network"], known.by_kind["cooperation"]
    if not circles and not links:
        return [Note(t("paper-network-none"))]
    rows = ((one.name, _rhythm(one), number(len(known.named_by(one, "members")))) for one in circles)
    linked = {named.id for one in links for named in known.named_by(one, "between")}
    linked |= {named.id for one in circles for named in known.named_by(one, "members")}
    alone = tuple(one.name for one in known.by_kind["organisation"] if one.id not in linked)
    return [
        Words(t("paper-network-text", links=len(links), rounds=len(circles))),
        *([grid("rounds", ("name", "rhythm", "members"), rows, (2,))] if circles else ()),
        *([Words(t("paper-network-alone")), Points(alone)] if alone else ()),
        sourced("network", sources),
    ]


def _rhythm(entry: Entry) -> str:
    return t(f"rhythm-{entry.line('rhythm')}") if entry.line("rhythm") else "–"


def groups(sources: Sources) -> list[Block]:
    """Who lives here, what there is for whom, and who was missing where people were asked."""
    counts = Counter(group for offer in sources.inventory.by_kind["offer"] for group in offer.keys("groups"))
    rows = [
        (t(f"group-{group}"), number(count))
        for group, count in sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    ]
    unheard = tuple(t("paper-missing", title=one.title, said=one.missing) for one in sources.rounds if one.missing)
    blocks: list[Block] = [
        *([_residents(sources.stand, sources.district)] if sources.stand else ()),
        *([grid("offers", ("group", "offers"), rows, (1,)), sourced("offers", sources)] if rows else ()),
        *([Words(t("paper-missing-lead")), Points(unheard)] if unheard else ()),
    ]
    return blocks or [Note(t("paper-groups-none"))]


def _residents(stand: Stand, district: str) -> Bars:
    names: Mapping[str, str] = known_in(district)["age"]
    people: Counter[str] = Counter()
    for group in stand.groups:
        people[group.age] += group.count
    whole, most = people.total() or 1, max(people.values(), default=1)
    bars = tuple(
        (f"{names.get(age, age)}: {number(count)}", count / most, decimal(count / whole, "0 %"))
        for age, count in people.items()
    )
    title = t("paper-bars-residents", year=str(stand.year))
    return Bars(title, t("paper-bars-residents-text", count=number(whole), source=stand.source), bars)


def methods(sources: Sources) -> list[Block]:
    """What was used, with what it brought; and what would suit the groups of the place."""
    known = {one.key: one for one in sources.methods}
    used = [
        (known[one.method].name, one.campaign, number(one.heard_count)) for one in sources.uses if one.method in known
    ]
    fitting = ((t(f"group-{group}"), ", ".join(_fitting(sources.methods, group))) for group in GROUPS)
    return [
        grid("methods", ("method", "campaign", "heard"), used, (2,)) if used else Note(t("paper-methods-none")),
        grid("fitting", ("group", "method"), fitting),
        sourced("methods", sources, count=number(len(sources.methods))),
    ]


def _fitting(methods: Sequence[Method], group: str) -> list[str]:
    """Those made for few other groups come first."""
    found = sorted((one for one in methods if group in one.groups), key=lambda one: (len(one.groups), one.name))
    return [one.name for one in found[:FITTING]]


def tasks(sources: Sources) -> list[Block]:
    rows = [(one.name, one.line("department") or "–") for one in sources.inventory.by_kind["task"]]
    if not rows:
        return [Note(t("paper-tasks-none"))]
    return [grid("tasks", ("task", "department"), rows), sourced("tasks", sources)]


def resources(sources: Sources) -> list[Block]:
    blocks = [*_money(sources.inventory.by_kind["money"]), *_roles(sources)]
    return [*blocks, sourced("resources", sources)] if blocks else [Note(t("paper-resources-none"))]


def _money(pots: Sequence[Entry]) -> list[Block]:
    if not pots:
        return []
    rows = ((one.name, one.line("giver"), _euro(one.number("amount")), _until(one)) for one in pots)
    total = euros(sum(one.number("amount") or 0 for one in pots))
    return [grid("money", ("pot", "giver", "amount", "until"), rows, (2,)), Words(t("paper-money-sum", sum=total))]


def _roles(sources: Sources) -> list[Block]:
    known = sources.inventory
    roles = known.by_kind["role"]
    if not roles:
        return []
    rows = (
        (one.name, next((named.name for named in known.named_by(one, "organisation")), "–"), _hours(one))
        for one in roles
    )
    total = plain(sum(one.number("hours") or 0 for one in roles))
    return [grid("roles", ("role", "organisation", "hours"), rows, (2,)), Words(t("paper-hours-sum", sum=total))]


def projects(sources: Sources) -> list[Block]:
    """What is under way beside participation."""
    rows = [
        (one.name, iso_day(one.line("from")) if one.line("from") else "–", _until(one))
        for one in sources.inventory.by_kind["project"]
    ]
    return [grid("projects", ("name", "from", "until"), rows), sourced("projects", sources)] if rows else []


def _until(entry: Entry) -> str:
    return iso_day(entry.line("until")) if entry.line("until") else "–"


def _euro(amount: float | None) -> str:
    return "–" if amount is None else euros(amount)


def _hours(entry: Entry) -> str:
    hours = entry.number("hours")
    return "–" if hours is None else plain(hours)
