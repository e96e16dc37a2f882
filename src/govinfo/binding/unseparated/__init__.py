"""Tables whose separators are lost: the identities of the form say where one cell ends."""
