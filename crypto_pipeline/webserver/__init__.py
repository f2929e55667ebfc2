"""Dagster's UI behind a guard: Dagster itself asks nobody who they are, and obeys whoever reaches its port."""
