"""Layout that several dialects share: columns, empty lines, broken cells, indexes of pandas."""
