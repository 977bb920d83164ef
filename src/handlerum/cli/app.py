"""All commands of `handlerum`, gathered."""

import typer
from django.utils import translation

from handlerum.cli import (
    check,
    deidentify,
    example,
    index,
    legislation,
    method,
    organisation,
    person,
    respond,
    serve,
)
from handlerum.cli import importing as import_

app = typer.Typer(
    help="Handlerum: mobilisér viden i beskæftigelsesarbejdet.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,  # a traceback with local variables could show what was typed
)
app.command("serve")(serve.serve)
app.command("worker", hidden=True)(serve.worker)
app.command("example")(example.example)
app.command("organisation")(organisation.organisation)
app.command("import")(import_.import_)
app.command("respond")(respond.respond)
app.command("deidentify")(deidentify.deidentify)
app.command("check")(check.check)
app.add_typer(index.app, name="index")
app.add_typer(legislation.app, name="legislation")
app.add_typer(method.app, name="method")
app.add_typer(person.app, name="person")


@app.callback()
def language() -> None:
    """Speak Danish on the command line."""
    translation.activate("da")
