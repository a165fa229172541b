"""What in a free text must not simply be shown: found, masked or held. Pure, and the same for every language."""

from services.analysis.domain.sensitive.kinds import HELD, KINDS, Kind, Sensitive, Treatment
from services.analysis.domain.sensitive.redaction import MASK, Piece, Redacted, pieces, redact
from services.analysis.domain.sensitive.search import find_sensitive

__all__ = [
    "HELD",
    "KINDS",
    "MASK",
    "Kind",
    "Piece",
    "Redacted",
    "Sensitive",
    "Treatment",
    "find_sensitive",
    "pieces",
    "redact",
]
