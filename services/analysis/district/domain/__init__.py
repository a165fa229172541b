"""Entries, facts, freshness, links and proposals; pure."""
