"""Headings become sections: whole lines only, so that neither a table row nor a sentence is taken for one.

`四、结转下年度继续办理` is a row of table three and has a label of its own; the introduction, which
names all six parts, is running text. Where a page begins with a table of contents, the last line of
each title is the heading.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from operator import itemgetter

from govinfo.binding.tokens import NUMBERED
from govinfo.cells import NOWHERE
from govinfo.forms.labels import HEADINGS, heading_key, label_key
from govinfo.forms.schema import Form
from govinfo.text.normalise import plain

__all__ = ["known_headings", "mark_sections"]

_NUMBERED = re.compile(f"[{NUMBERED}-\uf0ff]")
_MOST_NUMBERED = 200
"""No report has more numbered lines of its own wording; a hostile page may, and is not searched to its end."""


def known_headings(kinds: str, form: Form) -> int:
    """Return how many of the form's sections are on the page under a title that is known."""
    return len(_known(kinds, form))


def mark_sections(tokens: list[str], kinds: str, form: Form) -> tuple[tuple[str, int], ...]:
    """Return the id of each section on a page and the token that is its heading, in the order of the page."""
    found = _known(kinds, form)
    if len(found) < len(form.sections):
        found |= _worded_freely(tokens, kinds, form, found)
    return tuple(sorted(found.items(), key=itemgetter(1)))


def _known(kinds: str, form: Form) -> dict[str, int]:
    """The last line with a title of each section, in any of its wordings."""
    found = dict[str, int]()
    for title, section in _headings(form):
        place = kinds.rfind(title)
        if place > found.get(section, NOWHERE):
            found[section] = place
    return found


@cache
def _headings(form: Form) -> tuple[tuple[str, str], ...]:
    """The characters that stand for titles of the form's sections, each with the id of its section."""
    titles = {
        HEADINGS[heading_key(label_key(text))]: section.id
        for section in form.sections
        for text in (section.title, *section.aliases)
    }
    return tuple(titles.items())


def _worded_freely(
    tokens: list[str], kinds: str, form: Form, found: dict[str, int]
) -> dict[str, int]:
    """Numbered lines whose wording is the office's own, for the sections that no known title opens."""
    extra: dict[str, int] = {}
    for match in islice(_NUMBERED.finditer(kinds), _MOST_NUMBERED):
        token = match.start()
        number, line = ord(match[0]) - ord(NUMBERED), plain(tokens[token])
        for place, section in enumerate(form.sections):
            if section.id in found or section.id in extra or section.number not in (None, number):
                continue
            # A numbered section stands after those before it and before those after it.
            before = (found.get(other.id, NOWHERE) for other in form.sections[:place])
            after = (found.get(other.id, len(tokens)) for other in form.sections[place + 1 :])
            is_in_order = section.number is None or max(before, default=NOWHERE) < token < min(
                after, default=len(tokens)
            )
            if is_in_order and re.search(section.gist, line):
                extra[section.id] = token
                break
    return extra
