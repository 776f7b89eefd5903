"""Formats that others write and read: a folder each, a parse and a serialize function, pure, over the model's values.

Nothing is imported here: who wants one format does not wait for the libraries of the others.
"""
