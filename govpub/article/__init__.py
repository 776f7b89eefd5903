"""The canonical article's file: Markdown with YAML front matter ⇄ Article."""
