"""What Alembic runs: the migrations, on the connection that upgrade.py hands over."""

from alembic import context

from tutanak.store.upgrade import VERSION_TABLE

context.configure(
    connection=context.config.attributes["connection"],
    version_table=VERSION_TABLE,
    transactional_ddl=True,
)
context.run_migrations()
