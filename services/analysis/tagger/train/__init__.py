"""Training of the tagger, offline, with torch: `python -m services.analysis.tagger.train` (see ../README.md)."""
