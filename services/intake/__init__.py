"""Everything that comes in: campaigns, questionnaires, channels, responses.

Owns schema `intake`. Hears what it tells itself (pages.ordered: what is to be printed), and concept.adopted,
proposal.opened and questionnaire.taken from its districts. Says campaign.published, channel.opened, tally.counted,
response.received, response.corrected, response.erased, receipt.issued.
"""
