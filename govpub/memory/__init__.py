"""Translation memory: its store, the index that finds candidates, and their scores."""
