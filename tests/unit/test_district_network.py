"""Links come from facts; the table and the drawing tell the same."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Final

import networkx as nx

from deploy.sow_inventory import demo_id
from services.analysis.district.domain.entries import Inventory
from services.analysis.district.domain.links import links_in
from services.analysis.district.network.drawing import HEIGHT, WIDTH, draw_map, draw_network, draw_timeline
from services.analysis.district.network.graph import graph_of, network_of
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
