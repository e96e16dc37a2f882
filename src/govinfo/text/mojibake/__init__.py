"""Characters that were decoded with the wrong encoding, and the way back."""
