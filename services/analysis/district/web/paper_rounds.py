"""What papers say of participation: when it was, what was said, what was kept, and who was reached.

Numbers about people come from findings and figures, as they may be shown; exact are the ledger's, of a whole campaign.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final
from uuid import UUID

from services.analysis.district.domain.papers import Bars, Block, Grid, Note, Voice, Words
from services.analysis.district.web.paper_sources import Round, Sources, grid, sourced, spoken, t
from services.analysis.domain.findings import Finding
from services.analysis.results.domain.figures import Breakdown
from services.analysis.storage.quotes import Quote
from services.analysis.web.pages import decimal, number
from shared.kit.texts import WRITTEN, language_tag
from shared.kit.web.pages import last_day

#: What a campaign is broken down by, where enough people answered.
REACHED: Final = ("age", "part", "language", "channel")
STATES: Final = ("by_standard", "by_topic", "unclear", "off_topic", "excluded", "withdrawn", "waiting")
JUDGED: Final = ("kept", "partly", "not_kept", "open")
#: Campaigns beside each other in one table.
BESIDE: Final = 4


def facts(sources: Sources, one: Round) -> list[Block]:
    campaign = one.campaign
    rows = (
        (t("paper-fact-level"), t(f"level-{campaign.level}")),
        (t("paper-fact-office"), campaign.office),
        (t("paper-fact-from"), spoken(campaign.opens_at)),
        (t("paper-fact-until"), spoken(last_day(campaign.closes_at))),
        (t("paper-fact-promise"), spoken(campaign.promise_on)),
        (t("paper-fact-languages"), ", ".join(WRITTEN[code].name for code in WRITTEN if code in campaign.title)),
        (t("paper-fact-received"), number(one.ledger.received)),
    )
    return [grid("facts", ("what", "said"), rows), sourced("campaigns", sources)]


def calendar(sources: Sources) -> list[Block]:
    if not sources.rounds:
        return [Note(t("paper-calendar-none"))]
    rows = (
        (
            one.title,
            t(f"level-{one.campaign.level}"),
            spoken(one.campaign.opens_at),
            spoken(last_day(one.campaign.closes_at)),
            spoken(one.campaign.promise_on),
        )
        for one in sources.rounds
    )
    return [grid("calendar", ("campaign", "level", "from", "until", "promise"), rows), sourced("campaigns", sources)]


def overview(sources: Sources) -> list[Block]:
    received = sum(one.ledger.received for one in sources.rounds)
    text = Words(t("paper-overview-text", campaigns=len(sources.rounds), received=number(received)))
    return [*([text] if sources.rounds else ()), *calendar(sources)]


def standards(sources: Sources) -> list[Block]:
    """Every standard with its indicators, and in how many campaigns it was kept."""
    rows = (
        (one.title.de, "; ".join(indicator.text.de for indicator in one.indicators) or "–", _states(one.id, sources))
        for one in sources.document.standards
    )
    return [grid("standards", ("standard", "indicators", "state"), rows), *_catalogue(sources)]


def standards_kept(sources: Sources) -> list[Block]:
    """In how many campaigns of the period each standard was kept."""
    if not sources.rounds:
        return [Note(t("paper-calendar-none"))]
    rows = (
        (one.title.de, *(number(_judged(one.id, sources).count(state)) for state in JUDGED))
        for one in sources.document.standards
    )
    columns = ("standard", *JUDGED)
    return [grid("kept", columns, rows, tuple(range(1, len(columns)))), *_catalogue(sources)]


def _catalogue(sources: Sources) -> Iterator[Note]:
    """Which version it is; and where another one holds, which."""
    version, bound = sources.catalogue, sources.bound
    yield Note(t("paper-note-standards", version=version.number, date=spoken(version.published_at or sources.at)))
    if bound and bound.catalogue != version.number:
        told = {"bound": bound.catalogue, "body": bound.adopted_by, "date": spoken(bound.adopted_on)}
        yield Note(t("paper-note-bound", version=version.number, **told))


def _judged(standard: str, sources: Sources) -> list[str]:
    return [found.state for one in sources.rounds for found in one.findings if found.standard == standard]


def _states(standard: str, sources: Sources) -> str:
    states = _judged(standard, sources)
    said = [
        f"{t(f'paper-state-{state}')}: {states.count(state)}"
        for state in ("not_kept", "partly", "kept")
        if state in states
    ]
    return ", ".join(said) or t("paper-state-open")


def sides(sources: Sources) -> list[Block]:
    """What people and the responsible department say of the same standards, on five points."""
    titles = _titles(sources)
    rows = [
        (one.title, titles.get(found.standard, found.standard), _mean(found.mean), _mean(department.mean))
        for one in sources.rounds
        for found in one.findings
        if (department := found.department) is not None and (found.mean is not None or department.mean is not None)
    ]
    if not rows:
        return [Note(t("paper-sides-none"))]
    columns = ("campaign", "standard", "people", "department-mean")
    return [grid("sides", columns, rows, (2, 3)), sourced("sides", sources)]


def _mean(value: float | None) -> str:
    return "–" if value is None else decimal(value, "0.0")


def said(sources: Sources, one: Round) -> list[Block]:
    """Standards that something is known of, with what it is known from, and voices."""
    titles = _titles(sources)
    judged = [found for found in one.findings if found.state != "open" and found.standard in titles]
    if not judged:
        return [Note(t("paper-said-none"))]
    rows = (
        (titles[found.standard], t(f"paper-state-{found.state}"), _mean(found.mean), _stances(found), _facts(found))
        for found in judged
    )
    voices = list(_voices(one, judged, titles))
    return [
        grid("said", ("standard", "state", "mean", "written", "facts"), rows, (2,)),
        *([Words(t("paper-voices-lead"))] if voices else ()),
        *voices,
    ]


def _titles(sources: Sources) -> dict[str, str]:
    return {standard.id: standard.title.de for standard in sources.document.standards}


def _stances(found: Finding) -> str:
    counts = ((stance, found.counts.get(stance, 0)) for stance in ("met", "not_met", "suggestion"))
    return ", ".join(f"{t(f'stance-{stance}')} {number(count)}" for stance, count in counts if count) or "–"


def _facts(found: Finding) -> str:
    speaking = (one for one in found.facts if one.kept is not None)
    return (
        "; ".join(f"{t(f'fact-{one.key}')}: {t(f'fact-{one.key}-value', count=one.count)}" for one in speaking) or "–"
    )


def _voices(one: Round, judged: Sequence[Finding], titles: Mapping[str, str]) -> Iterator[Voice]:
    """Of each standard the surest against and the surest for, so that both are heard; nobody twice."""
    heard: set[UUID] = set()
    for found in judged:
        for stance in ("not_met", "met"):
            quotes = (quote for quote in one.quotes.get(found.standard, ()) if quote.stance == stance)
            quote = next((quote for quote in quotes if quote.response_id not in heard), None)
            if quote is not None:
                heard.add(quote.response_id)
                yield _voice(quote, titles[found.standard])


def _voice(quote: Quote, title: str) -> Voice:
    language = WRITTEN[quote.language].name if quote.language in WRITTEN else quote.language
    about = t("paper-voice", standard=title, stance=t(f"stance-{quote.stance}"), language=language)
    told = about if quote.reviewed else t("paper-voice-unchecked", about=about)
    return Voice(quote.text, language_tag(quote.language), told)


def promises(sources: Sources) -> list[Block]:
    """Every day that was promised, and what became of it."""
    if not sources.rounds:
        return [Note(t("paper-promises-none"))]
    rows = (row for one in sources.rounds for row in _promises(one, sources))
    return [grid("promises", ("campaign", "promise", "state", "settled"), rows), sourced("promises", sources)]


def _promises(one: Round, sources: Sources) -> Iterator[tuple[str, ...]]:
    settled = {promise.promise_on: promise for promise in one.promises}
    for day in sorted({one.campaign.promise_on, *settled}):
        promise = settled.get(day)
        state = promise.state if promise else "open" if day >= sources.today else "late"
        yield one.title, spoken(day), t(f"paper-promise-{state}"), spoken(promise.settled_on) if promise else "–"


def departures(sources: Sources) -> list[Block]:
    """Where campaigns did not keep to the adopted concept, and the public reason."""
    rows = [
        (one.title, t(f"paper-departure-{rule}"), str(reason))
        for one in sources.rounds
        for rule, reason in sorted(one.campaign.overruled.items())
    ]
    if rows:
        return [grid("departures", ("campaign", "rule", "reason"), rows), sourced("campaigns", sources)]
    return [Note(t("paper-departures-none" if sources.bound else "paper-departures-free"))]


def reached(one: Round) -> list[Block]:
    """Who took part, as it may be shown, and who is missing."""
    found = [_bars(one.figures.breakdown(facet)) for facet in REACHED if facet in one.figures.facets]
    blocks: list[Block] = [bars for bars in found if bars.bars]
    if one.missing:
        blocks.append(Words(one.missing))
    return blocks or [Note(t("paper-reached-none"))]


def _bars(spread: Breakdown) -> Bars:
    most = max((cell.count for cell in spread.cells), default=0) or 1
    bars = tuple(
        (_label(spread.facet.values[cell.key], cell.key), cell.count / most, number(cell.count))
        for cell in spread.cells
        if cell.count
    )
    return Bars(spread.facet.name, t("paper-bars-text", count=number(spread.base)), bars)


def _label(name: str, key: str) -> str:
    """A channel by its place: its code says nothing to people who read a paper."""
    return name.removesuffix(f" ({key})")


def ledger(sources: Sources) -> list[Block]:
    """States below each other, campaigns beside each other: a table as wide as a page."""
    rounds = sources.rounds
    if not rounds:
        return [Note(t("paper-calendar-none"))]
    tables = [_ledger(rounds[first : first + BESIDE]) for first in range(0, len(rounds), BESIDE)]
    return [*tables, sourced("ledger", sources)]


def _ledger(rounds: Sequence[Round]) -> Grid:
    rows = tuple((t(f"state-{state}"), *(number(getattr(one.ledger, state)) for one in rounds)) for state in STATES)
    total = (t("paper-ledger-received"), *(number(one.ledger.received) for one in rounds))
    columns = (t("paper-column-state-of"), *(one.title for one in rounds))
    return Grid(t("paper-grid-ledger"), columns, (*rows, total), tuple(range(1, len(columns))))
