"""Everything that goes back: the page behind the receipt, subscriptions, letters.

Owns schema `notify`. Hears campaign.published, receipt.issued, response.assessed. Says notification.queued, to itself.
No answer ever enters: what is known of a response is its receipt's digest and which standards it touches.
"""
