"""Parts every page is made of: templates, form bodies, guards, errors, health."""
