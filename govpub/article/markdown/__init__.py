"""The Markdown of an article's body ⇄ blocks and inlines."""
