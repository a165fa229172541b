"""Figures, population tables and exports as they are kept."""
