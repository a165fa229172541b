"""Pure parts of the tagger: standard library and msgspec only, no clock, no files, no network."""
