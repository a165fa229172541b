"""The labelled texts are what the README says."""

import json
from pathlib import Path
from typing import Any

import pytest

from services.analysis.tagger.domain.standards import LANGUAGES, STANCES, STANDARDS

DATA = Path(__file__).parents[2] / "services" / "analysis" / "tagger" / "data"


def _rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (DATA / name).read_text("utf-8").splitlines()]


@pytest.mark.parametrize("name", ["train.jsonl", "dev.jsonl", "plain.jsonl"])
def test_every_label_quotes_its_text(name: str) -> None:
    for row in _rows(name):
        assert row["lang"] in LANGUAGES
        for label in row["labels"]:
            assert row["text"][label["start"] : label["end"]] == label["evidence"]
            assert label["standard"] in STANDARDS
            assert label["stance"] in STANCES


def test_no_text_and_no_id_stands_twice() -> None:
    rows = _rows("train.jsonl") + _rows("dev.jsonl") + _rows("plain.jsonl")
    assert len({row["id"] for row in rows}) == len(rows)
    assert len({row["text"].casefold() for row in rows}) == len(rows)
