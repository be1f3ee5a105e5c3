"""The pieces that editors build pages from, by kind."""
