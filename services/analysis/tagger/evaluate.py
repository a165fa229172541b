"""Measures a tagger on labelled texts and prints the table: `python -m services.analysis.tagger.evaluate [FILE]`.

`measure` is what `deploy bench tagger` calls. Intervals are 95 % bootstrap intervals over texts.
"""

import argparse
import json
import random
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from . import Found, Passage, Tagger, load_tagger
from .domain.standards import LANGUAGES, STANDARDS

DEV = Path(__file__).parent / "data" / "dev.jsonl"
_ROUNDS = 500
_SHARES = (0.2, 0.4, 0.6, 0.8, 1.0)
Interval = tuple[float, float, float]


class Gold(NamedTuple):
    """A label: standard, stance and the words of its passage."""

    standard: str
    stance: str
    words: tuple[str, ...]


class Judged(NamedTuple):
    """A text with what should be found and what was."""

    lang: str
    gold: tuple[Gold, ...]
    found: tuple[Found, ...]


class Report(NamedTuple):
    """All measures; F-scores, precisions and shares are 0–1, intervals (value, low, high)."""

    version: str
    texts: int
    micro: Interval
    macro: Interval
    stance_micro: Interval
    untagged: Interval
    passage: Interval
    by_standard: dict[str, tuple[float, float, float, int]]
    by_language: dict[str, tuple[float, int]]
    precision_at: dict[float, float]
    stance_precision_at: dict[float, float]
    texts_per_second: float
    memory_mb: float


def measure(tagger: Tagger | None = None, file: Path = DEV, rounds: int = _ROUNDS) -> Report:
    """Tag the labelled texts of `file` and measure; the first text is tagged once before the clock starts."""
    using = tagger or load_tagger()
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]
    passages = [Passage(row["id"], row["text"], row["lang"]) for row in rows]
    using.tag(passages[:1])
    began = time.process_time()
    found = using.tag(passages)
    seconds = time.process_time() - began
    judged = [Judged(row["lang"], _gold(row), tags) for row, tags in zip(rows, found, strict=True)]
    return report(using.version, judged, len(rows) / max(seconds, 1e-9), rounds)


def report(version: str, judged: Sequence[Judged], speed: float, rounds: int = _ROUNDS) -> Report:
    """All measures of judged texts."""
    languages = {lang: [j for j in judged if j.lang == lang] for lang in LANGUAGES}
    return Report(
        version=version,
        texts=len(judged),
        micro=interval(micro, judged, rounds),
        macro=interval(macro, judged, rounds),
        stance_micro=interval(stance_micro, judged, rounds),
        untagged=interval(untagged, judged, rounds),
        passage=interval(passage_f1, judged, rounds),
        by_standard={s: _standard_row(judged, s) for s in STANDARDS},
        by_language={lang: (micro(some), len(some)) for lang, some in languages.items() if some},
        precision_at={share: precision_at(judged, share, _standard_right) for share in _SHARES},
        stance_precision_at={share: precision_at(judged, share, _stance_right) for share in _SHARES},
        texts_per_second=speed,
        memory_mb=peak_memory_mb(),
    )


def interval(of: Callable[[Sequence[Judged]], float], judged: Sequence[Judged], rounds: int) -> Interval:
    """A measure with its 95 % interval over texts drawn with replacement."""
    draw = random.Random(7)
    values = sorted(of(draw.choices(judged, k=len(judged))) for _ in range(rounds)) if judged else []
    value = of(judged)
    if not values:
        return value, value, value
    return value, values[int(0.025 * len(values))], values[int(0.975 * len(values))]


def micro(judged: Iterable[Judged]) -> float:
    """F1 over all (text, standard) pairs."""
    return _f1(*_counts(_standards(j) for j in judged))


def macro(judged: Sequence[Judged]) -> float:
    """Mean over the twelve standards of each one's F1."""
    pairs = [_standards(j) for j in judged]
    return sum(_f1(*_counts((g & {s}, f & {s}) for g, f in pairs)) for s in STANDARDS) / len(STANDARDS)


def stance_micro(judged: Iterable[Judged]) -> float:
    """F1 over all (text, standard, stance) triples."""
    return _f1(*_counts(_with_stance(j) for j in judged))


def untagged(judged: Iterable[Judged]) -> float:
    """Share of the texts without a standard that got no tag."""
    empty = [j for j in judged if not j.gold]
    return sum(not j.found for j in empty) / len(empty) if empty else float("nan")


def passage_f1(judged: Iterable[Judged]) -> float:
    """Mean word F1 of quote and labelled passage, over tags whose standard is right (best label of it)."""
    scores = []
    for one in judged:
        for tag in one.found:
            same = [g for g in one.gold if g.standard == tag.standard]
            scores += [max(word_f1(words(tag.quote), g.words) for g in same)] if same else []
    return sum(scores) / len(scores) if scores else float("nan")


