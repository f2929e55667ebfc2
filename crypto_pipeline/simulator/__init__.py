"""A stand-in for the upstreams: the same paths, payloads, headers and errors, and faults on demand. Stands alone."""
