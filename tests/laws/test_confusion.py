"""Every dialect goes to the adapter that is meant for it."""

from __future__ import annotations

import pytest

from govinfo.testing.confusion import Recognition, recognitions
from thorough import THOROUGH


@pytest.mark.parametrize("seed", range(3 if THOROUGH else 1))
def test_no_adapter_claims_what_is_meant_for_another(seed: int) -> None:
    """Whole or damaged, a text goes to its own adapter, or to one that reads its cells as well, or to none."""
    assert [claim for claim in recognitions(seed) if claim.is_false] == []


@pytest.mark.parametrize(
    ("claim", "false"),
    [
        (Recognition("pipes", "", "pipes"), False),
        (Recognition("pipes", "", "narrative"), True),
        (Recognition("pipes", "line_lost", "narrative"), False),
        (Recognition("pipes", "line_lost", "html"), True),
        (Recognition("drawn", "bad_byte", "pipes"), False),
        (Recognition("drawn", "", "pipes"), True),
        (Recognition("scattered", "", "columns"), False),
    ],
)
def test_what_a_false_claim_is(claim: Recognition, *, false: bool) -> None:
    """An undamaged text goes to its own adapter; damage may leave it to a kin, or to the one for prose."""
    assert claim.is_false is false
