"""Everything that comes in: campaigns, questionnaires, channels, responses.

Owns schema `intake`. Hears only what it tells itself (pages.ordered: what is to be printed). Says campaign.published,
channel.opened, tally.counted, response.received, response.corrected, response.erased, receipt.issued.
"""
