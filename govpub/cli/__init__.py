"""The command line: one file a command; it reads, calls, prints, exits."""


def main() -> None:
    """Run govpub."""
