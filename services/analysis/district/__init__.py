"""The social area as it is, a wing of analysis with a service's shape: inventory, network, proposals, methods, concept.

Owns entries with their facts (each with source, age and confidence), how they changed, the links and codes by which
organisations and residents keep them true, and proposals. Says proposal.opened; hears nothing.
"""
