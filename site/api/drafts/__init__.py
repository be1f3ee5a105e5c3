"""Drafts that an editor looks at in a front end of its own: one draft, one reader, a quarter of an hour."""
