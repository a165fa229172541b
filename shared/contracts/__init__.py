"""The only words two services have in common: frozen facts in the past tense, versioned, without contact data."""
