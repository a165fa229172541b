"""The description of `/api/v1` for programs, as OpenAPI 3.1 has it; a test holds it against the routes and answers."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from services.analysis.results.domain.api import MOST, PAGE, PER_MINUTE, PROBLEMS

PATH: Final = "/api/v1"
_ONE: Final = "/campaigns/{slug}"
Schema = dict[str, Any]
_TEXT: Final[Schema] = {"type": "string"}
_TRUTH: Final[Schema] = {"type": "boolean"}
#: A number of people: in fives, or null for nobody and for fewer than five.
_COUNT: Final[Schema] = {
    "type": ["integer", "null"],
    "multipleOf": 5,
    "minimum": 5,
    "description": "In fives; null for nobody and for fewer than five, which are never told apart.",
}
_SHARE: Final[Schema] = {
    "type": ["number", "null"],
    "minimum": 0,
    "maximum": 1,
    "description": "null where too few are counted for a share to mean anything.",
}
_EXACT: Final[Schema] = {"type": "integer", "minimum": 0}
_TRANSLATED: Final[Schema] = {"type": "object", "additionalProperties": _TEXT, "description": "Language code → text."}


class Operation(NamedTuple):
    """`parameters`: names in PARAMETERS; `returns`: name in SCHEMAS."""

    path: str
    name: str
    summary: str
    german: str
    scope: str
    parameters: tuple[str, ...]
    returns: str


OPERATIONS: Final = (
    Operation(
        "/campaigns", "listCampaigns", "Campaigns of the token's district", "Beteiligungen des Sozialraums",
        "figures:read", ("limit", "cursor"), "Campaigns",
    ),
    Operation(_ONE, "showCampaign", "One campaign", "Eine Beteiligung", "figures:read", ("slug",), "CampaignFigures"),
    Operation(
        f"{_ONE}/facets", "listFacets", "What responses can be told apart by", "Wonach sich Antworten unterscheiden",
        "figures:read", ("slug",), "Facets",
    ),
    Operation(
        f"{_ONE}/breakdowns/{{facet}}", "showBreakdown", "How people spread over a facet's values",
        "Wie sich die Menschen auf die Werte eines Merkmals verteilen", "figures:read",
        ("slug", "facet", "filters", "from", "until"), "Breakdown",
    ),
    Operation(
        f"{_ONE}/crosstabs", "showCrossTab", "Two facets against each other", "Zwei Merkmale gegeneinander",
        "figures:read", ("slug", "rows", "columns", "filters", "from", "until"), "CrossTab",
    ),
    Operation(
        f"{_ONE}/standards", "listStandards", "What people say of each minimum standard",
        "Was Menschen zu jedem Mindeststandard sagen", "figures:read", ("slug", "filters", "from", "until"),
        "Standards",
    ),
    Operation(
        f"{_ONE}/ledger", "showLedger", "What became of every response, in exact numbers",
        "Verbleib aller Antworten, in genauen Zahlen", "ledger:read", ("slug",), "Ledger",
    ),
    Operation(
        f"{_ONE}/quotes", "listQuotes", "What people wrote of standards, masked", "Zitate zu Standards, ohne Namen",
        "texts:read", ("slug", "standard", "stance", "limit", "cursor"), "Quotes",
    ),
    Operation(
        f"{_ONE}/questionnaires", "listQuestionnaires", "What was asked, in every version",
        "Was gefragt wurde, in jeder Fassung", "figures:read", ("slug",), "Questionnaires",
    ),
)  # fmt: skip


def document(address: str) -> dict[str, Any]:
    """`address`: where people reach the house, without a slash at the end."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "Resonanz", "version": "1.0.0", "description": _ABOUT, "license": _LICENCE},
        "servers": [{"url": f"{address}{PATH}"}],
        "security": [{"token": []}],
        "paths": {one.path: {"get": _described(one)} for one in OPERATIONS},
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer", "description": "Made on /staff/tokens."}},
            "parameters": PARAMETERS,
            "schemas": SCHEMAS,
            "headers": HEADERS,
            "responses": {kind: _problem(kind) for kind in PROBLEMS if kind not in _ELSEWHERE},
        },
    }


