"""govpub: one canonical article in, a signed-off bilingual release out."""

__version__ = "0.1.0"
