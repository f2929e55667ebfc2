"""What surrounds every request: whose it is, limits, keys, rate, ready answers, headers, log line, metrics."""