_LICENCE: Final = {"name": "EUPL-1.2", "identifier": "EUPL-1.2"}
_ABOUT: Final = (
    "Reads what the pages of the house show, never more. Numbers of people are rounded to fives; fewer than five look "
    "like nobody (null). Every answer has an entity tag: send it back as If-None-Match and unchanged answers cost "
    f"nothing. A token may ask {PER_MINUTE} times a minute."
)


def _query(name: str, schema: Schema, about: str, *, required: bool = False) -> dict[str, Any]:
    return {"name": name, "in": "query", "required": required, "schema": schema, "description": about}


def _in_path(name: str, about: str) -> dict[str, Any]:
    return {"name": name, "in": "path", "required": True, "schema": _TEXT, "description": about}


_DAY: Final[Schema] = {"type": "string", "format": "date"}
_ALLOWED: Final[Schema] = {"type": "object", "additionalProperties": {"type": "array", "items": _TEXT}}
PARAMETERS: Final[dict[str, Any]] = {
    "slug": _in_path("slug", "The campaign's name in addresses."),
    "facet": _in_path("facet", "Key of a facet, such as age or q.way."),
    "limit": _query("limit", {"type": "integer", "minimum": 1, "maximum": MOST, "default": PAGE}, "Entries of a page."),
    "cursor": _query("cursor", _TEXT, "Where the page begins: what `next` of the page before said."),
    "rows": _query("rows", _TEXT, "Facet whose values are the rows.", required=True),
    "columns": _query("columns", _TEXT, "Facet whose values are the columns.", required=True),
    "standard": _query("standard", _TEXT, "Only quotes that bear on this standard."),
    "stance": _query("stance", {"enum": ["met", "not_met", "suggestion"]}, "Only quotes that say so."),
    "from": _query("from", _DAY, "Received on this day or later."),
    "until": _query("until", _DAY, "Received on this day or earlier."),
    "filters": {
        **_query("filters", _ALLOWED, "Any facet as a parameter: age=65-79&age=80-plus&language=tr. Within a facet "
                 "either value, across facets all of them."),
        "style": "form",
        "explode": True,
    },
}  # fmt: skip
HEADERS: Final[dict[str, Any]] = {
    "ETag": {"schema": _TEXT, "description": "Changes when the answer does."},
    "RateLimit-Limit": {"schema": _EXACT, "description": "Requests per minute."},
    "RateLimit-Remaining": {"schema": _EXACT, "description": "Requests that are left in this minute."},
    "RateLimit-Reset": {"schema": _EXACT, "description": "Seconds until the next minute begins."},
    "Retry-After": {"schema": _EXACT, "description": "Seconds to wait."},
}


def _object(**properties: Schema) -> Schema:
    """All of them are always there."""
    return {"type": "object", "required": list(properties), "properties": properties, "additionalProperties": False}


def _list(of: Schema) -> Schema:
    return {"type": "array", "items": of}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def _pages(of: str, **more: Schema) -> Schema:
    following: Schema = {"type": ["string", "null"], "description": "Cursor of the next page; null on the last."}
    return _object(items=_list(_ref(of)), next=following, **more)


