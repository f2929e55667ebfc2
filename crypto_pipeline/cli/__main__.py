"""`python -m crypto_pipeline.cli`: the console script without its file, for the parts that `up` starts."""

from crypto_pipeline.cli.app import main

main()
