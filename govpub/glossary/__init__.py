"""The termbase: its PO and CSV forms, its edits, and the scanner that finds terms and allocates spans."""
