"""Components of this app with examples: usual, empty, longest."""

from typing import Any

from django.utils.safestring import SafeString

from api.components import ApiAnswer, ApiField, ApiOperation, ApiRecord

LONG = "a_name_that_goes_on_for_longer_than_anybody_would_like_pneumonoultramicroscopicsilicovolcanoconiosis"
FIELD = ApiField("title", "text", SafeString("What it is called."))
FIELDS = (FIELD, ApiField(LONG, "a list of", SafeString("One sentence. " * 9), "Example", may_be_missing=True))

EXAMPLES: dict[type[Any], dict[str, Any]] = {
    ApiOperation: {
        "usual": ApiOperation(
            "example",
            "/api/v1/pages/",
            "An example",
            (SafeString("One sentence."),),
            (FIELD,),
            (ApiAnswer("200", "What was asked for.", "application/json", "Example"),),
        ),
        "empty": ApiOperation("empty", "/api/v1/", "An example without parameters"),
        "longest": ApiOperation(
            "longest", f"/api/v1/{{{LONG}}}/", LONG, (SafeString("One sentence. " * 9),) * 3, FIELDS,
            (ApiAnswer("400", "One sentence. " * 9, "application/problem+json", LONG),),
        ),
    },
    ApiRecord: {
        "usual": ApiRecord("Example", SafeString("One sentence."), (FIELD,)),
        "empty": ApiRecord("Nothing"),
        "longest": ApiRecord(LONG, SafeString("One sentence. " * 9), FIELDS, ("Example", "Nothing")),
    },
}  # fmt: skip
