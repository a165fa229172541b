"""An XLSForm as a questionnaire, with a list of what was left out (source: xlsform.org)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final, NamedTuple, get_args

import msgspec

from services.intake.domain.exchange import FormatError, Imported, Keys, LeftOut, choice_key
from services.intake.domain.questionnaire import About, Choice, Condition, Kind, Question, Questionnaire, Translated
from services.intake.domain.relevance import RelevanceError, read_relevance
from services.intake.domain.xlsform_out import OTHER, Sheets

_KINDS: Final[Mapping[str, Kind]] = {
    "note": "info",
    "select_one": "single",
    "select_multiple": "multiple",
    "rank": "ranking",
    "integer": "number",
    "decimal": "number",
    "range": "number",
    "date": "date",
    "text": "short_text",
    "acknowledge": "consent",
    "trigger": "consent",
}
#: What tools fill in by themselves: not asked of anybody, and here nobody's device is recorded.
_DEVICE: Final = frozenset(
    {"start", "end", "today", "deviceid", "username", "email", "phonenumber", "audit", "simserial", "subscriberid"}
)
#: Columns that change what a question does and have no counterpart here.
_FOREIGN: Final = ("calculation", "choice_filter", "default", "repeat_count", "trigger", "media::image", "image")
_LANGUAGE: Final = re.compile(r"(?P<column>[a-z_]+)\s*::?\s*(?P<name>.+)", re.IGNORECASE)
_CODE: Final = re.compile(r"\(([A-Za-z-]+)\)\s*$")
_BOUND: Final = re.compile(r"\.\s*(?P<sign>>=|<=)\s*(?:date\('(?P<day>\d{4}-\d\d-\d\d)'\)|(?P<number>-?\d+(?:\.\d+)?))")
_LENGTH: Final = re.compile(r"string-length\(\s*\.\s*\)\s*<=\s*(?P<longest>\d+)")
#: The largest scale that people can still overlook.
_POINTS: Final = range(2, 12)


class _Row(NamedTuple):
    """One row of the survey sheet; `number` counts as the spreadsheet does, the heading being 1."""

    number: int
    type: str
    list: str
    cells: dict[str, str]

    @property
    def name(self) -> str:
        return self.cells.get("name", "")

    @property
    def where(self) -> str:
        return f"survey {self.number}: {self.name or self.type}"


def read_xlsform(sheets: Sheets, names: Mapping[str, str]) -> Imported:
    """`names`: language code → its name, for headings without a code. Raises FormatError."""
    if "survey" not in sheets:
        raise FormatError("no-survey")
    return _Reader(sheets, names).imported()


class _Reader:
    def __init__(self, sheets: Sheets, names: Mapping[str, str]) -> None:
        self.sheets = sheets
        self.settings = (sheets.get("settings") or [{}])[0]
        self.codes = {name.casefold(): code for code, name in names.items()} | {code: code for code in names}
        self.default = self._code(self.settings.get("default_language", "de")) or "de"
        self.languages: dict[str, None] = {}
        self.keys = Keys()
        self.lists, self.choice_keys = self._lists()
        self.list_of: dict[str, str] = {}
        self.left: list[LeftOut] = []
        self.questions: list[Question] = []

    def imported(self) -> Imported:
        rows = [_row(number, cells) for number, cells in enumerate(self.sheets["survey"], 2)]
        self._read(iter([row for row in rows if row.type]), ())
        if not any(question.asks for question in self.questions):
            raise FormatError("no-question")
        wanted = self.settings.get("resonanz_languages", "").split()
        title = self.settings.get("form_title", "")
        return Imported(
            {self.default: title} if title else {},
            Questionnaire(
                tuple(self.questions),
                tuple(wanted or self.languages or (self.default,)),
                msgspec.json.decode(self.settings.get("resonanz_tested_by") or "{}", type=dict[str, str]),
                self.settings.get("resonanz_check") == "yes",
            ),
            tuple(self.left),
        )

    def _read(self, rows: Iterator[_Row], outer: tuple[Condition, ...]) -> None:
        """Rows up to the end of the group they stand in; `outer`: what the groups around it are shown for."""
        for row in rows:
            if row.type in ("end_group", "end_repeat"):
                return
            if row.type == "begin_repeat":
                self._leave(row, row.type, "repeat")
                _skip(rows)
            elif row.type == "begin_group":
                self._group(row, rows, outer)
            elif row.cells.get("resonanz_kind") == OTHER:
                self._take_other(row)
            elif question := self._question(row):
                self.questions.append(_shown(question, outer))

    def _group(self, row: _Row, rows: Iterator[_Row], outer: tuple[Condition, ...]) -> None:
        show_if = self._conditions(row)
        if "table-list" in row.cells.get("appearance", ""):
            self._matrix(row, rows, (*outer, *show_if))
            return
        section = Question(
            key=self.keys.make(row.name), kind="section", label=self._text(row.cells, "label"), help=self._help(row)
        )
        self.questions.append(_shown(section, (*outer, *show_if)))
        self._read(rows, outer)

    def _matrix(self, row: _Row, rows: Iterator[_Row], show_if: tuple[Condition, ...]) -> None:
        """A group whose questions share one list becomes one question with rows."""
        key, inner, names = self.keys.make(row.name), [], Keys()
        while (each := next(rows, None)) and each.type not in ("end_group", "end_repeat"):
            if each.type == "select_one":
                inner.append(each)
            else:
                self._leave(each, each.type, "type")
        if not inner:
            return
        lines = tuple(
            Choice(choice_key(each.name.removeprefix(f"{row.name}_"), names), self._text(each.cells, "label"))
            for each in inner
        )
        required = all(_is_yes(each.cells.get("required", "")) for each in inner)
        common = self._common(row, key)
        self.questions.append(
            Question(
                **{**common, "required": required, "show_if": show_if},
                kind="matrix",
                rows=lines,
                choices=self.lists.get(inner[0].list, ()),
            )
        )

    def _question(self, row: _Row) -> Question | None:
        kind = self._kind(row)
        if kind is None:
            self._leave(row, row.type, "device" if row.type in _DEVICE else "type")
            return None
        for column in _FOREIGN:
            if row.cells.get(column):
                self._leave(row, f"{column}: {row.cells[column]}", "column")
        key = self.keys.make(row.name)
        self.list_of[key] = row.list
        fields = {**self._common(row, key), **self._limits(row, kind), **self._choices(row, kind)}
        return Question(kind=kind, **fields)

    def _kind(self, row: _Row) -> Kind | None:
        kind = _KINDS.get(row.type)
        own = row.cells.get("resonanz_kind", "")
        appearance = row.cells.get("appearance", "")
        if kind == "single" and own in ("scale", "smiley", "place"):
            return own  # type: ignore[return-value]
        if kind == "single" and "likert" in appearance and self._is_scale(row.list):
            return "scale"
        if kind == "short_text" and "multiline" in appearance:
            return "long_text"
        if row.type == "range" and _range_is_scale(row):
            return "scale"
        return kind

    def _is_scale(self, name: str) -> bool:
        keys = [choice.key for choice in self.lists.get(name, ())]
        return len(keys) in _POINTS and keys == [str(number) for number in range(1, len(keys) + 1)]

    def _common(self, row: _Row, key: str) -> dict[str, Any]:
        """What a question of any kind may have."""
        fields: dict[str, Any] = {
            "key": key,
            "label": self._text(row.cells, "label"),
            "help": self._help(row),
            "required": _is_yes(row.cells.get("required", "")),
            "show_if": self._conditions(row),
            "core": row.cells.get("resonanz_core") == "yes",
            "locate": row.cells.get("resonanz_locate") == "yes",
            "standard": row.cells.get("resonanz_standard") or None,
            "about": _about(row),
        }
        for name in ("low", "high", "unit"):
            prefix = f"resonanz_{name}_"
            text = {
                column.removeprefix(prefix): cell for column, cell in row.cells.items() if column.startswith(prefix)
            }
            fields[name] = text or None
        return fields

    def _choices(self, row: _Row, kind: Kind) -> dict[str, Any]:
        choices = self.lists.get(row.list, ())
        if kind == "scale" and row.type == "range":
            return {"points": int(_parameters(row)["end"])}
        if kind == "scale":
            return {"points": len(choices), **_ends(row, choices)}
        if kind not in ("single", "multiple", "ranking", "place"):
            return {}
        other = "or_other" in row.cells.get("type", "")
        return {"choices": choices, "other": True} if other else {"choices": choices}

    def _limits(self, row: _Row, kind: Kind) -> dict[str, Any]:
        limits: dict[str, Any] = {}
        if row.type == "range" and kind == "number":
            limits = {
                "minimum": _number(_parameters(row).get("start")),
                "maximum": _number(_parameters(row).get("end")),
            }
        for part in re.split(r"\s+and\s+", row.cells.get("constraint", "").strip()):
            if read := _limit(part):
                limits |= read
            elif part:
                self._leave(row, part, "constraint")
        return limits

    def _conditions(self, row: _Row) -> tuple[Condition, ...]:
        expression = row.cells.get("relevant", "").strip()
        try:
            read = read_relevance(expression, self.keys.find) if expression else ()
        except RelevanceError:
            self._leave(row, expression, "condition")
            return ()
        return tuple(self._own_values(condition) for condition in read)

    def _own_values(self, condition: Condition) -> Condition:
        """Values as the keys of choices that the import gave them."""
        renamed = self.choice_keys.get(self.list_of.get(condition.question, ""), {})
        return Condition(condition.question, condition.comparison, tuple(renamed.get(v, v) for v in condition.values))

    def _take_other(self, row: _Row) -> None:
        """The field for something else belongs to the question before it."""
        before = self.questions[-1]
        choices = tuple(choice for choice in before.choices if choice.key != OTHER)
        self.questions[-1] = _replaced(before, choices=choices, other=True)

    def _lists(self) -> tuple[dict[str, tuple[Choice, ...]], dict[str, dict[str, str]]]:
        lists: dict[str, list[Choice]] = {}
        keys: dict[str, Keys] = {}
        renamed: dict[str, dict[str, str]] = {}
        for cells in self.sheets.get("choices", []):
            name, value = cells.get("list_name") or cells.get("list name") or "", cells.get("name", "")
            if name and value:
                key = choice_key(value, keys.setdefault(name, Keys()))
                renamed.setdefault(name, {})[value] = key
                lists.setdefault(name, []).append(Choice(key, self._text(cells, "label")))
        return {name: tuple(choices) for name, choices in lists.items()}, renamed

    def _help(self, row: _Row) -> Translated | None:
        return self._text(row.cells, "hint") or None

    def _text(self, cells: Mapping[str, str], column: str) -> Translated:
        """The text in every language that has one; a heading without language is the form's default one."""
        text: Translated = {}
        for heading, cell in cells.items():
            if code := self._heard(heading, column):
                text[code] = cell
                self.languages.setdefault(code)
        return text

    def _heard(self, heading: str, column: str) -> str | None:
        if heading == column:
            return self.default
        found = _LANGUAGE.fullmatch(heading)
        return self._code(found["name"]) if found and found["column"] == column else None

    def _code(self, name: str) -> str | None:
        if found := _CODE.search(name):
            return self.codes.get(found[1].casefold())
        return self.codes.get(name.strip().casefold())

    def _leave(self, row: _Row, what: str, reason: str) -> None:
        self.left.append(LeftOut(row.where, what, reason))


