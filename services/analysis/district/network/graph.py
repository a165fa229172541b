"""Who is connected, who is alone, who bridges, and which circles never meet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import combinations
from typing import Final
from uuid import UUID

import msgspec
import networkx as nx

from services.analysis.district.domain.entries import Entry, Inventory
from services.analysis.district.domain.links import Link, links_in

#: The same inventory always falls into the same circles.
SEED: Final = 7
#: Betweenness is estimated from so many organisations where there are more: exact would take minutes for a city.
SAMPLE: Final = 80
#: Organisations that at least this share of shortest ways in their part of the network leads over bridge it.
BRIDGING: Final = 0.12
#: Circles of fewer members are no circles.
SMALLEST: Final = 3


class Member(msgspec.Struct, frozen=True):
    """`partners`: with whom it works. `peers`: with whom it only sits at a table. `circle`: None for none.

    `bridging`: the share of shortest ways that lead over it. `needed`: without it others lose each other.
    """

    entry: Entry
    partners: tuple[Entry, ...]
    peers: tuple[Entry, ...]
    circle: int | None
    bridging: float
    needed: bool

    @property
    def strong(self) -> int:
        return len(self.partners)

    @property
    def weak(self) -> int:
        return len(self.peers)

    @property
    def place(self) -> str:
        """The text `place-<this>` says how it stands."""
        if not self.strong and not self.weak:
            return "alone"
        if self.needed or self.bridging >= BRIDGING:
            return "bridge"
        return "connected" if self.strong else "table"


class Circle(msgspec.Struct, frozen=True):
    """`groups`, `topics`: what its members have most in common."""

    number: int
    members: tuple[Entry, ...]
    groups: tuple[str, ...]
    topics: tuple[str, ...]


class Gap(msgspec.Struct, frozen=True):
    """Two circles of which nobody works with anybody. `groups`, `topics`: what both are about all the same."""

    first: Circle
    second: Circle
    groups: tuple[str, ...]
    topics: tuple[str, ...]


class Between(msgspec.Struct, frozen=True):
    """What is between two organisations. `way`: from the one to the other over those who work together, or else sit
    at the same tables; empty where none leads. `shared`: with whom both work.
    """

    link: Link | None
    way: tuple[Entry, ...]
    shared: tuple[Entry, ...]
    groups: tuple[str, ...]
    topics: tuple[str, ...]


class Network(msgspec.Struct, frozen=True):
    links: tuple[Link, ...]
    members: tuple[Member, ...]
    circles: tuple[Circle, ...]
    gaps: tuple[Gap, ...]


def network_of(inventory: Inventory) -> Network:
    """Takes a moment of CPU the first time: call it off the loop."""
    return inventory.once("network", _network)


def between(inventory: Inventory, first: Entry, second: Entry) -> Between:
    graph = graph_of(inventory)
    ids = {first.id, second.id}
    link = next((one for one in links_in(inventory) if {one.first, one.second} == ids), None)
    partners = {one.entry.id: one.partners for one in network_of(inventory).members}
    try:
        way = nx.shortest_path(graph, first.id, second.id, weight=lambda _one, _other, edge: 1 if edge["strong"] else 4)
    except nx.NetworkXNoPath:
        way = []
    return Between(
        link,
        tuple(inventory.all[one] for one in way),
        tuple(one for one in partners[first.id] if one in partners[second.id]),
        *(tuple(k for k in first.keys(f) if k in second.keys(f) and k != "everyone") for f in ("groups", "topics")),
    )


def graph_of(inventory: Inventory) -> nx.Graph:
    """Organisations and their links, `weight` and `strong` on the edges."""
    return inventory.once("graph", _graph)


def _graph(inventory: Inventory) -> nx.Graph:
    graph: nx.Graph = nx.Graph()
    graph.add_nodes_from(sorted(entry.id for entry in inventory.by_kind["organisation"]))
    for link in links_in(inventory):
        graph.add_edge(link.first, link.second, weight=link.weight, strong=link.strong)
    return graph


def _network(inventory: Inventory) -> Network:
    graph = graph_of(inventory)
    circles = _circles(inventory, graph)
    own = {member.id: circle.number for circle in circles for member in circle.members}
    bridging: Mapping[UUID, float] = nx.betweenness_centrality(graph, k=min(SAMPLE, len(graph)) or None, seed=SEED)
    needed = set(nx.articulation_points(graph))
    members = [
        Member(
            entry,
            *_neighbours(inventory, graph, entry),
            own.get(entry.id),
            bridging.get(entry.id, 0.0),
            entry.id in needed,
        )
        for entry in inventory.by_kind["organisation"]
    ]
    return Network(links_in(inventory), tuple(members), circles, _gaps(graph, circles))


def _neighbours(inventory: Inventory, graph: nx.Graph, entry: Entry) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """With whom it works, and with whom it only sits at a table; by name."""
    found = sorted(
        ((inventory.all[other], bool(edge["strong"])) for other, edge in graph[entry.id].items()),
        key=lambda pair: pair[0].name.casefold(),
    )
    return tuple(one for one, strong in found if strong), tuple(one for one, strong in found if not strong)


def _circles(inventory: Inventory, graph: nx.Graph) -> tuple[Circle, ...]:
    """The largest first."""
    linked = graph.subgraph([node for node in graph if graph.degree(node)])
    found = nx.community.louvain_communities(linked, weight="weight", seed=SEED) if linked else []
    large = [sorted(one) for one in found if len(one) >= SMALLEST]
    ordered = sorted(large, key=lambda one: (-len(one), one))
    return tuple(_circle(inventory, number, ids) for number, ids in enumerate(ordered, 1))


def _circle(inventory: Inventory, number: int, ids: list[UUID]) -> Circle:
    members = sorted((inventory.all[one] for one in ids), key=lambda entry: entry.name.casefold())
    return Circle(number, tuple(members), most_common(members, "groups", 2), most_common(members, "topics", 3))


def most_common(entries: list[Entry], field: str, most: int) -> tuple[str, ...]:
    """What at least two of them name, the most frequent first; what is for everyone tells nothing apart."""
    counts = Counter(key for entry in entries for key in entry.keys(field) if key != "everyone")
    return tuple(key for key, count in counts.most_common(most) if count > 1)


def _gaps(graph: nx.Graph, circles: tuple[Circle, ...]) -> tuple[Gap, ...]:
    """Pairs of circles without anybody who works with somebody of the other; those with most in common first."""
    gaps = []
    for first, second in combinations(circles, 2):
        others = {entry.id for entry in second.members}
        met = any(
            graph.edges[one.id, other]["strong"] for one in first.members for other in set(graph[one.id]) & others
        )
        if not met:
            gaps.append(Gap(first, second, *(_common(first, second, field) for field in ("groups", "topics"))))
    return tuple(sorted(gaps, key=lambda gap: -len(gap.groups) - len(gap.topics)))


def _common(first: Circle, second: Circle, field: str) -> tuple[str, ...]:
    one, other = ({key for entry in circle.members for key in entry.keys(field)} for circle in (first, second))
    return tuple(sorted((one & other) - {"everyone"}))
