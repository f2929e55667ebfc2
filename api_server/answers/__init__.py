"""A resource's answer: a JSON page with its envelope, or the whole as a file."""
