"""Tables whose separators are lost: digits are cut into cells by the identities of the form."""
