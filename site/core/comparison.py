"""How two versions of a record are laid side by side, where what is kept are no words."""

from typing import Any

from wagtail.admin.compare import TextFieldComparison
from wagtail.admin.panels import FieldPanel


class ComparisonInWords(TextFieldComparison):
    """Compares what a field holds as `field.in_words(value)` says it, which has to tell any two values apart."""

    def __init__(self, field: Any, before: Any, after: Any) -> None:
        super().__init__(field, before, after)
        self.val_a = field.in_words(field.value_from_object(before))
        self.val_b = field.in_words(field.value_from_object(after))


class InWordsPanel(FieldPanel):
    """The panel of a field that is compared in words; Wagtail takes each field with choices for one that has a single answer."""

    def get_comparison_class(self) -> type[ComparisonInWords]:
        """What the history uses."""
        return ComparisonInWords
