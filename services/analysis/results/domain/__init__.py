"""What may be counted and shown, and how: pure."""
