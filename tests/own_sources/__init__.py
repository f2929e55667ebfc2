"""Sources of the tests' own, as anybody can bring them: each is one module, and nothing else knows of it."""
