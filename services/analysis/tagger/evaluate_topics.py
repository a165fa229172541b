"""Measures the topics and prints the table: `python -m services.analysis.tagger.evaluate_topics [--real FILE]`.

On `data/topics-dev.jsonl` and, where the file is there, on the real contributions that `data/topics-real.jsonl` labels.
Intervals are 95 % bootstrap intervals over texts.
"""

import argparse
import json
import random
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from .domain.found import Passage
from .domain.standards import LANGUAGES
from .topic_catalogue import load_topics
from .topics import TopicTagger, load_topic_tagger

DATA = Path(__file__).parent / "data"
_ROUNDS = 500
Interval = tuple[float, float, float]


class Judged(NamedTuple):
    """A text with the topics that should be found and those that were. `author`: the letter its id begins with."""

    lang: str
    author: str
    gold: frozenset[str]
    found: frozenset[str]


class Line(NamedTuple):
    """A labelled text."""

    id: str
    lang: str
    text: str
    topics: frozenset[str]


class Report(NamedTuple):
    """F-scores and shares are 0–1; intervals are (value, low, high)."""

    texts: int
    micro: Interval
    macro: Interval
    untagged: Interval
    ms_per_text: float
    judged: Sequence[Judged]


def measure(lines: Sequence[Line], tagger: TopicTagger | None = None, rounds: int = _ROUNDS) -> Report:
    """Tag labelled texts and measure; macro over the topics that are labelled."""
    using = tagger or load_topic_tagger()
    passages = [Passage(line.id, line.text, line.lang) for line in lines]
    using.tag(passages[:1])
    began = time.process_time()
    found = using.tag(passages)
    seconds = time.process_time() - began
    judged = [
        Judged(line.lang, line.id.split("-")[0], line.topics, frozenset(one.topic for one in topics))
        for line, topics in zip(lines, found, strict=True)
    ]
    return Report(
        len(lines),
        interval(micro, judged, rounds),
        interval(macro, judged, rounds),
        interval(untagged, judged, rounds),
        1000 * seconds / max(1, len(lines)),
        judged,
    )


def read_dev() -> list[Line]:
    rows = [json.loads(line) for line in (DATA / "topics-dev.jsonl").read_text("utf-8").splitlines()]
    return [Line(row["id"], row["lang"], row["text"], frozenset(row["topics"])) for row in rows]


def read_real(path: Path) -> list[Line]:
    """The real contributions that are labelled; none where the file is absent."""
    if not path.is_file():
        return []
    labels = [json.loads(line) for line in (DATA / "topics-real.jsonl").read_text("utf-8").splitlines()]
    texts = {row["id"]: row["text"] for row in map(json.loads, path.read_text("utf-8").splitlines())}
    return [Line(row["id"], "de", texts[row["id"]], frozenset(row["topics"])) for row in labels]


def interval(of: Callable[[Sequence[Judged]], float], judged: Sequence[Judged], rounds: int) -> Interval:
    """A measure with its 95 % interval over texts drawn with replacement."""
    draw = random.Random(7)
    values = sorted(of(draw.choices(judged, k=len(judged))) for _ in range(rounds))
    return of(judged), values[int(0.025 * rounds)], values[int(0.975 * rounds)]


def micro(judged: Sequence[Judged]) -> float:
    """F1 over all (text, topic) pairs."""
    right = sum(len(one.gold & one.found) for one in judged)
    return 2 * right / max(1, sum(len(one.gold) + len(one.found) for one in judged))


def macro(judged: Sequence[Judged]) -> float:
    """Mean over the labelled topics of each one's F1."""
    known = sorted({topic for one in judged for topic in one.gold})
    return sum(f1_of(judged, topic) for topic in known) / max(1, len(known))


def f1_of(judged: Sequence[Judged], topic: str) -> float:
    own = frozenset((topic,))
    return micro([one._replace(gold=one.gold & own, found=one.found & own) for one in judged])


def untagged(judged: Sequence[Judged]) -> float:
    """Share of the texts without a topic that got none."""
    empty = [one for one in judged if not one.gold]
    return sum(not one.found for one in empty) / max(1, len(empty))


def table(name: str, report: Report) -> str:
    """The report as text."""
    named = (("micro-F1", report.micro), ("macro-F1", report.macro), ("untagged where none is", report.untagged))
    lines = [f"{name}: {report.texts} texts, {report.ms_per_text:.2f} ms a text"]
    lines += [f"{label:24} {value:.3f}  [{low:.3f}, {high:.3f}]" for label, (value, low, high) in named]
    for lang in LANGUAGES:
        some = [one for one in report.judged if one.lang == lang]
        lines += [f"{lang}  micro-F1 {micro(some):.3f}  n={len(some)}"] if some else []
    plain = [one for one in report.judged if one.author == "m"]
    others = [one for one in report.judged if one.author != "m"]
    lines += [f"plain wishes {micro(plain):.3f}  n={len(plain)}; other writers {micro(others):.3f}  n={len(others)}"]
    for topic in load_topics().topics:
        count = sum(topic.id in one.gold for one in report.judged)
        lines += [f"{topic.id:16} F1 {f1_of(report.judged, topic.id):.2f}  n={count}"] if count else []
    return "\n".join(lines)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--real", type=Path, default=Path("../shared/data/contributions.jsonl"))
    asked = parser.parse_args()
    sys.stdout.write(table("topics-dev", measure(read_dev())) + "\n")
    if real := read_real(asked.real):
        sys.stdout.write("\n" + table("real contributions", measure(real)) + "\n")


if __name__ == "__main__":
    main()
