"""Article → segments, by versioned sentence rules; segments and their translations → wording again."""
