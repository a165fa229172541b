"""Everything that is read and known: the catalogue of minimum standards, assessments, reviews, findings, dashboards.

Owns schema `analysis`. Hears campaign.published, channel.opened, tally.counted, response.received, response.corrected,
response.erased, reassessment.requested, promise.settled. Says response.assessed, reassessment.requested,
selection.made, department.asked.
"""
