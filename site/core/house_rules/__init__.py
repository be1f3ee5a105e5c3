"""What must be true of page types, streams and settings. Each rule is a function that yields what breaks it."""
