"""NFC with a way back: every offset in the normalised text leads to one in the original."""

import unicodedata

import msgspec


class Normalised(msgspec.Struct, frozen=True):
    """`text` is NFC; `starts[i]` and `ends[i]` bound, in the original, what became character i.

    Both are None where the text already was NFC: then offsets are equal.
    """

    text: str
    starts: tuple[int, ...] | None = None
    ends: tuple[int, ...] | None = None

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """Lead [start, end) of the normalised text back to the original; an empty span stays empty."""
        if self.starts is None or self.ends is None:
            return start, end
        if not self.text or start >= len(self.text):
            last = self.ends[-1] if self.ends else 0
            return last, last
        left = self.starts[start]
        return (left, left) if end <= start else (left, self.ends[end - 1])

    def normal_span(self, start: int, end: int) -> tuple[int, int]:
        """Lead [start, end) of the original to the smallest normalised span that covers it."""
        if self.starts is None or self.ends is None:
            return start, end
        inside = [i for i, (a, b) in enumerate(zip(self.starts, self.ends, strict=True)) if a < end and b > start]
        return (inside[0], inside[-1] + 1) if inside else (0, 0)


def normalise(text: str) -> Normalised:
    """NFC of a text, with offsets kept."""
    if unicodedata.is_normalized("NFC", text):
        return Normalised(text)
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for left, right in _segments(text):
        part = unicodedata.normalize("NFC", text[left:right])
        parts.append(part)
        starts.extend([left] * len(part))
        ends.extend([right] * len(part))
    return Normalised("".join(parts), tuple(starts), tuple(ends))


def _segments(text: str) -> list[tuple[int, int]]:
    """Cut where normalising left and right apart gives the same as normalising both together."""
    cuts = [0] if text else []
    for at in range(1, len(text)):
        if _is_boundary(text[cuts[-1] : at], text[at]):
            cuts.append(at)
    return list(zip(cuts, [*cuts[1:], len(text)], strict=True))


def _is_boundary(before: str, char: str) -> bool:
    if char.isascii():
        return True
    if unicodedata.combining(char):
        return False
    nfc = unicodedata.normalize
    return nfc("NFC", before + char) == nfc("NFC", before) + nfc("NFC", char)
