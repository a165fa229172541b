"""Writing papers from live data: which sections there are, and what stands in them before anybody adds a word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final, NamedTuple

from sqlalchemy.ext.asyncio import AsyncSession

from services.analysis.district.domain.directory import count_freshness, count_kinds
from services.analysis.district.domain.entries import Entry, Inventory
from services.analysis.district.domain.kinds import KINDS
from services.analysis.district.domain.methods import Method, Use
from services.analysis.district.domain.papers import Bars, Block, Grid, Note, Points, Rules, Section, Voice, Words
from services.analysis.district.storage.entries import read_inventory
from services.analysis.district.storage.methods import read_methods, read_uses
from services.analysis.district.web.pages import PAGES
from services.analysis.domain.days import day_of
from services.analysis.domain.document import Document
from services.analysis.domain.findings import Finding
from services.analysis.domain.ledger import Ledger
from services.analysis.results.domain.figures import Breakdown, Figures
from services.analysis.results.operations.compare_residents import compare_residents
from services.analysis.results.storage.figures import read_figures
from services.analysis.results.storage.population import Stand, read_population
from services.analysis.results.web.missing import gaps_of, list_ways, report_of
from services.analysis.results.web.population import known_in
from services.analysis.storage.campaigns import list_campaigns
from services.analysis.storage.catalogue import find_effective
from services.analysis.storage.dashboard import read_ledger
from services.analysis.storage.findings import read_findings
from services.analysis.storage.quotes import Quote, best_quotes
from services.analysis.storage.selections import list_promises
from services.analysis.storage.tables import Campaign
from services.analysis.web.pages import decimal, number
from shared.kit.texts import FIRST, WRITTEN, language_tag
from shared.kit.web.pages import last_day, spoken_day

#: What a campaign is broken down by, where enough people answered.
REACHED: Final = ("age", "part", "language", "channel")
#: Quotes for and against one standard.
VOICES: Final = 2
#: Rows of a table before it says that there are more: a paper is read from front to back.
MOST_ROWS: Final = 60
STATES: Final = ("by_standard", "by_topic", "unclear", "off_topic", "excluded", "withdrawn", "waiting")


class Round(NamedTuple):
    """One campaign with all that a paper says of it."""

    campaign: Campaign
    ledger: Ledger
    findings: Sequence[Finding]
    quotes: dict[str, list[Quote]]
    figures: Figures
    promises: Sequence[Any]
    missing: str


class Sources(NamedTuple):
    """All that papers of a district are written from. Campaigns in the order they opened."""

    district: str
    today: date
    at: datetime
    document: Document
    catalogue: int
    inventory: Inventory
    methods: Sequence[Method]
    uses: Sequence[Use]
    stand: Stand | None
    rounds: Sequence[Round]


async def read_sources(
    session: AsyncSession, district: str, at: datetime, slugs: Iterable[str] | None = None
) -> Sources:
    """`slugs`: of the campaigns that matter; None: all of the district."""
    today = day_of(at)
    effective = await find_effective(session, district)
    methods = await read_methods(session, district)
    stand = await read_population(session, district)
    wanted = None if slugs is None else set(slugs)
    listed = [one.campaign for one in await list_campaigns(session, frozenset({district}))]
    chosen = sorted(
        (one for one in listed if wanted is None or one.slug in wanted), key=lambda one: (one.opens_at, one.slug)
    )
    return Sources(
        district,
        today,
        at,
        effective.document,
        effective.version.number or 0,
        await read_inventory(session, district),
        methods,
        await read_uses(session, district, methods, today),
        stand,
        [await _round(session, one, today, stand) for one in chosen],
    )


async def _round(session: AsyncSession, campaign: Campaign, today: date, stand: Stand | None) -> Round:
    figures = await read_figures(session, campaign.id)
    compared = await compare_residents(figures, stand.groups) if stand else []
    gaps = gaps_of(compared, known_in(campaign.district), await list_ways(session, campaign))
    return Round(
        campaign,
        await read_ledger(session, campaign.id),
        await read_findings(session, campaign, today),
        dict(await best_quotes(session, campaign.id, 40)),
        figures,
        await list_promises(session, campaign.id),
        report_of(stand, compared, gaps),
    )


def write_concept(sources: Sources, rules: Rules) -> tuple[Section, ...]:
    """Inventory, network, target groups, methods, standards, resources, calendar, evaluation, rules."""
    return (
        _section("aim", proposal=True),
        _section("inventory", *_inventory(sources)),
        _section("network", *_network(sources)),
        _section("groups", *_groups(sources)),
        _section("methods", *_methods(sources)),
        _section("standards", *_standards(sources)),
        _section("responsible"),
        _section("resources", *_resources(sources.inventory)),
        _section("calendar", *_calendar(sources)),
        _section("evaluation", *_evaluation(sources)),
        _section("rules", *_rules(rules)),
    )


def write_sheet(sources: Sources) -> tuple[Section, ...]:
    """One project: what, which level, when, how, what was said, what is kept, what comes next."""
    one = sources.rounds[0]
    campaign = one.campaign
    facts = (
        (_t("paper-fact-level"), _t(f"level-{campaign.level}")),
        (_t("paper-fact-office"), campaign.office),
        (_t("paper-fact-from"), _day(campaign.opens_at)),
        (_t("paper-fact-until"), spoken_day(last_day(campaign.closes_at), FIRST)),
        (_t("paper-fact-promise"), _day(campaign.promise_on)),
        (_t("paper-fact-received"), number(one.ledger.received)),
    )
    return (
        _section("project", Grid(_t("paper-grid-facts"), (_t("paper-column-what"), ""), facts)),
        _section("scope"),
        _section("reached", *_reached(one)),
        _section("said", *_said(sources, one)),
        _section("promise", *_promises([one], sources.today)),
        _section("next"),
    )


def write_report(sources: Sources) -> tuple[Section, ...]:
    """A period: all campaigns, both sides, standards with evidence, promises, who was reached, ledger."""
    return (
        _section("overview", *_overview(sources)),
        _section("sides", *_sides(sources)),
        _section("standards", *_standards(sources)),
        *(
            Section(f"said-{one.campaign.slug}", _title(one.campaign), tuple(_said(sources, one)), level=2)
            for one in sources.rounds
        ),
        _section("promises", *_promises(sources.rounds, sources.today)),
        _section("reached", *(block for one in sources.rounds for block in _reached(one, titled=True))),
        _section("ledger", _ledgers(sources.rounds), Note(_t("paper-note-ledger"))),
        _section("outlook"),
    )


def _section(key: str, *blocks: Block, proposal: bool = False) -> Section:
    """`proposal`: there is a text that may stand as it is. Other sections wait for people's words, or for data."""
    return Section(key, _t(f"paper-{key}"), blocks, _t(f"paper-{key}-proposal") if proposal else "")


