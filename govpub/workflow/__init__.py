"""One use case a file: the only place that knows the order of things and touches disk."""
