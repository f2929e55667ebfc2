"""The API held against its own OpenAPI document by schemathesis."""
