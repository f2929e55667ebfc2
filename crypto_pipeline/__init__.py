"""A crypto market-data platform: sources, normalising, warehouse, Dagster definitions, command line."""

__version__ = "0.1.0"
