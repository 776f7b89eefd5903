"""Release → wire copy in plain text."""
