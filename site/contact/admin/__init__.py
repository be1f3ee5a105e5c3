"""How the team reads and answers messages."""
