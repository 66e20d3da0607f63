"""Bringing a library to the newest schema: all migrations in one transaction."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from db.connection import APPLICATION_ID, SCHEMA_VERSION
from db.index_check import rebuild_indexes
from db.index_documents import driver

MIGRATIONS = Path(__file__).with_name("migrations")
_ALIKE = "SELECT 1 FROM entries WHERE summary <> '' AND summary = summary_en LIMIT 1"
"""Until schema 4 such a summary was indexed for both languages; since, for English alone (`texts.entry_texts`)."""


def upgrade(connection: Connection) -> None:
    """Run the migrations that the library lacks, in the caller's transaction."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    raw = driver(connection)
    if raw.execute(_ALIKE).fetchone() is not None:
        rebuild_indexes(raw, lambda done, total: None)
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA_VERSION}")
