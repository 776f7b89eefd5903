"""Release → a Word document."""
