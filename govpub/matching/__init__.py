"""How much alike two source texts are, in what they differ, and whether that forbids to reuse a translation."""
