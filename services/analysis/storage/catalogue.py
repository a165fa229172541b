"""The catalogue as it is shipped."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

import msgspec
import yaml

from services.analysis.domain.catalogue import Catalogue

FILE: Final = Path(__file__).parent.parent / "catalogue" / "standards.yaml"


@cache
def load_catalogue() -> Catalogue:
    """Raises msgspec.ValidationError when the file lacks something a standard must have."""
    return msgspec.convert(yaml.safe_load(FILE.read_text("utf-8")), Catalogue)
