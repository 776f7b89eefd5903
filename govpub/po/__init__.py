"""The gettext PO format, lossless: what is not touched is written back byte for byte."""
