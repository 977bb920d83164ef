"""The application that the server runs."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "handlerum.config.settings")

from django.core.asgi import get_asgi_application  # settings must be named first

application = get_asgi_application()
