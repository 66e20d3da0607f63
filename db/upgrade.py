"""Bringing a library to the newest schema: a backup first, then all migrations in one transaction."""

from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config

from db.backups import back_up
from db.connection import APPLICATION_ID, SCHEMA_VERSION

if TYPE_CHECKING:
    from db.library_file import LibraryFile

MIGRATIONS = Path(__file__).with_name("migrations")


def upgrade(library: "LibraryFile", version: int) -> None:
    """Run the migrations that `library` lacks. If one fails, the library is as it was. Raises StorageError."""
    if version > 0:
        back_up(library, f"before-schema-{SCHEMA_VERSION}")
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with library.transaction() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA_VERSION}")
