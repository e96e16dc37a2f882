"""Layout that several dialects share: columns under each other, blank lines, cells of several lines, pandas indexes."""
