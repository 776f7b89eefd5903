"""The values that govpub works on: frozen, without I/O, without third parties."""
