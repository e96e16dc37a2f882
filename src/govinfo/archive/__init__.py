"""Archives: from many sources to tables, in parts, with as many processes as there are."""

from govinfo.errors import MissingExtra

try:
    import pyarrow as pa  # noqa: F401 - every room of the archive needs it
except ImportError as error:
    raise MissingExtra("govinfo.archive", "arrow") from error

from govinfo.archive.batch import read_batch
from govinfo.archive.engines import map_arrow
from govinfo.archive.extraction import Progress, Summary, extract
from govinfo.archive.schemas import SCHEMAS

__all__ = ["SCHEMAS", "Progress", "Summary", "extract", "map_arrow", "read_batch"]
