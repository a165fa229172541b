"""Schema `intake`."""
