"""`python -m govpub`."""

from govpub.cli import main

main()
