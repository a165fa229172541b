"""Schema `staff`."""
