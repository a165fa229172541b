"""Plumbing that knows no noun of the domain: it could carry any other service."""
