"""The database: where it is, its tables, and the only code that writes to it. Knows no Dagster, no HTTP."""
