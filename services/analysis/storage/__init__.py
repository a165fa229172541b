"""Schema `analysis`."""
