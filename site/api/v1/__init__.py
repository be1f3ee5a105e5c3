"""The hand-made part of the open API: the model, pages, references and glossary, described by OpenAPI."""