def precision_at(judged: Iterable[Judged], share: float, right: Callable[[Gold, Found], bool]) -> float:
    """Share of right tags among the `share` most confident ones."""
    tags = [(f.confidence, any(right(g, f) for g in j.gold)) for j in judged for f in j.found]
    kept = sorted(tags, reverse=True)[: max(1, round(share * len(tags)))]
    return sum(good for _, good in kept) / len(kept) if kept else float("nan")


def words(passage: str) -> tuple[str, ...]:
    """Lower-case words without punctuation."""
    bare = "".join(c if c.isalnum() else " " for c in passage.casefold())
    return tuple(bare.split())


def word_f1(one: Sequence[str], other: Sequence[str]) -> float:
    """F1 of two bags of words."""
    rest = list(other)
    common = 0
    for word in one:
        if word in rest:
            rest.remove(word)
            common += 1
    return 2 * common / max(1, len(one) + len(other))


def peak_memory_mb() -> float:
    """The most memory this program held at once. Not `ru_maxrss`: that one begins with what the parent process held."""
    status = Path("/proc/self/status").read_text("ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) / 1024


def table(result: Report) -> str:
    """The report as text."""
    goals = (
        ("micro-F1", result.micro, "≥ 0.65"),
        ("macro-F1", result.macro, "≥ 0.75 (aim)"),
        ("standard + stance micro-F1", result.stance_micro, "≥ 0.45, aim 0.65"),
        ("untagged where nothing is to tag", result.untagged, "≥ 0.90"),
        ("passage, word F1", result.passage, "≥ 0.70"),
    )
    lines = [f"{result.version} on {result.texts} texts"]
    lines += [f"{name:34} {v:.3f}  [{low:.3f}, {high:.3f}]  goal {goal}" for name, (v, low, high), goal in goals]
    pairs = zip(result.precision_at.items(), result.stance_precision_at.values(), strict=True)
    lines += [f"precision of the {share:4.0%} surest tags   {p:.3f}, with stance {q:.3f}" for (share, p), q in pairs]
    lines += [f"{result.texts_per_second:.0f} texts/s per core (goal ≥ 50), {result.memory_mb:.0f} MB (goal ≤ 600)"]
    lines += [f"{lang}  micro-F1 {f:.3f}  n={n}" for lang, (f, n) in result.by_language.items()]
    rows = result.by_standard.items()
    lines += [f"{name:26} P {p:.2f}  R {r:.2f}  F1 {f:.2f}  n={n}" for name, (p, r, f, n) in rows]
    return "\n".join(lines)


def _gold(row: dict[str, list[dict[str, str]]]) -> tuple[Gold, ...]:
    return tuple(Gold(x["standard"], x["stance"], words(x["evidence"])) for x in row["labels"])


def _standard_right(gold: Gold, found: Found) -> bool:
    return gold.standard == found.standard


def _stance_right(gold: Gold, found: Found) -> bool:
    return (gold.standard, gold.stance) == (found.standard, found.stance)


def _standards(one: Judged) -> tuple[set[str], set[str]]:
    return {g.standard for g in one.gold}, {f.standard for f in one.found}


def _with_stance(one: Judged) -> tuple[set[str], set[str]]:
    return {f"{g.standard} {g.stance}" for g in one.gold}, {f"{f.standard} {f.stance}" for f in one.found}


def _counts(pairs: Iterable[tuple[set[str], set[str]]]) -> tuple[int, int, int]:
    """Right, superfluous, missing."""
    right = extra = missing = 0
    for gold, found in pairs:
        right += len(gold & found)
        extra += len(found - gold)
        missing += len(gold - found)
    return right, extra, missing


def _f1(right: int, extra: int, missing: int) -> float:
    return 2 * right / (2 * right + extra + missing) if right + extra + missing else 0.0


def _standard_row(judged: Sequence[Judged], standard: str) -> tuple[float, float, float, int]:
    pairs = [(g & {standard}, f & {standard}) for g, f in map(_standards, judged)]
    right, extra, missing = _counts(pairs)
    precision = right / (right + extra) if right + extra else 0.0
    recall = right / (right + missing) if right + missing else 0.0
    return precision, recall, _f1(right, extra, missing), right + missing


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=DEV)
    parser.add_argument("--kind", choices=("best", "model", "lexicon"), default="best")
    parser.add_argument("--voice", action="store_true", help="with the city's language model heard as well")
    chosen = parser.parse_args()
    tagger = load_tagger(chosen.kind)
    if chosen.voice:
        from services.analysis.operations.ask_voice import with_voice  # the service knows the settings

        tagger = with_voice(tagger)
    sys.stdout.write(table(measure(tagger, chosen.file)) + "\n")


if __name__ == "__main__":
    main()
