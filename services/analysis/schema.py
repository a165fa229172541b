"""Everything in schema `analysis`, the wings' tables too: metadata knows a table once its module is read."""

from __future__ import annotations

import services.analysis.district.storage.method_tables
import services.analysis.district.storage.package_tables
import services.analysis.district.storage.paper_tables
import services.analysis.district.storage.proposal_tables
import services.analysis.district.storage.tables
import services.analysis.results.storage.export_tables
import services.analysis.results.storage.figures_tables
import services.analysis.results.storage.ledger_tables
import services.analysis.results.storage.population_tables
import services.analysis.results.storage.target_tables
import services.analysis.results.storage.visit_tables  # noqa: F401 - read so that they are known
from services.analysis.storage.tables import COMPONENT

__all__ = ["COMPONENT"]
