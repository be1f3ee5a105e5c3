"""What a backup leaves out, and why; everything else is in it."""

from django.db.models import Model

# By app, where the name ends with a point, or by model.
LEFT_OUT = {
    "sessions.": "Everybody signs in again.",
    "usersessions.": "Everybody signs in again.",
    "axes.": "What is known of wrong passwords is kept for a day only.",
    "django_tasks_database.": "Work that waited then would be done a second time.",
    "wagtailsearch.": "The search index differs between databases and is made anew.",
    "search.Passage": "What search looks through is made anew.",
    "search.Word": "What search looks through is made anew.",
    "search.WordInPassage": "What search looks through is made anew.",
    "wagtailadmin.EditingSession": "Who has a page open at this moment.",
    "wagtailadmin.FormState": "What somebody was typing, for its preview.",
    "wagtailcore.UploadedFile": "Files of an upload that is not finished.",
    "api.ShownDraft": "Drafts that somebody looked at for a quarter of an hour.",
    "checking.PersonalLink": "A link that was used or revoked since would open again.",
    "webhooks.Delivery": "Other sites would be told a second time.",
}

# Rows that its database removes by itself, when those of the index go.
EMPTIED_BY_THE_DATABASE = {"wagtailsearch.SQLiteFTSIndexEntry"}

# What migrations put into a new database, and settings that are made when a page is first looked at. Rows there do not mean
# that somebody worked with the site: whoever did has an account.
MADE_WITHOUT_WORK = {
    "auth.Group",
    "auth.Group_permissions",
    "auth.Permission",
    "contact.MessageSettings",
    "contenttypes.ContentType",
    "core.SiteIdentity",
    "editorial.SecondReaderTask",
    "editorial.SecondReaderTask_groups",
    "search.Synonym",
    "wagtailcore.Collection",
    "wagtailcore.GroupApprovalTask",
    "wagtailcore.GroupApprovalTask_groups",
    "wagtailcore.GroupCollectionPermission",
    "wagtailcore.GroupPagePermission",
    "wagtailcore.GroupSitePermission",
    "wagtailcore.Locale",
    "wagtailcore.Page",
    "wagtailcore.ReferenceIndex",
    "wagtailcore.Site",
    "wagtailcore.Task",
    "wagtailcore.Workflow",
    "wagtailcore.WorkflowContentType",
    "wagtailcore.WorkflowPage",
    "wagtailcore.WorkflowTask",
}


def is_left_out(model: type[Model]) -> bool:
    """Whether a backup has no rows of this model."""
    return f"{model._meta.app_label}." in LEFT_OUT or model._meta.label in LEFT_OUT
