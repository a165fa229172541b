"""One file per verb. Each takes the session of its caller, who commits."""