def _t(key: str, **values: Any) -> str:
    return PAGES.texts.say(FIRST, key, **values)


def _day(day: date | datetime) -> str:
    return spoken_day(day, FIRST)


def _title(campaign: Campaign) -> str:
    return str(campaign.title.get(FIRST, campaign.slug))


def _inventory(sources: Sources) -> list[Block]:
    inventory = sources.inventory
    if not inventory.live:
        return [Note(_t("paper-inventory-none"))]
    counts, fresh = count_kinds(inventory.live), count_freshness(inventory, sources.at)
    rows = tuple((_t(f"kind-{kind}"), number(counts[kind])) for kind in KINDS if counts[kind])
    names = tuple(
        (one.name, _t(f"form-{one.line('form')}") if one.line("form") else "", _groups_of(one))
        for one in inventory.by_kind["organisation"][:MOST_ROWS]
    )
    state = ", ".join(f"{_t(f'fresh-{key}')}: {number(count)}" for key, count in fresh.items())
    return [
        Grid(_t("paper-grid-kinds"), (_t("paper-column-kind"), _t("paper-column-count")), rows, (1,)),
        Grid(
            _t("paper-grid-organisations"),
            (_t("paper-column-name"), _t("paper-column-form"), _t("paper-column-groups")),
            names,
        ),
        Note(_t("paper-note-inventory", state=state)),
    ]


