"""Archives: from many sources to tables, in parts, with as many processes as there are."""

from govinfo.archive.batch import read_batch
from govinfo.archive.engines import map_arrow
from govinfo.archive.extraction import Progress, Summary, extract
from govinfo.archive.schemas import SCHEMAS

__all__ = ["SCHEMAS", "Progress", "Summary", "extract", "map_arrow", "read_batch"]
