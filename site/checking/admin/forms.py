"""What an editor says of a check, and of a link that they make."""

from django import forms
from django.db import models

from checking.tokens import new_token

USUAL_DAYS, MOST_DAYS = 30, 90


class How(models.TextChoices):
    """How somebody checked."""

    CALLED = "we called them", "We called them"
    WEBSITE = "we looked at their website", "We looked at their website"
    TOLD = "they told us", "They told us"


class CheckForm(forms.Form):
    """Which version was read, and how it was checked; the second may be left open."""

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    how = forms.ChoiceField(
        label="How was it checked? (optional)", choices=How, required=False, widget=forms.RadioSelect
    )


class LinkForm(forms.Form):
    """Where a link goes, and for how long it works."""

    # Sent twice, the same form makes one link: whoever reloads or clicks twice sees it again and sends no second mail.
    once = forms.CharField(required=False, max_length=100, initial=new_token, widget=forms.HiddenInput)

    email = forms.EmailField(
        label="E-mail address of the helpline (optional)",
        required=False,
        max_length=254,
        help_text="The site sends the link there. Leave it empty to pass the link on yourself. "
        "The address is deleted thirty days after the link has ended.",
    )
    days = forms.IntegerField(
        label="Works for (days)", initial=USUAL_DAYS, min_value=1, max_value=MOST_DAYS, help_text=f"Up to {MOST_DAYS}."
    )