def _groups_of(entry: Entry) -> str:
    return ", ".join(_t(f"group-{group}") for group in entry.keys("groups"))


def _network(sources: Sources) -> list[Block]:
    inventory = sources.inventory
    rounds = tuple(
        (
            one.name,
            _t(f"rhythm-{one.line('rhythm')}") if one.line("rhythm") else "",
            number(len(inventory.named_by(one, "members"))),
        )
        for one in inventory.by_kind["network"]
    )
    linked = {named.id for one in inventory.by_kind["cooperation"] for named in inventory.named_by(one, "between")}
    linked |= {named.id for one in inventory.by_kind["network"] for named in inventory.named_by(one, "members")}
    alone = tuple(one.name for one in inventory.by_kind["organisation"] if one.id not in linked)
    blocks: list[Block] = [
        Words(_t("paper-network-text", links=len(inventory.by_kind["cooperation"]), rounds=len(rounds)))
    ]
    if rounds:
        columns = (_t("paper-column-name"), _t("paper-column-rhythm"), _t("paper-column-members"))
        blocks.append(Grid(_t("paper-grid-rounds"), columns, rounds, (2,)))
    if alone:
        blocks += [Words(_t("paper-network-alone")), Points(alone[:MOST_ROWS])]
    return blocks


def _groups(sources: Sources) -> list[Block]:
    offers = sources.inventory.by_kind["offer"]
    counts: dict[str, int] = {}
    for offer in offers:
        for group in offer.keys("groups"):
            counts[group] = counts.get(group, 0) + 1
    rows = tuple(
        (_t(f"group-{group}"), number(count)) for group, count in sorted(counts.items(), key=lambda one: -one[1])
    )
    blocks: list[Block] = []
    if sources.stand:
        blocks.append(_residents(sources.stand, sources.district))
    if rows:
        blocks.append(Grid(_t("paper-grid-offers"), (_t("paper-column-group"), _t("paper-column-offers")), rows, (1,)))
    blocks += [Words(f"{_title(one.campaign)}: {one.missing}") for one in sources.rounds if one.missing]
    if sources.stand and sources.stand.demo:
        blocks.append(Note(_t("paper-note-demo")))
    return blocks


def _residents(stand: Stand, district: str) -> Bars:
    names: Mapping[str, str] = known_in(district)["age"]
    people: dict[str, int] = {}
    for group in stand.groups:
        people[group.age] = people.get(group.age, 0) + group.count
    whole, most = sum(people.values()) or 1, max(people.values(), default=1)
    bars = tuple(
        (names.get(age, age), count / most, f"{number(count)} ({decimal(count / whole, '0 %')})")
        for age, count in people.items()
    )
    title = _t("paper-bars-residents", year=str(stand.year))
    return Bars(title, _t("paper-bars-residents-text", count=number(whole), source=stand.source), bars)


def _methods(sources: Sources) -> list[Block]:
    known = {one.key: one for one in sources.methods}
    used = tuple(
        (known[use.method].name, use.campaign, number(use.heard_count)) for use in sources.uses if use.method in known
    )
    if not used:
        return [Note(_t("paper-methods-none"))]
    columns = (_t("paper-column-method"), _t("paper-column-campaign"), _t("paper-column-heard"))
    return [Grid(_t("paper-grid-methods"), columns, used, (2,))]


def _standards(sources: Sources) -> list[Block]:
    """Every standard with its indicators, and in how many campaigns it was kept."""
    columns = (_t("paper-column-standard"), _t("paper-column-indicators"), _t("paper-column-state"))
    rows = tuple(
        (
            one.title.de,
            "; ".join(indicator.text.de for indicator in one.indicators),
            _states(one.id, sources.rounds),
        )
        for one in sources.document.standards
    )
    return [
        Grid(_t("paper-grid-standards"), columns, rows),
        Note(_t("paper-note-standards", version=sources.catalogue)),
    ]


