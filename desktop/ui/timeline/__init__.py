"""Digests by their dates."""
