"""The lexicon as a tagger: the fallback where no model can be built."""

from collections.abc import Sequence

from .domain.cues import guess_stance, stance_cues
from .domain.found import Found, Passage
from .domain.lexicon import Hit, hits
from .domain.normalise import Normalised, normalise
from .domain.standards import CATALOGUE_VERSION, STANDARDS
from .domain.units import Unit, clauses, sentences, unit_at

_BASE = 0.30  # a guess at how often a hit is right; two hits in a clause are better than one
_STEP = 0.10


class LexiconTagger:
    """Tags every clause that holds a hit; pure rules, no state, no files."""

    version = "lexicon-1"
    catalogue_version = CATALOGUE_VERSION

    def tag(self, passages: Sequence[Passage]) -> list[tuple[Found, ...]]:
        """One tuple of tags per passage, best standard first."""
        return [_tag_one(p) for p in passages]


def _tag_one(passage: Passage) -> tuple[Found, ...]:
    normal = normalise(passage.text)
    by_standard: dict[str, list[Hit]] = {}
    for hit in hits(normal.text, passage.lang):
        by_standard.setdefault(hit.standard, []).append(hit)
    units = clauses(normal.text, passage.lang), sentences(normal.text)
    found = [_found(passage, normal, *units, by_standard[s]) for s in STANDARDS if s in by_standard]
    return tuple(sorted(found, key=lambda f: -f.confidence))


def _found(p: Passage, normal: Normalised, parts: list[Unit], wholes: list[Unit], its: list[Hit]) -> Found:
    """The clause with most hits of one standard; a very short clause gives way to its sentence."""
    best = max(its, key=lambda h: sum(_together(parts, h, other) for other in its))
    unit = unit_at(parts, best.start) or Unit(best.start, best.end, "hit")
    if unit.end - unit.start < 15:
        unit = unit_at(wholes, best.start) or unit
    quote = normal.text[unit.start : unit.end]
    inside = sorted({h.word.strip().lower() for h in its if unit.start <= h.start < unit.end})
    stance, clarity = guess_stance(quote, p.lang)
    start, end = normal.original_span(unit.start, unit.end)
    confidence = min(0.6, _BASE + _STEP * (len(inside) - 1)) * (0.6 + clarity * 0.5)
    cues = stance_cues(quote, p.lang)[stance]
    return Found(
        standard=best.standard,
        stance=stance,
        start=start,
        end=end,
        quote=p.text[start:end],
        confidence=round(confidence, 4),
        doubt=round(1 - abs(2 * confidence - 1), 4),
        reason={"model": LexiconTagger.version, "rule": "lexicon", "words": inside, "stance_words": cues},
    )


def _together(parts: list[Unit], one: Hit, other: Hit) -> bool:
    unit = unit_at(parts, one.start)
    return unit is not None and unit.start <= other.start < unit.end
