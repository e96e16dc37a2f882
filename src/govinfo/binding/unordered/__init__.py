"""Tables whose cells stand in another order than on the page, as plain `pdftotext` prints them."""
