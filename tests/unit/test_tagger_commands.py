"""Tagging a file: order kept, a bad line named, nothing half written."""

import json
from pathlib import Path
from typing import Any

import pytest

from services.analysis.tagger import load_tagger
from services.analysis.tagger.commands import BadLine, tag_file

LINES: list[dict[str, str | int]] = [
    {"id": "b", "lang": "de", "text": "Keine Antwort bekommen, seit Mai."},
    {"id": 7, "text": "ok"},
    {"id": "a", "text": "No reply since May."},
]


def _run(folder: Path, content: str) -> tuple[list[dict[str, Any]], list[tuple[int, int]]]:
    source, target = folder / "in.jsonl", folder / "out.jsonl"
    source.write_text(content, encoding="utf-8")
    seen: list[tuple[int, int]] = []
    tag_file(source, target, lambda done, of: seen.append((done, of)), load_tagger("lexicon"))
    return [json.loads(line) for line in target.read_text("utf-8").splitlines()], seen


def test_the_answer_has_every_text_in_the_order_given(tmp_path: Path) -> None:
    rows, seen = _run(tmp_path, "\n".join(map(json.dumps, LINES)) + "\n\n")
    assert [row["id"] for row in rows] == ["b", 7, "a"]
    assert seen[0] == (0, 3)
    assert seen[-1] == (3, 3)
    tag: dict[str, Any]
    (tag,) = rows[0]["tags"]
    assert set(tag) == {"standard", "stance", "start", "end", "quote", "confidence"}
    assert str(LINES[0]["text"])[tag["start"] : tag["end"]] == tag["quote"]


@pytest.mark.parametrize("bad", ["{", '{"id": "x"}', '{"id": "x", "text": 3}', "[]"])
def test_a_bad_line_is_named_and_nothing_is_written(tmp_path: Path, bad: str) -> None:
    with pytest.raises(BadLine, match="line 2"):
        _run(tmp_path, json.dumps(LINES[0]) + "\n" + bad)
    assert not (tmp_path / "out.jsonl").exists()


def test_an_empty_file_gives_an_empty_answer(tmp_path: Path) -> None:
    assert _run(tmp_path, "") == ([], [(0, 0)])
