"""How the team checks helplines, and asks them to check themselves."""
