"""Schema `notify`."""
