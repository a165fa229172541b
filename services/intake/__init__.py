"""Everything that comes in: campaigns, questionnaires, channels, responses.

Owns schema `intake`. Hears nothing. Says campaign.published, channel.opened, response.received, response.corrected,
response.erased, receipt.issued.
"""
