"""Triage: one paper after the other, each decided with one key."""
