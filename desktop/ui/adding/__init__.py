"""Bringing digests in: what can be dropped or pasted, the import plan, and the import itself."""
