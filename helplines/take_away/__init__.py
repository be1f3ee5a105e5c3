"""The directory on paper, in an address book, and on a device without a connection."""
