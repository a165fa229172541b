"""Real processes, killed for real while residents are answering."""
