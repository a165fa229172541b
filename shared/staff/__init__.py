"""Who signs in: accounts, roles per district, sessions, one-time links, and the audit trail of every change.

Owns schema `staff`. Services may see who is signed in and add to the audit trail, nothing more.
"""
