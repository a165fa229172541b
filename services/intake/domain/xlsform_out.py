"""A questionnaire as an XLSForm: the sheets `survey`, `choices`, `settings` (source: xlsform.org).

What XLSForm has no word for stands in columns of our own that begin with `resonanz_`: other tools pass over them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Final

from services.intake.domain.exchange import Rows, whole
from services.intake.domain.questionnaire import Choice, Kind, Question, Questionnaire, Translated, say
from services.intake.domain.relevance import write_relevance

#: Kinds that have a type of the same meaning.
TYPES: Final[Mapping[Kind, str]] = {
    "info": "note",
    "single": "select_one",
    "multiple": "select_multiple",
    "scale": "select_one",
    "smiley": "select_one",
    "ranking": "rank",
    "number": "decimal",
    "date": "date",
    "short_text": "text",
    "long_text": "text",
    "place": "select_one",
    "consent": "acknowledge",
}
APPEARANCES: Final[Mapping[Kind, str]] = {"scale": "likert", "smiley": "likert", "long_text": "multiline"}
OTHER: Final = "other"


class Sheets(dict[str, Rows]):
    """Sheet name → rows; a row is column → text."""


def write_xlsform(questionnaire: Questionnaire, title: Translated, form_id: str, names: Mapping[str, str]) -> Sheets:
    """`names`: language code → name of the language in itself, for headings such as `label::Deutsch (de)`."""
    return _Writer(questionnaire, {code: f"{names[code]} ({code})" for code in questionnaire.languages}).sheets(
        title, form_id
    )


class _Writer:
    def __init__(self, questionnaire: Questionnaire, headings: Mapping[str, str]) -> None:
        self.questionnaire = questionnaire
        self.headings = headings
        self.kinds = {question.key: question for question in questionnaire.questions}
        self.choices: Rows = []

    def sheets(self, title: Translated, form_id: str) -> Sheets:
        survey = list(self._survey())
        return Sheets(survey=survey, choices=self.choices, settings=[self._settings(title, form_id)])

    def _settings(self, title: Translated, form_id: str) -> dict[str, str]:
        first = self.questionnaire.languages[0]
        row = {"form_title": say(title, first), "form_id": form_id, "default_language": self.headings[first]}
        row["resonanz_languages"] = " ".join(self.questionnaire.languages)
        if self.questionnaire.check:
            row["resonanz_check"] = "yes"
        if self.questionnaire.tested_by:
            row["resonanz_tested_by"] = json.dumps(self.questionnaire.tested_by, ensure_ascii=False)
        return row

    def _survey(self) -> Iterator[dict[str, str]]:
        for page in self.questionnaire.pages:
            if page.section:
                yield {**self._row(page.section, "begin_group"), "appearance": "field-list"}
            for question in page.questions:
                yield from self._question(question)
            if page.section:
                yield {"type": "end_group", "name": page.section.key}

    def _question(self, question: Question) -> Iterator[dict[str, str]]:
        if question.kind == "matrix":
            yield from self._matrix(question)
            return
        row = self._row(question, self._type(question))
        if appearance := APPEARANCES.get(question.kind):
            row["appearance"] = appearance
        yield {**row, **_limits(question), **self._own(question)}
        if question.other:
            yield self._other(question)

    def _type(self, question: Question) -> str:
        kind = TYPES[question.kind]
        if kind.startswith(("select", "rank")):
            self._list(question.key, _choices_of(question, tuple(self.headings)))
            return f"{kind} {question.key}"
        return kind

    def _list(self, name: str, choices: tuple[Choice, ...]) -> None:
        self.choices += [
            {"list_name": name, "name": choice.key, **self._texts("label", choice.label)} for choice in choices
        ]

    def _matrix(self, question: Question) -> Iterator[dict[str, str]]:
        self._list(question.key, question.choices)
        yield {**self._row(question, "begin_group"), "appearance": "table-list", **self._own(question)}
        for row in question.rows:
            required = {"required": "yes"} if question.required else {}
            name = f"{question.key}_{row.key}"
            yield {"type": f"select_one {question.key}", "name": name, **self._texts("label", row.label), **required}
        yield {"type": "end_group", "name": question.key}

    def _other(self, question: Question) -> dict[str, str]:
        return {
            "type": "text",
            "name": f"{question.key}_{OTHER}",
            **self._texts("label", dict.fromkeys(self.headings, "…")),
            "relevant": f"selected(${{{question.key}}}, '{OTHER}')",
            "resonanz_kind": OTHER,
        }

    def _row(self, question: Question, type_: str) -> dict[str, str]:
        row = {"type": type_, "name": question.key, **self._texts("label", question.label)}
        if question.help:
            row |= self._texts("hint", question.help)
        if question.required and question.kind != "matrix":
            row["required"] = "yes"
        if question.show_if:
            row["relevant"] = write_relevance(question.show_if, self.kinds)
        return row

    def _own(self, question: Question) -> dict[str, str]:
        """What only this house reads."""
        row: dict[str, str] = {"resonanz_kind": question.kind}
        row |= {"resonanz_standard": question.standard} if question.standard else {}
        row |= {"resonanz_core": "yes"} if question.core else {}
        row |= {"resonanz_locate": "yes"} if question.locate else {}
        row |= {"resonanz_about": question.about} if question.about else {}
        for name in ("low", "high", "unit"):
            text: Translated | None = getattr(question, name)
            row |= {f"resonanz_{name}_{code}": value for code, value in (text or {}).items()}
        return row

    def _texts(self, column: str, text: Translated) -> dict[str, str]:
        return {f"{column}::{heading}": text.get(code, "") for code, heading in self.headings.items()}


def _choices_of(question: Question, languages: tuple[str, ...]) -> tuple[Choice, ...]:
    """The list as other tools should show it: numbers of a scale with what they mean, and "something else"."""
    if question.kind in ("scale", "smiley"):
        ends = {question.numbers[0]: question.low, question.numbers[-1]: question.high}
        return tuple(
            Choice(str(number), {code: _numbered(number, say(ends.get(number), code)) for code in languages})
            for number in question.numbers
        )
    return (*question.choices, Choice(OTHER, dict.fromkeys(languages, "…"))) if question.other else question.choices


def _numbered(number: int, meaning: str) -> str:
    return f"{number} – {meaning}" if meaning else str(number)


def _limits(question: Question) -> dict[str, str]:
    limits = [
        f". {sign} {value}"
        for sign, value in (
            (">=", _bound(question.minimum, question.earliest)),
            ("<=", _bound(question.maximum, question.latest)),
        )
        if value
    ]
    if question.longest:
        limits.append(f"string-length(.) <= {question.longest}")
    return {"constraint": " and ".join(limits)} if limits else {}


def _bound(number: float | None, day: object) -> str:
    if day:
        return f"date('{day}')"
    return "" if number is None else whole(number)
