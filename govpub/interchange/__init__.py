"""Formats of others: a parse/serialize pair each."""
