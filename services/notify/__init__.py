"""Everything that goes back: the page behind the receipt, subscriptions, letters, outcomes, promises.

Owns schema `notify`. Hears campaign.published, receipt.issued, response.assessed, response.erased, selection.made,
department.asked.
Says promise.settled, and to itself notification.queued, letters.queued, outcome.published, step.added, reminder.queued.
No answer ever enters: what is known of a response is its receipt's digest and which standards it touches.
"""
