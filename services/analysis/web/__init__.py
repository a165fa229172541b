"""Pages for staff: campaigns, the live dashboard, operations."""
