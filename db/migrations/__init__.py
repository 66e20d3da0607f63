"""Alembic's migrations. Each says by itself what it creates; none imports the live tables."""
