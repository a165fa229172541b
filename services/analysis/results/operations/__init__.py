"""What changes figures, tables and exports: one file per verb."""
