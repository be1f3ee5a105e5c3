"""More words that people use, and “AMHP” apart from social work: it finds what is said of detention."""

from django.db import migrations

# What people write (commas between), and what the site says (commas between).
WORDS = [
    ("AMHP, AMHPs, approved mental health professional", "hospitalisation, Mental Health Act"),
    (
        "gaslighting, gaslit, gaslighted, made out I was lying, made me doubt myself",
        "not being believed, disbelieved",
    ),
    ("misgendered, misgendering, wrong pronouns, wrong gender, deadname, deadnamed, deadnaming", "transphobia"),
    (
        "told my family, told my parents, told my mum, told my mother, told my dad, told my husband, told my wife, told my partner, told my ex, told my boss, told my employer, told other people, told people about me",
        "confidentiality breaches, private information",
    ),
    ("without asking, without asking me, without my permission, without my consent", "without consent"),
    (
        "kept changing, always changing, kept leaving, keeps leaving, changes of staff, change of staff, changes of worker, change of worker",
        "turnover, continuity",
    ),
]
# An entry that was one, as it was and as it becomes.
WAS, BECOMES = "social worker, AMHP, social services", "social worker, social services"


def lines(words):
    return "\n".join(word.strip() for word in words.split(","))


def add_words(apps, schema_editor):
    """What editors changed meanwhile stays theirs; what an entry has already is in no second one."""
    synonyms = apps.get_model("search", "Synonym").objects
    synonyms.filter(people_write=lines(WAS)).update(people_write=lines(BECOMES))
    already = {line.strip().casefold() for entry in synonyms.all() for line in entry.people_write.splitlines()}
    for people_write, site_says in WORDS:
        new = [line for line in lines(people_write).splitlines() if line.casefold() not in already]
        if new:
            synonyms.create(people_write="\n".join(new), site_says=lines(site_says))


def remove_words(apps, schema_editor):
    """What editors changed meanwhile stays theirs."""
    synonyms = apps.get_model("search", "Synonym").objects
    for people_write, site_says in WORDS:
        synonyms.filter(people_write=lines(people_write), site_says=lines(site_says)).delete()
    synonyms.filter(people_write=lines(BECOMES)).update(people_write=lines(WAS))


class Migration(migrations.Migration):
    dependencies = [("search", "0003_words_as_in_a_dictionary")]

    operations = [migrations.RunPython(add_words, remove_words)]
