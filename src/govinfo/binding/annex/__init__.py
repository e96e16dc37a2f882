"""The annex of statistics behind a report."""
