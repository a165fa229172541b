"""What is shown of a response that was taken back, and the receipt as it stands on every page behind it."""

from __future__ import annotations

from datetime import datetime

from litestar import Response

from services.notify.domain.journey import CampaignFacts, title_in
from services.notify.settings import Settings
from services.notify.web.pages import PAGES
from shared.contracts.receipts import receipt_address
from shared.kit.print.code_card import CodeCard, draw_card


def show_withdrawn(
    settings: Settings,
    receipt: str,
    language: str,
    withdrawn_at: datetime,
    campaign: CampaignFacts | None = None,
    status: int = 200,
) -> Response[str]:
    return PAGES.page(
        "withdrawn.html",
        language,
        status=status,
        receipt=receipt,
        card=card_of(settings, receipt, language),
        campaign=campaign,
        title=title_in(campaign.title, language) if campaign else "",
        withdrawn_at=withdrawn_at,
    )


def card_of(settings: Settings, receipt: str, language: str) -> CodeCard:
    return draw_card(receipt_address(settings.address, language), receipt, PAGES.texts.say(language, "receipt-qr"))
