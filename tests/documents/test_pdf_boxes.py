"""Tables whose cells are boxes: one sweep over the page finds what a look at all pairs would."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from govinfo.documents.pdf.boxes import boxed_tables
from govinfo.documents.pdf.painting import Rect

PLACES = st.integers(0, 40).map(lambda number: 4.0 * number)
WIDTHS, HEIGHTS = st.sampled_from([4.0, 12.0, 40.0]), st.integers(3, 60).map(float)
BOXES = st.lists(
    st.builds(lambda x, y, w, h: Rect(x, y, x + w, y + h), PLACES, PLACES, WIDTHS, HEIGHTS),
    max_size=25,
    # Of two boxes of one size no rule says which holds the other.
    unique_by=lambda box: (box.right - box.left) * (box.bottom - box.top),
)


def area(box: Rect) -> float:
    """Return the size of a box."""
    return (box.right - box.left) * (box.bottom - box.top)


def holds(box: Rect, other: Rect) -> bool:
    """Return whether the middle of a smaller box lies in a box."""
    x, y = (other.left + other.right) / 2, (other.top + other.bottom) / 2
    inside = box.left < x < box.right and box.top < y < box.bottom
    return inside and area(other) < area(box)


def are_near(box: Rect, other: Rect) -> bool:
    """Return whether two boxes lie beside each other, with less than eight points between them."""
    across = max(box.left, other.left) - min(box.right, other.right)
    down = max(box.top, other.top) - min(box.bottom, other.bottom)
    return max(across, down) < 8 and min(across, down) < 0


@given(BOXES)
def test_boxes_of_one_table_hang_together(boxes: list[Rect]) -> None:
    """A table is the boxes that hang together, of those that hold no smaller one."""
    cells = {box for box in boxes if not any(holds(box, other) for other in boxes)}
    expected = set[frozenset[Rect]]()
    while cells:
        group = {cells.pop()}
        while near := {cell for cell in cells if any(are_near(cell, own) for own in group)}:
            group |= near
            cells -= near
        expected.add(frozenset(box._replace(top=0) for box in group))

    found = [
        frozenset(cell._replace(top=0) for cell in table.cells) for table in boxed_tables(boxes)
    ]
    assert (len(found), set(found)) == (len(expected), expected)
