"""Papers, digests and the rules about them. Standard library only."""
