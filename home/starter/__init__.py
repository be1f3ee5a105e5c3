"""The content that a new site begins with: human-readable files, and what loads them."""
