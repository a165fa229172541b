"""What changes the inventory and proposals: one file per verb."""
