"""Pages, files and the API of the results."""
