"""Words that people use, for finding what the site has under other names. They are words, not findings; editors change them."""

from django.db import migrations

# What people write (commas between), what the site says (commas between), and whether somebody may be in danger.
WORDS = [
    (
        "sectioned, under section, being sectioned, detained, locked up, held against my will",
        "detention, hospitalisation, Mental Health Act",
        False,
    ),
    ("hospital, psych ward, inpatient, on the ward", "hospitalisation", False),
    ("restrained, pinned down, secluded, seclusion, forced", "coercion, restrictive practices, force", False),
    ("CPN, community psychiatric nurse, community mental health nurse", "staff, practitioner", False),
    (
        "care coordinator, key worker, keyworker, support worker, case manager, CMHT",
        "staff, care plan, practitioner, social worker",
        False,
    ),
    ("social worker, AMHP, social services", "social work, social care, practitioner", False),
    (
        "keeps changing, different person every time, always someone new, leaving, left again, no consistency",
        "turnover, continuity",
        False,
    ),
    ("ring, phone, call, telephone, talk to, speak to", "helpline, landlines", False),
    (
        "at night, all night, in the middle of the night, late at night, tonight, weekend, weekends, 24/7, out of hours",
        "24 hours",
        False,
    ),
    ("text, texting, message, sms, whatsapp, can't talk", "by text", False),
    ("police, ambulance, 999", "emergency services", False),
    ("anonymous, secret, private, in confidence", "confidential, confidentiality, privacy", False),
    ("no credit, no money on my phone, free call, free number, free phone", "free", False),
    ("lonely, alone, isolated", "isolated, emotional support", False),
    (
        "sad, depressed, depression, hopeless, despair, cannot cope, can't cope, struggling",
        "distress, despair, struggling to cope",
        False,
    ),
    ("anxious, anxiety, panic, afraid, scared, frightened, terrified", "afraid, fear, unsafe, distress", False),
    ("racist, racially, race", "racism", False),
    ("homophobic, gay, lesbian, bisexual, LGBT, LGBTQ", "homophobia", False),
    ("trans, transgender, transphobic, nonbinary", "transphobia", False),
    ("autism, autistic, ADHD, neurodivergent, aspergers", "neurodiversity", False),
    ("drugs, alcohol, addiction, addict, drinking", "use substances", False),
    ("poor, no money, skint", "poverty, debt, welfare benefits", False),
    ("mum, dad, mother, father, mums, dads", "parents", False),
    (
        "touched me, raped, rape, groped, molested, sexually assaulted, sexual harassment",
        "sexual harassment, sexual assault, sexual abuse",
        False,
    ),
    ("hit me, beaten, violent, violence, hurt me", "physical abuse, assault", False),
    ("lied, lying, liar, lies, made things up, false notes", "dishonesty, false accusations, falsification", False),
    (
        "notes are wrong, my notes, medical records, my file",
        "records, falsification of records, administrative errors",
        False,
    ),
    (
        "told everyone, gossip, shared my information, data breach",
        "confidentiality breaches, private information",
        False,
    ),
    ("bullied, bullying, bully, threatened, threats, threatening", "intimidation, abuse of power, coercion", False),
    (
        "don't believe, didn't believe, not believed, accused of lying, attention seeking",
        "not being believed, disbelieved",
        False,
    ),
    ("ignored, ignoring, won't listen, don't listen, doesn't listen, not heard, unheard", "not listening", False),
    ("rude, nasty, horrible, cold, unkind, patronising", "lack of empathy, uncaring, judgmental attitudes", False),
    ("labelled, label, BPD, personality disorder, PD, EUPD, diagnosis", "labels, diagnosis", False),
    ("waiting list, waiting, waited, wait, slow, took months", "delay, delays", False),
    ("paperwork, forms, red tape, hoops", "bureaucracy, administrative", False),
    ("direct payment, direct payments, PHB, funding for care", "personal budget", False),
    (
        "discharged, thrown off, dropped, cut off, withdrawn, taken away, support stopped, lost my support",
        "disruption, lack of support",
        False,
    ),
    (
        "passed around, pillar to post, falling through the gaps, talk to each other",
        "fragmented, joined-up working",
        False,
    ),
    (
        "complain, grievance, report them, raise a concern, make a complaint, sue, tribunal, PALS",
        "complaint, complaints",
        False,
    ),
    ("struck off, fit to practise, regulator, regulation", "fitness to practise, regulation", False),
    (
        "IMHA, IMCA, somebody on my side, speak up for me, represent me",
        "advocacy, advocate, independent advocacy",
        False,
    ),
    ("meds, tablets, drugs I take, side effects, prescription", "medication", False),
    ("PIP, universal credit, ESA, UC, benefits", "welfare benefits", False),
    ("solicitor, lawyer, legal aid, my rights", "rights, law", False),
    ("deaf, BSL, sign language", "BSL, Relay UK, by text", False),
    ("trauma, traumatised, PTSD, CPTSD, flashbacks, triggered", "re-traumatisation", False),
    ("unsafe, in fear, not safe", "feeling unsafe", False),
    ("friends, family, partner, lost friends", "relationships", False),
    ("powerless, no say, no choice, helpless", "disempowerment, exclusionary decision making", False),
    (
        "history, cover my tracks, he checks my phone, she checks my phone, being watched, hide this",
        "history, using this site safely",
        False,
    ),
    ("tracking, tracked, cookie, data protection, GDPR", "privacy, cookies", False),
    ("blind, screenreader, easy read, large print, dyslexia, dyslexic", "accessibility, screen reader", False),
    ("download, PDF, Word, print out, poster, leaflet, infographic", "download, formats, infographic, print", False),
    ("pictures, picture, photos, images, drawings", "illustrations", False),
    ("cite, citing, citation, Harvard, reference this", "suggested citation, cite", False),
    (
        "article, articles, publication, publications, journal, read more",
        "papers, related papers, additional resources",
        False,
    ),
    ("email you, get in touch, who do I contact, write to you", "contact", False),
    ("authors, author, who are you, who made this, who made it, team", "acknowledgements, who made it", False),
    ("paid for, sponsor, funder, money behind", "funded, funding", False),
    (
        "method, methods, methodology, research, study, sample, ethics",
        "how the model was made, survey, focus groups",
        False,
    ),
    ("meaning, what does it mean, definition, jargon, dictionary", "glossary", False),
    (
        "solutions, what should change, how to make it better, improve, improvement",
        "recommendations, practice improvements",
        False,
    ),
    ("effects, effect, consequences, damage", "impacts", False),
    ("causes, cause, reasons", "sources of harm", False),
    ("got worse, getting worse, gets worse, made me worse, made it worse", "deterioration", False),
    # What happened to somebody, in the words that people use for it.
    (
        "calls me back, call me back, rings me back, phones me back, nobody answers, no reply, never answer",
        "not listening, not acting, poor communication",
        False,
    ),
    (
        "different social worker, another social worker, new social worker, change social worker, different worker",
        "staff turnover, continuity, complaints processes",
        False,
    ),
    ("do better, be better", "recommendations, practice improvements", False),
    (
        "hearing voices, hear voices, psychosis, psychotic, schizophrenia, bipolar",
        "mental illness, information line",
        False,
    ),
    ("legal advice, legal help", "rights, money, care and treatment", False),
    (
        "turned away, refused help, not eligible, eligibility, threshold, don't meet the criteria, sent away",
        "gatekeeping, rationing, lack of support",
        False,
    ),
    ("chat online, online chat, web chat, webchat, live chat, chat", "support by text", False),
    (
        "nobody explains, nobody explained, explain, explains, kept in the dark, nobody told me, not told, not informed",
        "failure to inform, lack of information, poor communication",
        False,
    ),
    (
        "police took me, taken by police, section 136, police cell",
        "coercion, fear of hospitalisation, detention",
        False,
    ),
    (
        "children taken away, children taken, took my children, took my kids, kids taken, lost my children, lost my kids",
        "parents, discrimination against parents",
        False,
    ),
    ("homeless, homelessness, evicted, eviction, nowhere to live, housing, rent", "poverty, find a helpline", False),
    ("peer support, peer worker, support group", "emotional support, lived experience", False),
    (
        "black, asian, minority ethnic, BME, BAME, traveller, travellers, gypsy, roma",
        "racism, ethnicity, institutionalised racism",
        False,
    ),
    ("asylum seeker, asylum, refugee, immigrant, migrant", "racism, ethnicity, discrimination", False),
    ("muslim, jewish, christian, hindu, sikh, faith, mosque, church, synagogue", "religion, discrimination", False),
    ("women, woman, female, men, male, gender", "stereotyped assumptions, discrimination", False),
    ("nearest relative, next of kin, carer", "Mental Health Act, carers", False),
    (
        "domestic abuse, domestic violence, being abused, abused at home, abusive partner, partner hits me",
        "victims of any abuse",
        False,
    ),
    (
        "ECT, locked ward, injection, injected, depot, restraint, strapped, tied down, sedated",
        "coercion, restrictive practices",
        False,
    ),
    ("coproduction, co-production, involvement", "service user involvement, lived experience", False),
    ("suicide, suicidal, kill myself, want to die, end my life", "distress, despair", True),
    ("self harm, self-harm, cut myself, hurt myself", "distress, despair, struggling to cope", True),
    ("overdose, overdosed, OD", "distress, despair", True),
    ("emergency, in danger, crisis", "crisis, distress", True),
]


def lines(words):
    return "\n".join(word.strip() for word in words.split(","))


def add_words(apps, schema_editor):
    synonyms = apps.get_model("search", "Synonym").objects
    for people_write, site_says, help_first in WORDS:
        synonyms.create(people_write=lines(people_write), site_says=lines(site_says), help_first=help_first)


def remove_words(apps, schema_editor):
    """What editors changed meanwhile stays theirs."""
    synonyms = apps.get_model("search", "Synonym").objects
    for people_write, site_says, _ in WORDS:
        synonyms.filter(people_write=lines(people_write), site_says=lines(site_says)).delete()


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    operations = [migrations.RunPython(add_words, remove_words)]
