"""The groups of commands: what they are called, what they take, their help. What each does is a module beside this."""
