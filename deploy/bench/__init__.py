"""Measurements. Each prints what it measured, on what, and beside which floor."""
