"""govpub.toml → a typed project."""
