"""The catalogue of open data, as DCAT-AP.de has it: what there is, in which files, under which licence.

One description becomes Turtle, JSON-LD and RDF/XML. Addresses of vocabularies are names: nobody calls them.
Source: DCAT-AP.de 3.0, GovData; licence: Datenlizenz Deutschland – Namensnennung 2.0.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple
from xml.sax.saxutils import escape, quoteattr

import msgspec

PREFIXES: Final[Mapping[str, str]] = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dcatde": "http://dcat-ap.de/def/dcatde/",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
LICENCE: Final = "http://dcat-ap.de/def/licenses/dl-by-de/2.0"
LICENCE_NAME: Final = "Datenlizenz Deutschland – Namensnennung – Version 2.0"
LICENCE_TEXT: Final = "https://www.govdata.de/dl-de/by-2-0"
_EU: Final = "http://publications.europa.eu/resource/authority/"
_MEDIA: Final = "https://www.iana.org/assignments/media-types/"
_RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#: Government and public sector; population and society.
THEMES: Final = (f"{_EU}data-theme/GOVE", f"{_EU}data-theme/SOCI")
GERMAN: Final = f"{_EU}language/DEU"
#: It stays for years to come.
STABLE: Final = f"{_EU}planned-availability/STABLE"
#: Who answers for the data, and who is to be named.
PUBLISHER: Final = "Stadt Oberhausen"
#: The city in the official register of municipalities; portals of before DCAT-AP.de 3.0 look for it under a name of
#: its own.
GEOCODE: Final = "http://dcat-ap.de/def/politicalGeocoding/municipalityKey/05119000"
GEOLEVEL: Final = "http://dcat-ap.de/def/politicalGeocoding/Level/municipality"


class Offered(NamedTuple):
    """A table that is open: its name in addresses, and what people call it."""

    name: str
    title: str


TABLES: Final = (
    Offered("auswertung", "Antworten auf alle Fragen"),
    Offered("standards", "Mindeststandards der Beteiligung"),
    Offered("verbleib", "Verbleib aller Antworten"),
)


class FileKind(NamedTuple):
    ending: str
    media_type: str
    file_type: str


FILES: Final = (FileKind("csv", "text/csv", "CSV"), FileKind("json", "application/json", "JSON"))


class Dataset(msgspec.Struct, frozen=True):
    """One campaign whose tables are open. `office`: who answers questions."""

    slug: str
    title: str
    office: str
    first: date
    last: date
    issued: date
    modified: date

    @property
    def named(self) -> str:
        """Whom the licence wants named."""
        return self.office if self.office.startswith(PUBLISHER) else f"{PUBLISHER}, {self.office}"

    @property
    def description(self) -> str:
        return (
            f"Ergebnisse der Beteiligung „{self.title}“: Antworten auf alle Fragen, Mindeststandards und Verbleib. "
            "Zahlen von Menschen sind auf Fünfer gerundet, Gruppen unter fünf stehen leer."
        )


class Iri(NamedTuple):
    address: str


class Said(NamedTuple):
    """A text; `tag`: its language, `kind`: its datatype, such as xsd:date."""

    text: str
    tag: str = ""
    kind: str = ""


class Node(msgspec.Struct, frozen=True):
    """A thing: what it is, and what is said of it. Without an address it stands inside another."""

    kind: str
    said: Sequence[tuple[str, Iri | Said | Node]]
    address: str = ""


def catalogue(address: str, datasets: Sequence[Dataset], contributor: str = "") -> list[Node]:
    """`address`: of the house, without a slash at the end. The catalogue, its datasets, and their files.

    `contributor`: as which the city delivers to the national portal itself; empty where another portal collects.
    """
    home = f"{address}/offene-daten"
    modified = max((one.modified for one in datasets), default=None)
    about: list[tuple[str, Iri | Said | Node]] = [
        ("dct:title", Said(f"Offene Daten zur Bürgerbeteiligung, {PUBLISHER}", "de")),
        ("dct:description", Said("Ergebnisse von Beteiligungen, gerundet, zum Weiterverwenden.", "de")),
        ("dct:publisher", _agent(PUBLISHER)),
        ("foaf:homepage", Iri(home)),
        ("dct:language", Iri(GERMAN)),
        ("dct:license", Iri(LICENCE)),
        *((("dct:modified", _day(modified)),) if modified else ()),
        *(("dcat:dataset", Iri(f"{home}/{one.slug}")) for one in datasets),
    ]
    found = [Node("dcat:Catalog", about, f"{home}#katalog")]
    for one in datasets:
        found += [_dataset(home, one, contributor), *_distributions(home, one)]
    return found


def files_of(slug: str) -> Iterator[tuple[Offered, FileKind, str]]:
    """Every file of a dataset, with its path below the catalogue."""
    for table in TABLES:
        for kind in FILES:
            yield table, kind, f"{slug}/{table.name}.{kind.ending}"


def turtle(nodes: Iterable[Node]) -> str:
    prefixes = "".join(f"@prefix {name}: <{space}> .\n" for name, space in PREFIXES.items())
    return prefixes + "".join(f"\n<{node.address}> {_turtle_said(node)} .\n" for node in nodes)


def json_ld(nodes: Iterable[Node]) -> str:
    whole = {"@context": dict(PREFIXES), "@graph": [_ld_node(node) for node in nodes]}
    return json.dumps(whole, ensure_ascii=False, indent=1)


def rdf_xml(nodes: Iterable[Node]) -> str:
    spaces = "".join(f" xmlns:{name}={quoteattr(space)}" for name, space in PREFIXES.items())
    body = "".join(_xml_node(node) for node in nodes)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF xmlns:rdf="{_RDF}"{spaces}>{body}</rdf:RDF>\n'


def _dataset(home: str, one: Dataset, contributor: str) -> Node:
    here = f"{home}/{one.slug}"
    period = Node("dct:PeriodOfTime", [("dcat:startDate", _day(one.first)), ("dcat:endDate", _day(one.last))])
    contact = Node("vcard:Organization", [("vcard:fn", Said(one.named)), ("vcard:hasURL", Iri(here))])
    return Node(
        "dcat:Dataset",
        [
            ("dct:title", Said(f"Beteiligung: {one.title}", "de")),
            ("dct:description", Said(one.description, "de")),
            ("dct:identifier", Said(here)),
            ("dct:publisher", _agent(PUBLISHER)),
            ("dcat:contactPoint", contact),
            *(("dcat:theme", Iri(theme)) for theme in THEMES),
            *(("dcat:keyword", Said(word, "de")) for word in ("Bürgerbeteiligung", "Umfrage", "Sozialraum")),
            ("dct:language", Iri(GERMAN)),
            ("dct:temporal", period),
            ("dct:issued", _day(one.issued)),
            ("dct:modified", _day(one.modified)),
            ("dct:accrualPeriodicity", Iri(f"{_EU}frequency/CONT")),
            ("dct:accessRights", Iri(f"{_EU}access-right/PUBLIC")),
            ("dcat:landingPage", Iri(here)),
            ("dcatap:availability", Iri(STABLE)),
            *((("dcatde:contributorID", Iri(contributor)),) if contributor else ()),
            ("dct:spatial", Iri(GEOCODE)),
            ("dcatde:politicalGeocodingLevelURI", Iri(GEOLEVEL)),
            ("dcatde:politicalGeocodingURI", Iri(GEOCODE)),
            *(("dcat:distribution", Iri(f"{home}/{path}")) for _, _, path in files_of(one.slug)),
        ],
        here,
    )


def _distributions(home: str, one: Dataset) -> Iterator[Node]:
    for table, kind, path in files_of(one.slug):
        yield Node(
            "dcat:Distribution",
            [
                ("dct:title", Said(f"{table.title} ({kind.file_type})", "de")),
                ("dcat:accessURL", Iri(f"{home}/{path}")),
                ("dcat:downloadURL", Iri(f"{home}/{path}")),
                ("dct:format", Iri(f"{_EU}file-type/{kind.file_type}")),
                ("dcat:mediaType", Iri(_MEDIA + kind.media_type)),
                ("dct:license", Iri(LICENCE)),
                ("dcatde:licenseAttributionByText", Said(one.named, "de")),
                ("dct:language", Iri(GERMAN)),
                ("dct:modified", _day(one.modified)),
                ("dcatap:availability", Iri(STABLE)),
            ],
            f"{home}/{path}",
        )


def _agent(name: str) -> Node:
    return Node("foaf:Organization", [("foaf:name", Said(name, "de"))])


def _day(day: date) -> Said:
    return Said(day.isoformat(), kind="xsd:date")


def _turtle_said(node: Node) -> str:
    return " ;\n    ".join([f"a {node.kind}", *(f"{verb} {_turtle_value(value)}" for verb, value in node.said)])


def _turtle_value(value: Iri | Said | Node) -> str:
    if isinstance(value, Node):
        return f"[ {_turtle_said(value)} ]"
    if isinstance(value, Iri):
        return f"<{value.address}>"
    written = json.dumps(value.text, ensure_ascii=False)  # Turtle escapes as JSON does
    return written + (f"@{value.tag}" if value.tag else f"^^{value.kind}" if value.kind else "")


def _ld_node(node: Node) -> dict[str, Any]:
    said: dict[str, list[Any]] = {}
    for verb, value in node.said:
        said.setdefault(verb, []).append(_ld_value(value))
    return {**({"@id": node.address} if node.address else {}), "@type": node.kind, **said}


def _ld_value(value: Iri | Said | Node) -> dict[str, Any]:
    if isinstance(value, Node):
        return _ld_node(value)
    if isinstance(value, Iri):
        return {"@id": value.address}
    more = {"@language": value.tag} if value.tag else {"@type": value.kind} if value.kind else {}
    return {"@value": value.text, **more}


def _xml_node(node: Node) -> str:
    about = f" rdf:about={quoteattr(node.address)}" if node.address else ""
    return f"<{node.kind}{about}>{''.join(_xml_value(verb, value) for verb, value in node.said)}</{node.kind}>"


def _xml_value(verb: str, value: Iri | Said | Node) -> str:
    if isinstance(value, Iri):
        return f"<{verb} rdf:resource={quoteattr(value.address)}/>"
    if isinstance(value, Node):
        return f"<{verb}>{_xml_node(value)}</{verb}>"
    space, _, name = value.kind.partition(":")
    kind = f" rdf:datatype={quoteattr(PREFIXES[space] + name)}" if value.kind else ""
    tag = f" xml:lang={quoteattr(value.tag)}" if value.tag else ""
    return f"<{verb}{kind}{tag}>{escape(value.text)}</{verb}>"
