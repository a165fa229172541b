"""Everything that is read and known: the catalogue of minimum standards, assessments, tags, dashboards.

Owns schema `analysis`. Hears campaign.published, channel.opened, response.received. Says response.assessed.
"""