def _states(standard: str, rounds: Sequence[Round]) -> str:
    states = [finding.state for one in rounds for finding in one.findings if finding.standard == standard]
    said = [
        f"{_t(f'paper-state-{state}')}: {states.count(state)}"
        for state in ("not_kept", "partly", "kept")
        if state in states
    ]
    return ", ".join(said) or _t("paper-state-open")


def _resources(inventory: Inventory) -> list[Block]:
    blocks: list[Block] = []
    pots = inventory.by_kind["money"]
    if pots:
        rows = tuple((one.name, one.line("giver"), _euro(one.number("amount")), one.line("until")) for one in pots)
        columns = (
            _t("paper-column-pot"),
            _t("paper-column-giver"),
            _t("paper-column-amount"),
            _t("paper-column-until"),
        )
        blocks += [
            Grid(_t("paper-grid-money"), columns, rows, (2,)),
            Words(_t("paper-money-sum", sum=_euro(sum(one.number("amount") or 0 for one in pots)))),
        ]
    roles = inventory.by_kind["role"]
    if roles:
        hours = tuple(
            (one.name, _first(inventory.named_by(one, "organisation")), _hours(one.number("hours"))) for one in roles
        )
        heads = (_t("paper-column-role"), _t("paper-column-name"), _t("paper-column-hours"))
        blocks.append(Grid(_t("paper-grid-roles"), heads, hours, (2,)))
    return blocks or [Note(_t("paper-resources-none"))]


def _first(entries: Sequence[Entry]) -> str:
    return entries[0].name if entries else ""


def _euro(amount: float | None) -> str:
    return "" if amount is None else f"{number(round(amount))} €"


def _hours(hours: float | None) -> str:
    return "" if hours is None else decimal(hours, "0.#")


def _calendar(sources: Sources) -> list[Block]:
    rows = tuple(
        (
            _title(one.campaign),
            _t(f"level-{one.campaign.level}"),
            _day(one.campaign.opens_at),
            spoken_day(last_day(one.campaign.closes_at), FIRST),
            _day(one.campaign.promise_on),
        )
        for one in sources.rounds
    )
    if not rows:
        return [Note(_t("paper-calendar-none"))]
    names = ("campaign", "level", "from", "until", "promise")
    return [Grid(_t("paper-grid-calendar"), tuple(_t(f"paper-column-{name}") for name in names), rows)]


def _evaluation(sources: Sources) -> list[Block]:
    return [Words(_t("paper-evaluation-text")), *_sides(sources)]


def _rules(rules: Rules) -> list[Block]:
    names = [WRITTEN[code].name for code in rules.languages if code in WRITTEN]
    said = [
        _t("paper-rule-notice", days=rules.notice_days) if rules.notice_days else "",
        _t("paper-rule-feedback", weeks=rules.feedback_weeks) if rules.feedback_weeks else "",
        _t("paper-rule-languages", names=", ".join(names)) if names else "",
        _t("paper-rule-phone") if rules.without_device else "",
        _t("paper-rule-sides") if rules.both_sides else "",
        _t("paper-rule-person") if rules.person else "",
    ]
    kept = tuple(one for one in said if one)
    return [Words(_t("paper-rules-text")), Points(kept)] if kept else [Note(_t("paper-rules-none"))]


def _overview(sources: Sources) -> list[Block]:
    blocks = _calendar(sources)
    received = sum(one.ledger.received for one in sources.rounds)
    return [Words(_t("paper-overview-text", campaigns=len(sources.rounds), received=number(received))), *blocks]


def _sides(sources: Sources) -> list[Block]:
    """What people and the responsible department say of the same standards, on five points."""
    titles = {one.id: one.title.de for one in sources.document.standards}
    rows = tuple(
        (
            _title(one.campaign),
            titles.get(finding.standard, finding.standard),
            _mean(finding.mean),
            _mean(department.mean),
        )
        for one in sources.rounds
        for finding in one.findings
        if (department := finding.department) is not None and (finding.mean is not None or department.mean is not None)
    )
    if not rows:
        return [Note(_t("paper-sides-none"))]
    names = ("campaign", "standard", "people", "department")
    return [
        Grid(_t("paper-grid-sides"), tuple(_t(f"paper-column-{name}") for name in names), rows, (2, 3)),
        Note(_t("paper-note-sides")),
    ]


