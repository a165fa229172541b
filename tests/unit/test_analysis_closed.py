"""What is counted of an answer of any kind."""

from __future__ import annotations

import pytest

from services.analysis.domain.answers import OTHER, POINT, ClosedAnswer, closed_answers


def _closed(
    kind: str,
    choices: tuple[str, ...] = (),
    number: float | None = None,
    text: str = "",
    cells: dict[str, str] | None = None,
    *,
    located: bool = False,
) -> list[ClosedAnswer]:
    return closed_answers("q", kind, choices, number, text, cells or {}, located=located)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (_closed("single", ("a",)), ("a",)),
        (_closed("single", text="Rad"), (OTHER,)),
        (_closed("multiple", ("a", "b"), text="Rad"), ("a", "b", OTHER)),
        (_closed("ranking", ("b", "a")), ("b", "a")),
        (_closed("smiley", number=4), ("4",)),
        (_closed("number", number=2.5), ("2.5",)),
        (_closed("date", text="2026-05-03"), ("2026-05-03",)),
        (_closed("place", ("centre",), located=True), ("centre",)),
        (_closed("place", located=True), (POINT,)),
        (_closed("consent", ("yes",)), ("yes",)),
    ],
)
def test_what_counts_of_an_answer_is_told_as_values(found: list[ClosedAnswer], expected: tuple[str, ...]) -> None:
    assert found == [ClosedAnswer("q", expected)]


def test_a_matrix_counts_as_one_question_for_each_row() -> None:
    assert _closed("matrix", cells={"x": "a", "y": "b"}) == [ClosedAnswer("q.x", ("a",)), ClosedAnswer("q.y", ("b",))]


@pytest.mark.parametrize("kind", ["short_text", "long_text"])
def test_free_text_is_read_and_not_counted(kind: str) -> None:
    assert _closed(kind, text="Mehr Licht") == []
