"""Structure: what is not words in the source is there in the target too."""
