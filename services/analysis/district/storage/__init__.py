"""The inventory and proposals as they are kept."""
