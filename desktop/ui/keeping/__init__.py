"""Backups, checks, and going back."""
