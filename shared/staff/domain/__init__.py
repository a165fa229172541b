"""Roles and what they may, pauses between attempts, local paths: no clock, no ids, no database."""
