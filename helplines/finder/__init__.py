"""Finding a helpline: what is asked, how each helpline fits it, and in which order they are shown."""
