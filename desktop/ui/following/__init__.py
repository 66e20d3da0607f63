"""Feeds that are followed: what is asked when, and what a person chooses about it."""
