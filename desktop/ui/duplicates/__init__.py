"""Papers that may be one and the same: which, side by side, merged or kept apart."""
