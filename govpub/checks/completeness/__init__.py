"""Completeness: every segment has a translation, made from the text as it stands, that somebody stands by."""
