"""Every dialect goes to the adapter that is meant for it."""

from __future__ import annotations

import pytest

from govinfo.testing.confusion import Claim, claims


@pytest.mark.parametrize("seed", range(3))
def test_no_adapter_claims_what_is_meant_for_another(seed: int) -> None:
    """Whole or damaged, a text goes to its own adapter, or to one that reads its cells as well, or to none."""
    assert [claim for claim in claims(seed) if claim.is_false] == []


@pytest.mark.parametrize(
    ("claim", "false"),
    [
        (Claim("pipes", "", "pipes"), False),
        (Claim("pipes", "", "narrative"), True),
        (Claim("pipes", "line_lost", "narrative"), False),
        (Claim("pipes", "line_lost", "html"), True),
        (Claim("drawn", "bad_byte", "pipes"), False),
        (Claim("drawn", "", "pipes"), True),
        (Claim("scattered", "", "columns"), False),
    ],
)
def test_what_a_false_claim_is(claim: Claim, *, false: bool) -> None:
    """An undamaged text goes to its own adapter; damage may leave it to a kin, or to the one for prose."""
    assert claim.is_false is false
