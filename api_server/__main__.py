"""`python -m api_server`: serves the API as the settings say."""

from api_server.serve import main

main()
