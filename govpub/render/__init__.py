"""Release → bytes, one room a format."""
