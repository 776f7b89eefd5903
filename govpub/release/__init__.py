"""Articles, translations and a verdict → releases, and the record of what was made."""
