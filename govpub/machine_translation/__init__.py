"""Machine translation: what a provider is, and the providers there are."""
