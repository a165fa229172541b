"""The reading side of analysis, a wing with a service's shape: figures, dashboards, the ledger's proof, files, the API.

Owns the figures (who gave which answer, as sets that responses join as they arrive), the population tables, and
exports. Hears what analysis hears of responses; says nothing to others. Every number about people that leaves this
wing, on whatever way, has gone through domain/disclosure.py.
"""
