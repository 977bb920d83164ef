"""The application that the server runs."""

import gc
import os
from threading import Thread

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "handlerum.config.settings")

import django  # settings must be named first

django.setup(set_prefix=False)

import handlerum.config.urls  # noqa: E402, F401  once Django is set up: every page, before anybody asks for one
from handlerum.config.handler import Handler  # noqa: E402
from handlerum.search.queries import meaning  # noqa: E402
from handlerum.web.reflection.live.direct import Direct  # noqa: E402

application = Direct(Handler())

# What lives as long as the process is not looked through again each time memory is tidied: with a
# thousand phones that would hold everything up for a third of a second.
gc.collect()
gc.freeze()

Thread(target=meaning.warm, daemon=True).start()
