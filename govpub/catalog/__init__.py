"""Catalogs: the PO beside each article, and the fixed strings of releases and commands."""
