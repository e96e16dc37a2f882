"""Tables whose cells stand in another order than the page shows, as plain `pdftotext` prints them."""
