"""Pure functions over frames: coercing, contracts, identity. No database, no HTTP, no Dagster."""
