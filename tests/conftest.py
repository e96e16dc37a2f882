"""How hypothesis runs here, which language is spoken, and where the corpus lies."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

# Commands speak the language of the locale: here English, unless a test asks for another.
os.environ.pop("LC_ALL", None)
os.environ["LC_MESSAGES"] = "en_US.UTF-8"

IN_CI = os.environ.get("CI") == "true"
# A rendered report takes long to draw and longer to read: on a busy machine no deadline holds.
AT_LEISURE = settings(
    settings.get_profile("default"), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("random", AT_LEISURE, max_examples=25)
# The same examples every time: what is new is the change, and not the dice.
settings.register_profile("fixed", AT_LEISURE, derandomize=True, max_examples=10)
# Shrinking a whole report takes minutes: `fast` says only that something is wrong, `random` says
# what.
UNSHRUNK = (Phase.explicit, Phase.reuse, Phase.generate)
settings.register_profile("fast", AT_LEISURE, max_examples=5, phases=UNSHRUNK)
settings.register_profile("thorough", AT_LEISURE, max_examples=1000)
# The option `--hypothesis-profile` of pytest chooses another one.
settings.load_profile("fixed" if IN_CI else "random")

BESIDE_THE_PROJECT = Path(__file__).parents[2] / "shared" / "corpus"


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real reports; tests that need it are skipped without it, except in continuous integration."""
    folder = Path(os.environ.get("GOVINFO_CORPUS", BESIDE_THE_PROJECT))
    if folder.is_dir():
        return folder
    reason = f"there is no corpus at {folder}; set GOVINFO_CORPUS to the folder that holds it"
    if IN_CI:
        pytest.fail(reason)
    pytest.skip(reason)
