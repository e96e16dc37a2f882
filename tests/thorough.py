"""Whether this run is a thorough one: `python -m pytest --hypothesis-profile=thorough` runs every case there is."""

from __future__ import annotations

from hypothesis import settings

THOROUGH = settings.get_current_profile_name() == "thorough"
"""Where cases are alike, other runs take some that stand for the rest."""