def _mean(value: float | None) -> str:
    return "–" if value is None else decimal(value, "0.0")


def _said(sources: Sources, one: Round) -> list[Block]:
    titles = {standard.id: standard.title.de for standard in sources.document.standards}
    judged = [finding for finding in one.findings if finding.state != "open" and finding.standard in titles]
    columns = (
        _t("paper-column-standard"),
        _t("paper-column-state"),
        *(_t(f"stance-{stance}") for stance in ("met", "not_met", "suggestion")),
    )
    rows = tuple(
        (
            titles[finding.standard],
            _t(f"paper-state-{finding.state}"),
            *(number(finding.counts.get(stance, 0)) for stance in ("met", "not_met", "suggestion")),
        )
        for finding in judged
    )
    if not rows:
        return [Note(_t("paper-said-none"))]
    voices = [
        voice for finding in judged for voice in _voices(one.quotes.get(finding.standard, []), titles[finding.standard])
    ]
    return [Grid(_t("paper-grid-said"), columns, rows, (2, 3, 4)), *voices]


def _voices(quotes: Sequence[Quote], title: str) -> list[Voice]:
    """The surest against and for, so that both are heard."""
    chosen = [quote for stance in ("not_met", "met") for quote in [q for q in quotes if q.stance == stance][:1]][
        :VOICES
    ]
    return [Voice(q.text, language_tag(q.language), f"{title}: {_t(f'stance-{q.stance}')}") for q in chosen]


def _promises(rounds: Sequence[Round], today: date) -> list[Block]:
    settled = {(one.campaign.id, promise.promise_on): promise for one in rounds for promise in one.promises}
    rows = []
    for one in rounds:
        days = sorted({one.campaign.promise_on, *(promise.promise_on for promise in one.promises)})
        for on in days:
            promise = settled.get((one.campaign.id, on))
            state = promise.state if promise else "open" if on >= today else "late"
            rows.append(
                (
                    _title(one.campaign),
                    _day(on),
                    _t(f"paper-promise-{state}"),
                    _day(promise.settled_on) if promise else "",
                )
            )
    names = ("campaign", "promise", "state", "settled")
    return [Grid(_t("paper-grid-promises"), tuple(_t(f"paper-column-{name}") for name in names), tuple(rows))]


def _reached(one: Round, *, titled: bool = False) -> list[Block]:
    found = [_bars(one, one.figures.breakdown(facet), titled) for facet in REACHED if facet in one.figures.facets]
    blocks: list[Block] = [bars for bars in found if bars.bars]
    if one.missing:
        blocks.append(Words(one.missing))
    return (
        [*blocks, Note(_t("paper-note-fives"))]
        if blocks
        else [Note(_t("paper-reached-none", title=_title(one.campaign)))]
    )


def _bars(one: Round, spread: Breakdown, titled: bool) -> Bars:
    most = max((cell.count for cell in spread.cells), default=0) or 1
    bars = tuple(
        (spread.facet.values[cell.key], cell.count / most, number(cell.count)) for cell in spread.cells if cell.count
    )
    title = f"{_title(one.campaign)}: {spread.facet.name}" if titled else spread.facet.name
    return Bars(title, _t("paper-bars-text", count=number(spread.base)), bars)


def _ledgers(rounds: Sequence[Round]) -> Grid:
    columns = (_t("paper-column-campaign"), *(_t(f"state-{state}") for state in STATES), _t("received"))
    rows = tuple(
        (_title(one.campaign), *(number(getattr(one.ledger, state)) for state in STATES), number(one.ledger.received))
        for one in rounds
    )
    return Grid(_t("paper-ledger"), columns, rows, tuple(range(1, len(columns))))
