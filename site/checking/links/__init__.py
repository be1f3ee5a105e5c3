"""Links that lead away from the site: which there are, whether they work, and what is wrong with them."""
