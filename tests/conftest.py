"""How hypothesis runs here, and where the corpus lies."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

# A rendered report takes long to draw and longer to read: on a busy machine no deadline holds.
IN_CI = os.environ.get("CI") == "true"
# In continuous integration the same examples every time: what is new there is the change, and not the dice.
settings.register_profile(
    "default",
    deadline=None,
    derandomize=IN_CI,
    max_examples=10 if IN_CI else 25,
    suppress_health_check=[HealthCheck.too_slow],
)
# Shrinking a whole report takes minutes: `fast` says only that something is wrong, `default` says what.
UNSHRUNK = (Phase.explicit, Phase.reuse, Phase.generate)
settings.register_profile("fast", settings.get_profile("default"), max_examples=5, phases=UNSHRUNK)
settings.register_profile("thorough", settings.get_profile("default"), max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

BESIDE_THE_PROJECT = Path(__file__).parents[2] / "shared" / "corpus"


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real reports; tests that need it are skipped without it, except in continuous integration."""
    folder = Path(os.environ.get("GOVINFO_CORPUS", BESIDE_THE_PROJECT))
    if folder.is_dir():
        return folder
    reason = f"there is no corpus at {folder}; set GOVINFO_CORPUS to the folder that holds it"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)
