"""Questionnaires with every kind of question, and what people might type into them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from html.parser import HTMLParser
from typing import Final, get_args
from uuid import UUID

from hypothesis import strategies as st

from services.intake.domain.fields import OTHER, POINT, WORDS, Fields, field, parts_of
from services.intake.domain.questionnaire import (
    SILENT,
    Choice,
    Comparison,
    Condition,
    Kind,
    Question,
    Questionnaire,
)
from services.intake.storage.forms import Form

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
ASKING: Final[tuple[Kind, ...]] = tuple(kind for kind in KINDS if kind not in SILENT)
CHOICES: Final = tuple(Choice(key, {"de": f"Wahl {key.upper()}"}) for key in "abc")
ROWS: Final = tuple(Choice(key, {"de": f"Zeile {key.upper()}"}) for key in "xy")


def asks(key: str, kind: Kind, *, required: bool = False, show_if: tuple[Condition, ...] = ()) -> Question:
    """A question of this kind with everything that kind can have."""
    return Question(
        key=key,
        kind=kind,
        label={"de": f"Frage {key}"},
        required=required,
        choices=CHOICES if kind in ("single", "multiple", "matrix", "ranking", "place") else (),
        rows=ROWS if kind == "matrix" else (),
        other=kind in ("single", "multiple"),
        locate=kind == "place",
        show_if=show_if,
        minimum=0 if kind == "number" else None,
        maximum=10 if kind == "number" else None,
        earliest=date(2000, 1, 1) if kind == "date" else None,
        latest=date(2026, 12, 31) if kind == "date" else None,
    )


@st.composite
def questionnaires(draw: st.DrawFn, most: int = 7) -> Questionnaire:
    """Up to `most` items; conditions ask about earlier questions, as an editor allows them."""
    questions: list[Question] = []
    for number in range(draw(st.integers(1, most))):
        asked = [question for question in questions if question.asks]
        conditions = draw(st.lists(_conditions(asked), max_size=2)) if asked else []
        kind = draw(st.sampled_from((*ASKING, "section", "section", "info")))
        questions.append(asks(f"q{number}", kind, required=draw(st.booleans()), show_if=tuple(conditions)))
    return Questionnaire(tuple(questions), ("de",), check=draw(st.booleans()))


def _conditions(asked: list[Question]) -> st.SearchStrategy[Condition]:
    values = st.sampled_from(("a", "b", "1", "3", "x.a", "2.5", OTHER, "yes"))
    comparisons = st.sampled_from(get_args(Comparison))
    keys = st.sampled_from([question.key for question in asked])
    return st.builds(Condition, keys, comparisons, st.lists(values, max_size=2).map(tuple))


def filled(questionnaire: Questionnaire) -> st.SearchStrategy[dict[str, list[str]]]:
    """What a browser may send: right, wrong and empty, one value where a control has one."""
    strategies = {
        field(question.key, part): _typed(question, part)
        for question in questionnaire.asking
        for part in parts_of(question)
    }
    return st.fixed_dictionaries({}, optional=strategies)


def _typed(question: Question, part: str) -> st.SearchStrategy[list[str]]:
    keys = [choice.key for choice in question.choices]
    if part == WORDS:
        return _one("", "Rad", " \ufeff")
    if part == POINT:
        return _one("51.523,6.851", "51.5,200")
    if question.kind == "multiple":
        return st.lists(st.sampled_from((*keys, OTHER)), unique=True)
    if question.kind == "single":
        return _one(*keys, OTHER)
    if question.kind in ("matrix", "place"):
        return _one(*keys)
    if question.kind == "ranking":
        return _one("", "1", "2", "3")
    if question.kind in ("scale", "smiley"):
        return _one("1", "3", "5")
    if question.kind == "consent":
        return _one("yes")
    if question.kind in ("number", "date"):
        return _one("", "1", "2,5", "٣", "12", "-1", "1.200", "2026", "zwei")
    return _one("", "Wort", "1", "a", " \n ", "Zwei\r\nZeilen <b>\"'&", "x" * 201)


def _one(*values: str) -> st.SearchStrategy[list[str]]:
    return st.sampled_from(values).map(lambda value: [value])


class _Controls(HTMLParser):
    """Reads the controls of a page's form as a browser would send them."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[tuple[str, str]] = []
        self._area: str | None = None
        self._text = ""
        self._select: str | None = None
        self._boxes: list[bool] = []
        self.seen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in ("div", "section"):
            self._boxes.append("hidden" in given)
        if given.get("id") and not any(self._boxes):
            self.seen.append(given["id"] or "")
        name, value = given.get("name") or "", given.get("value") or ""
        if tag == "input" and name and (given.get("type") not in ("radio", "checkbox") or "checked" in given):
            self.sent.append((name, value))
        elif tag == "textarea":
            self._area, self._text = name, ""
        elif tag == "select":
            self._select = name
        elif tag == "option" and "selected" in given and self._select:
            self.sent.append((self._select, value))

    def handle_data(self, data: str) -> None:
        self._text += data

    def handle_endtag(self, tag: str) -> None:
        if tag in ("div", "section"):
            self._boxes.pop()
        if tag == "textarea" and self._area:
            self.sent.append((self._area, self._text.removeprefix("\n")))
            self._area = None
        elif tag == "select":
            self._select = None


def sent_by(page: str) -> dict[str, list[str]]:
    """Field name → values, in the order of the page, as a browser sends them when nothing is touched."""
    parser = _Controls()
    parser.feed(page)
    sent: dict[str, list[str]] = {}
    for name, value in parser.sent:
        sent.setdefault(name, []).append(value)
    return sent


def asked_on(page: str) -> list[str]:
    """The keys of the questions that somebody sees there without a script."""
    parser = _Controls()
    parser.feed(page)
    return [one[2:] for one in parser.seen if one.startswith("a-") and not {".", "-"}.intersection(one[2:])]


def form_of(questionnaire: Questionnaire, kind: str = "link") -> Form:
    """The questionnaire behind a channel of its own."""
    today = date(2026, 6, 1)
    return Form(
        code="ST3RK4",
        place="Ort",
        channel_id=UUID(int=1),
        campaign_id=UUID(int=2),
        slug="slug",
        district="sterkrade-mitte",
        title={"de": "Titel"},
        intro={"de": "Einleitung"},
        office="Amt",
        opens_at=datetime(2026, 1, 1, tzinfo=UTC),
        closes_at=datetime(2027, 1, 1, tzinfo=UTC),
        promise_on=today,
        questionnaire_id=UUID(int=3),
        questionnaire=questionnaire,
        channel_kind=kind,
    )


def answers_in(fields: Fields) -> dict[str, list[str]]:
    """Only the fields of questions, and of those only what was filled in."""
    return {name: [v for v in values if v] for name, values in fields.items() if name.startswith("a-") and any(values)}
