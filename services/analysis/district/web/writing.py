"""Writing papers from live data: which sections there are, and what stands in them before anybody adds a word."""

from __future__ import annotations

from collections.abc import Sequence

from services.analysis.district.domain.papers import Block, Note, Points, Rules, Section, Words
from services.analysis.district.web import paper_place as place
from services.analysis.district.web import paper_rounds as rounds
from services.analysis.district.web.paper_sources import Round, Sources, sourced, t
from shared.kit.texts import WRITTEN


def write_concept(sources: Sources, rules: Rules) -> tuple[Section, ...]:
    """Inventory, network, target groups, methods, standards, who does it, resources, calendar, evaluation, rules."""
    return (
        _section("aim", proposal=True),
        _section("inventory", *place.inventory(sources)),
        _section("network", *place.network(sources)),
        _section("groups", *place.groups(sources)),
        _section("methods", *place.methods(sources)),
        _section("standards", *rounds.standards(sources)),
        _section("responsible", *place.tasks(sources)),
        _section("resources", *place.resources(sources)),
        _section("calendar", *rounds.calendar(sources), *place.projects(sources)),
        _section("evaluation", Words(t("paper-evaluation-text")), *rounds.sides(sources)),
        _section("rules", *_rules(rules)),
    )


def write_sheet(sources: Sources) -> tuple[Section, ...]:
    """One project: what, which level, when, how, what was said, what is kept, what comes next."""
    one = sources.rounds[0]
    return (
        _section("project", *rounds.facts(sources, one)),
        _section("scope"),
        _section("reached", *rounds.reached(one), sourced("reached", sources)),
        _section("said", *rounds.said(sources, one), sourced("said", sources)),
        _section("promise", *rounds.promises(sources)),
        _section("departures", *rounds.departures(sources)),
        _section("next"),
    )


def write_report(sources: Sources) -> tuple[Section, ...]:
    """A period: all campaigns, both sides, standards with evidence, promises, who was reached, ledger."""
    return (
        _section("overview", *rounds.overview(sources)),
        _section("sides", *rounds.sides(sources)),
        _section("standards", *rounds.standards_kept(sources), *_noted("said", sources)),
        *(_under("said", one, rounds.said(sources, one)) for one in sources.rounds),
        _section("promises", *rounds.promises(sources)),
        _section("departures", *rounds.departures(sources)),
        _section("reached", *(_noted("reached", sources) or [Note(t("paper-calendar-none"))])),
        *(_under("reached", one, rounds.reached(one)) for one in sources.rounds),
        _section("ledger", *rounds.ledger(sources)),
        _section("outlook"),
    )


def _noted(name: str, sources: Sources) -> list[Note]:
    """Once for all campaigns whose sections follow."""
    return [sourced(name, sources)] if sources.rounds else []


def _section(key: str, *blocks: Block, proposal: bool = False) -> Section:
    """`proposal`: there is a text that may stand as it is. Other sections wait for people's words, or for data."""
    return Section(key, t(f"paper-{key}"), blocks, t(f"paper-{key}-proposal") if proposal else "")


def _under(key: str, one: Round, blocks: Sequence[Block]) -> Section:
    """What a chapter says of one campaign."""
    return Section(f"{key}-{one.campaign.slug}", one.title, tuple(blocks), level=2)


def rule_lines(rules: Rules) -> list[str]:
    """One sentence for each rule, always in the same order; empty for what is not asked."""
    names = [WRITTEN[code].name for code in rules.languages if code in WRITTEN]
    return [
        t("paper-rule-notice", days=rules.notice_days) if rules.notice_days else "",
        t("paper-rule-feedback", weeks=rules.feedback_weeks) if rules.feedback_weeks else "",
        t("paper-rule-languages", names=", ".join(names)) if names else "",
        t("paper-rule-phone") if rules.without_device else "",
        t("paper-rule-sides") if rules.both_sides else "",
        t("paper-rule-person") if rules.person else "",
    ]


def _rules(rules: Rules) -> list[Block]:
    kept = tuple(one for one in rule_lines(rules) if one)
    return [Words(t("paper-rules-text")), Points(kept)] if kept else [Note(t("paper-rules-none"))]
