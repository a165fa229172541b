"""What pages a print kit has: each channel in each format and language once, in portions that leave none out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from services.intake.domain.kits import CODES, FORMATS, PORTION, Wanted, plan, portions

some = st.lists(st.sampled_from(["AB3CD4", "BA5CD4", "ST3RK4", "XY5ST6"]), unique=True)
languages = st.lists(st.sampled_from(["de", "tr", "ar", "de-einfach"]), unique=True).map(tuple)
formats = st.lists(st.sampled_from(FORMATS), unique=True).map(tuple)


@given(formats, languages, some, st.booleans())
def test_every_channel_is_there_once_in_every_format_and_language(
    formats: tuple[str, ...], languages: tuple[str, ...], codes: list[str], large: bool
) -> None:
    pages = plan(Wanted(formats, languages, (), large), codes)  # type: ignore[arg-type] # drawn from FORMATS
    assert len(pages) == len(formats) * len(languages) * len(codes)
    assert len({(one.code, one.choice) for one in pages}) == len(pages)
    assert [one.number for one in pages] == list(range(CODES + 1, len(pages) + 1))
    assert all(one.choice.large is large for one in pages)


@given(st.integers(0, 1000))
def test_portions_are_small_and_leave_no_page_out(page_count: int) -> None:
    found = list(portions(page_count))
    assert [number for portion in found for number in portion] == list(range(page_count))
    assert all(0 < len(portion) <= PORTION for portion in found)
