"""Everything that goes back: the page behind the receipt, subscriptions, letters, outcomes, promises.

Owns schema `notify`. Hears campaign.published, receipt.issued, response.assessed, response.erased, selection.made.
Says promise.settled, and notification.queued, outcome.published, step.added and reminder.queued to itself.
No answer ever enters: what is known of a response is its receipt's digest and which standards it touches.
"""
