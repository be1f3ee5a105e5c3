"""The door a web server comes in by."""

from django.core.wsgi import get_wsgi_application

from config import env
from config.front_door import as_the_site_reads

with env.complaints_in_words():
    # The settings for one's own machine have a key that everybody can read, so they are nobody's default here.
    env.settings_module(otherwise="config.settings.production")
    application = as_the_site_reads(get_wsgi_application())
