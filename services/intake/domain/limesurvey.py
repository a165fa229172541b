"""A LimeSurvey structure file (`.lss`) as a questionnaire: the common types, and a list of what was left out.

Reads the tables of versions 3 to 6: up to 3 a row per language, from 4 on the texts in tables of their own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Any, Final

from services.intake.domain.exchange import FormatError, Imported, Keys, LeftOut, Rows, choice_key
from services.intake.domain.questionnaire import Choice, Condition, Kind, Question, Questionnaire, Translated
from services.intake.domain.relevance import RelevanceError, read_relevance

Tables = Mapping[str, Rows]

_KINDS: Final[Mapping[str, Kind]] = {
    "L": "single",
    "!": "single",
    "O": "single",
    "Y": "single",
    "G": "single",
    "M": "multiple",
    "P": "multiple",
    "5": "scale",
    "S": "short_text",
    "T": "long_text",
    "U": "long_text",
    "N": "number",
    "D": "date",
    "R": "ranking",
    "X": "info",
    "F": "matrix",
    "H": "matrix",
    "A": "matrix",
    "B": "matrix",
    "C": "matrix",
    "E": "matrix",
}
#: Several fields under one question become questions of their own.
_SEVERAL: Final[Mapping[str, Kind]] = {"Q": "short_text", "K": "number"}
_WITH_COMMENT: Final = frozenset({"O", "P"})
_SUBQUESTIONS_ARE_CHOICES: Final = frozenset({"M", "P"})


def _fixed(*choices: tuple[str, str, str]) -> tuple[Choice, ...]:
    return tuple(Choice(key, {"de": german, "en": english}) for key, german, english in choices)


def _numbers(highest: int) -> tuple[Choice, ...]:
    return _fixed(*((str(number), str(number), str(number)) for number in range(1, highest + 1)))


#: Choices that LimeSurvey knows without writing them into the file.
_IMPLIED: Final[Mapping[str, tuple[Choice, ...]]] = {
    "Y": _fixed(("Y", "Ja", "Yes"), ("N", "Nein", "No")),
    "G": _fixed(("F", "weiblich", "Female"), ("M", "männlich", "Male")),
    "C": _fixed(("Y", "Ja", "Yes"), ("U", "Unsicher", "Uncertain"), ("N", "Nein", "No")),
    "E": _fixed(("I", "mehr", "Increase"), ("S", "gleich", "Same"), ("D", "weniger", "Decrease")),
    "A": _numbers(5),
    "B": _numbers(10),
}
_VARIABLE: Final = re.compile(r"\b([A-Za-z][A-Za-z0-9]*)(?:_([A-Za-z0-9]+))?\.(?:NAOK|shown|value)\b")
_TICKED: Final = re.compile(r"""\$\{(\w+)/(\w+)\}\s*==?\s*["']Y["']""")
_EMPTY: Final = re.compile(r"(!?)\s*is_empty\(\s*(\$\{\w+\})\s*\)")


def read_limesurvey(tables: Tables) -> Imported:
    """`tables`: name → rows of the file. Raises FormatError."""
    if not tables.get("questions"):
        raise FormatError("no-question")
    return _Reader(tables).imported()


class _Reader:
    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.languages = self._languages()
        self.keys = Keys()
        self.left: list[LeftOut] = []
        self.questions: list[Question] = []
        self.subquestions = _grouped(tables.get("subquestions", []), "parent_qid")
        self.answers = _grouped(tables.get("answers", []), "qid")
        self.attributes = self._attributes()

    def imported(self) -> Imported:
        asked = _grouped([row for row in self.tables["questions"] if row.get("parent_qid", "0") == "0"], "gid")
        groups = _once(self.tables.get("groups", []), "gid", "group_order")
        for group in groups:
            if len(groups) > 1:
                self._section(group)
            for row in _once(asked.get(group["gid"], []), "qid", "question_order"):
                self._question(row)
        if not any(question.asks for question in self.questions):
            raise FormatError("no-question")
        return Imported(self._title(), Questionnaire(tuple(self.questions), self.languages), tuple(self.left))

    def _languages(self) -> tuple[str, ...]:
        survey = (self.tables.get("surveys") or [{}])[0]
        codes = [survey.get("language") or "de", *survey.get("additional_languages", "").split()]
        return tuple(dict.fromkeys(code.split("-")[0].lower() for code in codes))

    def _title(self) -> Translated:
        rows = self.tables.get("surveys_languagesettings", [])
        return _by_language(rows, "surveyls_language", "surveyls_title")

    def _section(self, group: dict[str, str]) -> None:
        same = [row for row in self.tables["groups"] if row["gid"] == group["gid"]]
        rows = [row for row in self.tables.get("group_l10ns", []) if row["gid"] == group["gid"]] or same
        key = self.keys.make(f"part-{group['gid']}")
        self.questions.append(
            Question(
                key=key,
                kind="section",
                label=_by_language(rows, "language", "group_name"),
                help=_by_language(rows, "language", "description") or None,
                show_if=self._conditions(group.get("grelevance", ""), f"Gruppe {group['gid']}"),
            )
        )

    def _question(self, row: dict[str, str]) -> None:
        kind, where = row.get("type", ""), row.get("title", row["qid"])
        if kind in _WITH_COMMENT:
            self.left.append(LeftOut(where, kind, "comment"))
        if kind in _SEVERAL:
            self._several(row, _SEVERAL[kind])
        elif kind in _KINDS:
            key = self.keys.make(where)
            self.questions.append(Question(**self._fields(row, kind, key)))
        else:
            self.left.append(LeftOut(where, kind, "type"))

    def _several(self, row: dict[str, str], kind: Kind) -> None:
        text = self._texts("question", row)
        common: dict[str, Any] = {"kind": kind, "show_if": self._conditions(row.get("relevance", ""), row["title"])}
        for part in _once(self.subquestions.get(row["qid"], []), "qid", "question_order"):
            label = {code: f"{text.get(code, '')} – {each}" for code, each in self._texts("question", part).items()}
            self.questions.append(
                Question(key=self.keys.make(f"{row['title']}-{part['title']}"), label=label, **common)
            )

    def _fields(self, row: dict[str, str], kind: str, key: str) -> dict[str, Any]:
        own = self.attributes[row["qid"]]
        return {
            "key": key,
            "kind": _KINDS[kind],
            "label": self._texts("question", row),
            "help": self._texts("help", row) or None,
            "required": row.get("mandatory") == "Y" and kind != "X",
            "other": row.get("other") == "Y" and _KINDS[kind] in ("single", "multiple"),
            "choices": self._choices(row, kind),
            "rows": self._rows(row) if _KINDS[kind] == "matrix" else (),
            "minimum": _number(own.get("min_num_value_n")),
            "maximum": _number(own.get("max_num_value_n")),
            "longest": int(_number(own.get("maximum_chars")) or 0) or None,
            "show_if": self._conditions(row.get("relevance", ""), row["title"]),
        }

    def _choices(self, row: dict[str, str], kind: str) -> tuple[Choice, ...]:
        if kind in _IMPLIED:
            return _IMPLIED[kind]
        if kind in _SUBQUESTIONS_ARE_CHOICES:
            return self._rows(row)
        keys = Keys()
        rows = _once(self.answers.get(row["qid"], []), "code", "sortorder")
        answers = tuple(Choice(choice_key(each["code"], keys), self._answer(each)) for each in rows)
        return answers or (self._rows(row) if kind == "R" else ())

    def _rows(self, row: dict[str, str]) -> tuple[Choice, ...]:
        keys = Keys()
        parts = _once(self.subquestions.get(row["qid"], []), "qid", "question_order")
        return tuple(Choice(choice_key(part["title"], keys), self._texts("question", part)) for part in parts)

    def _texts(self, column: str, row: dict[str, str]) -> Translated:
        """From the rows of the same question in each language, or from the table of texts."""
        rows = [each for each in self.tables.get("question_l10ns", []) if each["qid"] == row["qid"]]
        same = [*self.tables["questions"], *self.tables.get("subquestions", [])]
        return _by_language(rows or [each for each in same if each["qid"] == row["qid"]], "language", column)

    def _answer(self, row: dict[str, str]) -> Translated:
        rows = [each for each in self.tables.get("answer_l10ns", []) if each.get("aid") == row.get("aid", "")]
        same = [each for each in self.answers[row["qid"]] if each["code"] == row["code"]]
        return _by_language(rows or same, "language", "answer")

    def _attributes(self) -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = defaultdict(dict)
        for row in self.tables.get("question_attributes", []):
            if row.get("value"):
                found[row["qid"]][row["attribute"]] = row["value"]
        return found

    def _conditions(self, relevance: str, where: str) -> tuple[Condition, ...]:
        expression = _as_xpath(relevance)
        if expression in ("", "1"):
            return ()
        try:
            return read_relevance(expression, self.keys.find)
        except RelevanceError:
            self.left.append(LeftOut(where, relevance, "condition"))
            return ()


def _as_xpath(relevance: str) -> str:
    """LimeSurvey's expression in the words of XLSForm."""
    text = _VARIABLE.sub(lambda found: f"${{{found[1]}/{found[2]}}}" if found[2] else f"${{{found[1]}}}", relevance)
    text = _TICKED.sub(lambda found: f"selected(${{{found[1]}}}, '{found[2]}')", text)
    text = _EMPTY.sub(lambda found: f"{found[2]} {'!=' if found[1] else '='} ''", text)
    return text.replace("&&", " and ").replace("||", " or ").strip()


def _grouped(rows: Rows, column: str) -> dict[str, Rows]:
    grouped: dict[str, Rows] = defaultdict(list)
    for row in rows:
        grouped[row.get(column, "")].append(row)
    return grouped


def _once(rows: Rows, column: str, order: str) -> Rows:
    """One row for each value of the column, in order; older files have one for each language."""
    first = {row[column]: row for row in reversed(rows)}
    return sorted(first.values(), key=lambda row: (int(row.get(order) or 0), rows.index(row)))


def _by_language(rows: Rows, language: str, column: str) -> Translated:
    texts = {row.get(language, "de").split("-")[0].lower(): _plain(row.get(column, "")) for row in rows}
    return {code: text for code, text in texts.items() if text}


def _number(value: str | None) -> float | None:
    try:
        return float(value) if value else None
    except ValueError:
        return None


class _Plain(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in ("br", "p", "li", "div"):
            self.parts.append("\n")


def _plain(text: str) -> str:
    """The words of a text with HTML in it."""
    parser = _Plain()
    parser.feed(text)
    parser.close()
    lines = (" ".join(line.split()) for line in "".join(parser.parts).split("\n"))
    return "\n".join(line for line in lines if line)
