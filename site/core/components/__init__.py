"""Presenters between models and templates: each knows what it shows, its template only shows it."""
