"""Alembic's entry point: it runs on the connection that `crypto_pipeline.warehouse.migrate` hands over."""

from alembic import context

from crypto_pipeline.warehouse.tables import metadata

context.configure(
    connection=context.config.attributes["connection"], target_metadata=metadata, transaction_per_migration=True
)
with context.begin_transaction():
    context.run_migrations()
