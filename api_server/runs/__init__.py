"""Dagster's runs, read and started, and what they come to."""
