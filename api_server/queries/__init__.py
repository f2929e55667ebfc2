"""The SQL, one module per resource, compiled once."""
