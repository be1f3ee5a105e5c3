"""The words that examples of every app are filled with."""

SENTENCE = "One sentence of an example, about as long as a summary of this kind of page is."
# More than there is room for, with a word that is longer than a line of a phone.
LONG = (
    "Words that go on for longer than anybody would like, with one like pneumonoultramicroscopicsilicovolcanoconiosis"
)
