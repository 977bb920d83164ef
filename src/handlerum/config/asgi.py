"""The application that the server runs."""

import os
from threading import Thread

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "handlerum.config.settings")

from django.core.asgi import get_asgi_application  # settings must be named first

application = get_asgi_application()

from handlerum.search.queries import meaning  # noqa: E402  once Django is set up

Thread(target=meaning.warm, daemon=True).start()
