"""The review: what was found in a report, for the people who proof-read it."""

from __future__ import annotations

from govinfo.review.pages import ReviewedReport, review_page, reviewed
from govinfo.review.remarks import Remark, remarks_on

__all__ = ["Remark", "ReviewedReport", "remarks_on", "review_page", "reviewed"]
