"""The image and the compose file, really run: `make test-containers`."""
