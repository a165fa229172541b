"""How the parts of a district lie to each other, for maps; what the file says of itself stands in it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

import msgspec

FILE: Final = Path(__file__).parent.parent / "data" / "parts.geojson"
Ring = tuple[tuple[float, float], ...]


@cache
def outlines_of(district: str) -> Mapping[str, Ring]:
    """Part → its outer ring, longitude and latitude. Empty for a district that nobody has drawn."""
    features = msgspec.json.decode(FILE.read_bytes())["features"]
    own = [one for one in features if one["properties"]["district"] == district]
    return {
        one["properties"]["key"]: tuple((corner[0], corner[1]) for corner in one["geometry"]["coordinates"][0])
        for one in own
    }
