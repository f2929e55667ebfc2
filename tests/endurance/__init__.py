"""What takes long: `python -m tests.endurance starts|kills|load NUMBER`. Each is a make target."""