_MOMENT: Final[Schema] = {"type": "string", "format": "date-time"}
_CAMPAIGN: Final[dict[str, Schema]] = {
    "slug": _TEXT,
    "title": _TRANSLATED,
    "district": _TEXT,
    "office": _TEXT,
    "level": _TEXT,
    "opens_at": _MOMENT,
    "closes_at": _MOMENT,
    "promise_on": _DAY,
    "version": {"type": "integer"},
}
_STANCES: Final[dict[str, Schema]] = {"met": _COUNT, "not_met": _COUNT, "suggestion": _COUNT}
_MAYBE: Final[Schema] = {"type": ["string", "null"]}
SCHEMAS: Final[dict[str, Schema]] = {
    "Campaign": _object(**_CAMPAIGN),
    "CampaignFigures": _object(**_CAMPAIGN, revision=_EXACT, count=_COUNT),
    "Campaigns": _pages("Campaign"),
    "Facet": _object(
        key=_TEXT,
        kind={"enum": ["way", "person", "time", "form", "question", "standard", "topic"]},
        name=_TEXT,
        several={**_TRUTH, "description": "One response may have several of the values."},
        values=_list(_object(key=_TEXT, name=_TEXT)),
    ),
    "Facets": _pages("Facet"),
    "Filter": _object(facet=_TEXT, values=_list(_TEXT)),
    "Breakdown": _object(
        facet=_ref("Facet"),
        base=_COUNT,
        cells=_list(_object(key=_TEXT, count=_COUNT, share=_SHARE)),
        filters=_list(_ref("Filter")),
    ),
    "CrossTab": _object(
        rows=_ref("Facet"),
        columns=_ref("Facet"),
        cells=_list(_object(row=_TEXT, column=_TEXT, count=_COUNT, share=_SHARE)),
        filters=_list(_ref("Filter")),
    ),
    "Standard": _object(id=_TEXT, title=_TEXT, definition=_TEXT, count=_COUNT, **_STANCES),
    "Standards": _pages("Standard", filters=_list(_ref("Filter"))),
    "Ledger": _object(
        **dict.fromkeys(("received", "tagged", "unclear", "off_topic", "excluded", "withdrawn", "waiting"), _EXACT)
    ),
    "Quote": _object(
        standard=_TEXT,
        stance={"enum": list(_STANCES)},
        quote=_TEXT,
        language={**_MAYBE, "description": "null where fewer than five wrote in it."},
        reviewed={**_TRUTH, "description": "A person decided this."},
    ),
    "Quotes": _pages("Quote"),
    "Question": _object(
        key=_TEXT,
        kind=_TEXT,
        label=_TRANSLATED,
        choices=_list(_object(key=_TEXT, label=_TRANSLATED)),
        points={"type": ["integer", "null"]},
        standard=_MAYBE,
        about=_MAYBE,
    ),
    "Questionnaire": _object(version={"type": "integer"}, questions=_list(_ref("Question"))),
    "Questionnaires": _pages("Questionnaire"),
    "Problem": {
        "type": "object",
        "required": ["type", "title", "title_de", "status"],
        "properties": {"type": _TEXT, "title": _TEXT, "title_de": _TEXT, "status": _EXACT, "detail": _TEXT},
    },
}


def _described(one: Operation) -> dict[str, Any]:
    parameters = [{"$ref": f"#/components/parameters/{name}"} for name in one.parameters]
    return {
        "operationId": one.name,
        "summary": one.summary,
        "description": f"{one.german}. Scope: `{one.scope}`.",
        **({"parameters": parameters} if parameters else {}),
        "responses": {
            "200": {
                "description": one.summary,
                "headers": {
                    name: {"$ref": f"#/components/headers/{name}"} for name in HEADERS if name != "Retry-After"
                },
                "content": {"application/json": {"schema": _ref(one.returns)}},
            },
            "304": {"description": "Nothing changed since the entity tag that was sent."},
            **{
                str(kind.status): {"$ref": f"#/components/responses/{name}"}
                for name, kind in PROBLEMS.items()
                if name not in _ELSEWHERE
            },
        },
    }


#: Problems that no operation of this document has: it only reads, and it is not OData.
_ELSEWHERE: Final = ("no-method", "not-offered")


def _problem(kind: str) -> dict[str, Any]:
    waits = {"headers": {"Retry-After": {"$ref": "#/components/headers/Retry-After"}}} if kind == "too-many" else {}
    content = {"application/problem+json": {"schema": _ref("Problem")}}
    return {"description": PROBLEMS[kind].title, "content": content, **waits}
