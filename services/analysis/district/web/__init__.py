"""Pages and files of the wing."""