def _row(number: int, cells: dict[str, str]) -> _Row:
    kind, _, rest = cells.get("type", "").strip().partition(" ")
    if kind in ("begin", "end"):
        kind, _, rest = f"{kind}_{rest.strip()}".partition(" ")
    return _Row(number, kind.replace(" ", "_"), rest.removesuffix("or_other").strip(), cells)


def _skip(rows: Iterator[_Row]) -> None:
    """Pass over everything up to the end of the repeat that was just begun."""
    depth = 1
    while depth and (row := next(rows, None)):
        depth += row.type.startswith("begin_") - row.type.startswith("end_")


def _shown(question: Question, outer: tuple[Condition, ...]) -> Question:
    return _replaced(question, show_if=(*outer, *question.show_if)) if outer else question


def _replaced(question: Question, **fields: Any) -> Question:
    whole = {name: getattr(question, name) for name in question.__struct_fields__}
    return Question(**{**whole, **fields})


def _about(row: _Row) -> About:
    said: Any = row.cells.get("resonanz_about", "")
    return said if said in get_args(About) else ""


def _limit(part: str) -> dict[str, Any] | None:
    if found := _LENGTH.fullmatch(part.strip()):
        return {"longest": int(found["longest"])}
    if not (found := _BOUND.fullmatch(part.strip())):
        return None
    lowest = found["sign"] == ">="
    if found["day"]:
        return {"earliest" if lowest else "latest": date.fromisoformat(found["day"])}
    return {"minimum" if lowest else "maximum": float(found["number"])}


def _ends(row: _Row, choices: tuple[Choice, ...]) -> dict[str, Translated]:
    """What a scale of another tool calls its ends, where it says more than the number."""
    if row.cells.get("resonanz_kind") == "scale":
        return {}
    ends = {"low": choices[0], "high": choices[-1]}
    return {name: end.label for name, end in ends.items() if any(text != end.key for text in end.label.values())}


def _parameters(row: _Row) -> dict[str, str]:
    return dict(part.split("=", 1) for part in re.split(r"[\s,;]+", row.cells.get("parameters", "")) if "=" in part)


def _range_is_scale(row: _Row) -> bool:
    given = _parameters(row)
    return given.get("start") == "1" and given.get("step", "1") == "1" and (_number(given.get("end")) or 0) in _POINTS


def _number(value: str | None) -> float | None:
    try:
        return float(value) if value else None
    except ValueError:
        return None


def _is_yes(value: str) -> bool:
    return value.strip().casefold() in ("yes", "true", "true()", "1")
