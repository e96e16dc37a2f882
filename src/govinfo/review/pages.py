"""The review page: one file of HTML that shows all that govinfo knows of one report or several.

On the left stands the document, on the right what is to be looked at and the tables as the form
prints them. The page brings its style and its script, fetches nothing, and shows every string of a
document as text.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.resources import files

from govinfo.consistency.runner import check
from govinfo.errors import require_language
from govinfo.model import Report
from govinfo.rendering.markup import Html, tag, whole_page
from govinfo.review.article import Article, ReviewedReport
from govinfo.review.remarks import remarks_on
from govinfo.review.wording import WORDS
from govinfo.wording import Lang

__all__ = ["ReviewedReport", "review_page", "reviewed"]


def reviewed(report: Report, name: str = "", *, content: bytes | None = None) -> ReviewedReport:
    """Return a report with what `check` finds in it, also where it is only a matter of style."""
    return ReviewedReport(name, report, check(report, style=True), content)


def review_page(subjects: Iterable[ReviewedReport], lang: Lang = "zh") -> str:
    """Return the review of these reports as one page of HTML, which can be saved and sent.

    Args:
        subjects: The reports, each with its findings.
        lang: `zh` for Chinese, `en` for English.

    Raises:
        BadArgument: `lang` is another language.

    """
    require_language(lang)
    reviews = [
        Article(one, f"r{place}", lang, remarks_on(one.report, one.findings))
        for place, one in enumerate(subjects)
    ]
    several = len(reviews) > 1
    name = WORDS["titles" if several else "title"].in_(lang)
    title = name if several or not reviews else f"{reviews[0].title} · {name}"
    script = _part("page.js")
    contents = None
    if several:
        listed = tag("ol", *(review.entry() for review in reviews))
        contents = tag("nav", tag("h1", WORDS["reports"].in_(lang)), listed, class_="contents")
    body = tag(
        "body",
        tag("a", WORDS["skip"].in_(lang), href="#r0-remarks", class_="skip"),
        contents,
        tag("main", *(review.html() for review in reviews)),
        tag("footer", WORDS["from"].in_(lang)),
        tag("div", "", role="status", **{"aria-live": "polite", "class": "unseen"}),
        tag("script", Html(script)),
    )
    return whole_page(_head(title, script), body, lang)


@cache
def _part(name: str) -> str:
    return (files("govinfo.review") / name).read_text("utf-8")


def _head(title: str, script: str) -> list[Html]:
    """Return the head of the page, which lets no other script run and fetches nothing."""
    allowed = b64encode(sha256(script.encode()).digest()).decode()
    policy = (
        f"default-src 'none'; script-src 'sha256-{allowed}'; style-src 'unsafe-inline'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    return [
        Html(f'<meta http-equiv="Content-Security-Policy" content="{policy}">'),
        Html('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        tag("title", title),
        tag("style", Html(_part("page.css"))),
    ]
