"""Digests by e-mail: writing one, the outbox, the server."""
