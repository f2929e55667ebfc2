"""What the platform is measured against: the same done the usual way."""
