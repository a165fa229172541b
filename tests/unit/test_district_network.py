"""Links come from facts; the table and the drawing tell the same."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Final
from uuid import UUID

import networkx as nx

from deploy.sow_inventory import demo_id
from services.analysis.district.domain.entries import Entry, Inventory, stated
from services.analysis.district.domain.links import links_in
from services.analysis.district.network.drawing import HEIGHT, MOST_DOTS, WIDTH, draw_map, draw_network, draw_timeline
from services.analysis.district.network.graph import between, graph_of, network_of
from services.analysis.district.operations.export_inventory import write_graphml
from tests.support.inventory import demo_inventory

AT: Final = datetime(2026, 11, 23, 10, tzinfo=UTC)


def test_a_seat_at_the_same_table_is_no_working_together() -> None:
    inventory = demo_inventory(AT)
    strong = {frozenset((link.first, link.second)): link.strong for link in links_in(inventory)}
    assert strong[frozenset((demo_id("parkhaus"), demo_id("streetwork")))]
    assert not strong[frozenset((demo_id("parkhaus"), demo_id("friedenskirche")))]


def test_who_is_alone_who_bridges_and_who_never_meets_is_said() -> None:
    network = network_of(demo_inventory(AT))
    places = {one.entry.id: one.place for one in network.members}
    assert places[demo_id("gesundheitsladen")] == "alone"
    assert places[demo_id("quartiersbuero")] == "bridge"
    assert places[demo_id("ukraine")] == "table"
    assert any(
        {"newcomers", "seniors"} <= {*gap.first.groups, *gap.second.groups} and "seniors" in gap.groups
        for gap in network.gaps
    )


def test_the_drawing_shows_every_organisation_once_and_stays_inside() -> None:
    network = network_of(demo_inventory(AT))
    picture = draw_network(network)
    assert sorted(dot.entry.id for dot in picture.dots) == sorted(one.entry.id for one in network.members)
    assert len(picture.lines) == len(network.links)
    assert all(0 < dot.x < WIDTH and 0 < dot.y < HEIGHT for dot in picture.dots)


def test_the_table_names_everybody_the_drawing_links() -> None:
    network = network_of(demo_inventory(AT))
    told = {(one.entry.id, other.id, True) for one in network.members for other in one.partners}
    told |= {(one.entry.id, other.id, False) for one in network.members for other in one.peers}
    links = {(link.first, link.second, link.strong) for link in network.links}
    assert told == links | {(second, first, strong) for first, second, strong in links}


def test_two_are_linked_by_what_names_both_or_by_a_way_over_others_or_not_at_all() -> None:
    inventory = demo_inventory(AT)

    def told(first: str, second: str) -> tuple[set[str], int]:
        found = between(inventory, inventory.all[demo_id(first)], inventory.all[demo_id(second)])
        return {way.via for way in found.link.ways} if found.link else set(), len(found.way)

    assert told("parkhaus", "streetwork") == ({"cooperation", "project", "network"}, 2)
    assert told("parkhaus", "awo")[0] == {"network"}
    apart = told("kulturbruecke", "seniorenkreis")
    assert apart[0] == set()
    assert apart[1] > 2
    assert told("gesundheitsladen", "parkhaus") == (set(), 0)


def test_the_map_holds_every_place_however_many_there_are() -> None:
    places = [
        stated(Entry(UUID(int=n), "x", "room", {}), {"name": f"Raum {n}", "point": f"51.5{n % 97:02},6.8{n % 89:02}"},
               "staff", AT, "high")
        for n in range(1, 600)
    ]  # fmt: skip
    picture = draw_map(Inventory("x", places), places)
    assert sum(dot.count for dot in picture.dots) == len(places)
    assert len(picture.dots) <= MOST_DOTS
    assert picture.left_out == 0


def test_pages_of_the_time_line_can_be_laid_side_by_side() -> None:
    dated = [one for one in demo_inventory(AT).live if one.line("from")]
    first = draw_timeline(dated[:2], AT.date(), dated)
    second = draw_timeline(dated[2:], AT.date(), dated)
    assert (first.years, first.today) == (second.years, second.today)
    assert [bar.entry for bar in (*first.bars, *second.bars)] == dated


def test_an_empty_district_has_an_empty_network() -> None:
    empty = Inventory("x", [])
    assert (network_of(empty).members, draw_network(network_of(empty)).dots) == ((), ())
    assert draw_map(empty, []).dots == ()
    assert draw_timeline([], date(2026, 11, 23)).bars == ()


def test_graphml_is_read_back_as_the_same_network() -> None:
    inventory = demo_inventory(AT)
    back = nx.parse_graphml(write_graphml(inventory).decode())
    graph = graph_of(inventory)
    assert set(back.nodes) == {str(node) for node in graph}
    assert {frozenset(edge) for edge in back.edges} == {frozenset(map(str, edge)) for edge in graph.edges}
