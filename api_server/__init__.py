"""The query API: a Litestar application over the warehouse. Knows the tables and the settings, not the pipeline."""
