"""Records for tests, one factory per model; each has only what the model requires and what makes it publishable."""
