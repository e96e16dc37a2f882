"""Web pages as text, with the place of every character in the source."""
