"""Where in China a body stands: the places of GB/T 2260, and how names and pages tell them."""
