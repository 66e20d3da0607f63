"""Runs the migrations over the connection of the library that is being opened.

`db/upgrade.py` hands the connection over; for `alembic revision --autogenerate` pass `-x library=FILE`.
"""

from alembic import context
from sqlalchemy import Connection, create_engine

from db.rows import metadata


def _is_ours(name: str | None, kind: str, parents: object) -> bool:
    return not (kind == "table" and name is not None and "_fts" in name)


def _run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        include_name=_is_ours,
        transactional_ddl=False,
        render_as_batch=False,
    )
    context.run_migrations()


handed_over = context.config.attributes.get("connection")
if handed_over is not None:
    _run(handed_over)
else:
    with create_engine(f"sqlite:///{context.get_x_argument(as_dictionary=True)['library']}").begin() as opened:
        _run(opened)
