"""Signing in, one-time links, signing out."""
