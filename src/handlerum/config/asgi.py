"""The application that the server runs."""

import os
from threading import Thread

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "handlerum.config.settings")

import django  # settings must be named first

django.setup(set_prefix=False)

from handlerum.config.handler import Handler  # noqa: E402  once Django is set up
from handlerum.search.queries import meaning  # noqa: E402
from handlerum.web.reflection.live.direct import Direct  # noqa: E402

application = Direct(Handler())

Thread(target=meaning.warm, daemon=True).start()
