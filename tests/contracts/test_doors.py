"""The doors (web, api, cli) write through services and read through queries.

A write beside a service has no check of who may, no transaction and no trail entry, so the search
index never hears of it. A read beside a query does not start from the reader's scope.
"""

import ast
from collections.abc import Iterator

import pytest
from django.apps import apps

from contracts.house import DOORS, SOURCE, name, tree

#: Methods that write when called on a row or a manager, and are nothing else in this house.
WRITES = {
    "save",
    "asave",
    "create",
    "acreate",
    "bulk_create",
    "abulk_create",
    "bulk_update",
    "abulk_update",
    "get_or_create",
    "aget_or_create",
    "update_or_create",
    "aupdate_or_create",
    "delete",
    "adelete",
    "create_user",
    "create_superuser",
}

#: Methods that write on a row's many others (`team.memberships.add`), and on a selection of rows.
#: Sets and dictionaries have them too, so only what they are called on tells.
WRITES_MANY = {"add", "set", "remove", "clear", "update"}
SELECTS = {"filter", "exclude", "all", "select_for_update", "order_by"}

#: (file from src/handlerum, call as written) -> why it is not a write to the house's tables.
ALLOWED: dict[tuple[str, str], str] = {
    ("web/documents.py", "document.save"): "A DOCX is written to memory.",
}


def _chain(node: ast.expr) -> str:
    """A dotted expression as written, calls included: `Contribution.objects.filter(...)`."""
    return ast.unparse(node)


def _calls() -> Iterator[tuple[str, ast.Call, ast.Attribute]]:
    for door in DOORS:
        for path in sorted((SOURCE / door).rglob("*.py")):
            for node in ast.walk(tree(path)):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                    yield path.relative_to(SOURCE).as_posix(), node, node.func


def _many() -> set[str]:
    """The names under which a row of ours has many others."""
    names = set()
    for model in apps.get_models():
        if model.__module__.startswith("handlerum."):
            for field in model._meta.get_fields():
                if field.one_to_many or field.many_to_many:
                    names.add(getattr(field, "get_accessor_name", lambda: None)() or field.name)
    return names


def _writes(method: ast.Attribute, many: set[str]) -> bool:
    on = method.value
    if method.attr in WRITES:
        return not _is_super(on)
    if method.attr not in WRITES_MANY:
        return False
    if isinstance(on, ast.Attribute) and on.attr in many:
        return True
    return (
        isinstance(on, ast.Call) and isinstance(on.func, ast.Attribute) and on.func.attr in SELECTS
    )


def _is_super(node: ast.expr) -> bool:
    called = node.func if isinstance(node, ast.Call) else None
    return isinstance(called, ast.Name) and called.id == "super"


def test_doors_write_only_through_services() -> None:
    many = _many()
    found = [
        f"  src/handlerum/{file}:{call.lineno} {_chain(call.func)}(...)"
        for file, call, method in _calls()
        if _writes(method, many) and (file, _chain(call.func)) not in ALLOWED
    ]
    assert not found, (
        "A door writes to the tables itself, past the check of who may, the transaction and the "
        "trail. Call a function of a room's services.py; if it is no write, say so in ALLOWED "
        "here, with the reason.\n" + "\n".join(found)
    )


def test_every_exception_for_a_door_is_still_needed_and_has_a_reason() -> None:
    present = {(file, _chain(call.func)) for file, call, _ in _calls()}
    gone = [f"  {file}: {written}" for file, written in ALLOWED if (file, written) not in present]
    assert not gone, "These exceptions are no longer used; take them out:\n" + "\n".join(gone)
    assert all(len(why) > 10 for why in ALLOWED.values()), "Every exception says why."


@pytest.mark.parametrize(
    ("code", "writes"),
    [
        ("contribution.save()", True),
        ("super().save()", False),
        ("membership.teams.set([team])", True),
        ("rows.filter(id=1).update(name='x')", True),
        ("context.update(title='x')", False),
        ("seen.add(1)", False),
        ("form.add_error(None, 'x')", False),
    ],
)
def test_the_check_tells_a_write_from_what_only_looks_like_one(code: str, writes: bool) -> None:
    call = ast.parse(code, mode="eval").body
    assert isinstance(call, ast.Call)
    assert isinstance(call.func, ast.Attribute)
    assert _writes(call.func, {"teams"}) is writes


def _nodes() -> Iterator[tuple[str, ast.AST]]:
    for door in DOORS:
        for path in sorted((SOURCE / door).rglob("*.py")):
            for node in ast.walk(tree(path)):
                yield name(path), node


def test_doors_never_touch_a_manager() -> None:
    nodes = list(_nodes())
    # `Team.objects.none()` reads nothing: a form's choices begin so, and get the reader's later.
    nothing = {
        id(node.value)
        for _, node in nodes
        if isinstance(node, ast.Attribute) and node.attr == "none"
    }
    found = [
        f"  {file}:{node.lineno} {_chain(node)}"
        for file, node in nodes
        if isinstance(node, ast.Attribute)
        and node.attr in {"objects", "_default_manager"}
        and id(node) not in nothing
    ]
    assert not found, (
        "A door reads the tables itself, so nothing says that the reader may see what it finds. "
        "Use a function of a room's queries.py, which is always given the reader.\n"
        + "\n".join(found)
    )


def test_doors_open_no_transaction_and_write_no_sql() -> None:
    found = []
    for file, node in _nodes():
        if isinstance(node, ast.ImportFrom) and node.module == "django.db":
            if any(alias.name == "transaction" for alias in node.names):
                found.append(f"  {file}:{node.lineno} transaction")
        elif isinstance(node, ast.Attribute) and node.attr in {"cursor", "raw"}:
            found.append(f"  {file}:{node.lineno} {_chain(node)}")
    assert not found, (
        "A door opens a transaction or speaks to the database itself. One service call is one "
        "transaction: put what belongs together into a service.\n" + "\n".join(found)
    )
