"""Checks of units: one rule a file, a folder a family, one literal table of rules."""
