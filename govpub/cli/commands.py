"""The table of commands. A command's module is imported when it is called, not to list it."""

from __future__ import annotations

import contextlib
import difflib
import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperCommand, TyperGroup

from govpub.cli.help import write_commands, write_parameters, write_usage
from govpub.errors import UsageError
from govpub.messages import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["CATALOG", "COMMANDS", "GLOSSARY", "MEMORY", "THEME", "Entry", "root"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the table."""

    module: str
    """The module of govpub.cli whose `command` it is, or whose `table` of subcommands."""
    help: str
    """What it does, for the list; English, translated when it is shown."""


GLOSSARY: Mapping[str, Entry] = {
    "list": Entry("glossary_list", N_("List the terms.")),
    "find": Entry("glossary_find", N_("Find terms by any part of them.")),
    "add": Entry("glossary_add", N_("Add a term to the office's glossary.")),
    "edit": Entry("glossary_edit", N_("Change a term of the office's glossary.")),
    "remove": Entry("glossary_remove", N_("Take a term out of the office's glossary.")),
    "test": Entry("glossary_test", N_("Run the terms' own examples and the rules of the glossary.")),
    "impact": Entry("glossary_impact", N_("Show every article and release that a change of a term touches.")),
    "stats": Entry("glossary_stats", N_("Count the terms.")),
    "import": Entry("glossary_import", N_("Take terms in from a PO or CSV file.")),
    "export": Entry("glossary_export", N_("Write the terms to a PO or CSV file.")),
}
CATALOG: Mapping[str, Entry] = {
    "extract": Entry("catalog_extract", N_("Collect the fixed strings from templates and code.")),
    "update": Entry("catalog_update", N_("Bring the catalogs up to the collected strings.")),
    "compile": Entry("catalog_compile", N_("Compile the catalogs to MO files.")),
    "status": Entry("catalog_status", N_("Count what is translated.")),
}
MEMORY: Mapping[str, Entry] = {
    "add": Entry("memory_add", N_("Put the translations of articles into the memory.")),
    "search": Entry("memory_search", N_("Show where a text was translated, and what is like it.")),
    "import": Entry("memory_import", N_("Take translations in from TMX files or catalogs.")),
    "export": Entry("memory_export", N_("Write the memory, or a part of it, to a TMX file.")),
    "stats": Entry("memory_stats", N_("Count what the memory holds.")),
    "forget": Entry("memory_forget", N_("Take entries out of the memory, after a look at them.")),
}
THEME: Mapping[str, Entry] = {
    "new": Entry("theme_new", N_("Begin a theme, or take a shipped template to change it.")),
}
COMMANDS: Mapping[str, Entry | tuple[str, Mapping[str, Entry]]] = {
    "init": Entry("init", N_("Make a workspace for an office.")),
    "new": Entry("new", N_("Begin a canonical article.")),
    "import": Entry("import_page", N_("Make a canonical article of an existing page (text or HTML).")),
    "translate": Entry(
        "translate", N_("Translate an article in the editor; for pipes: show what is left to translate.")
    ),
    "check": Entry("check", N_("Check articles, folders and catalogs; exit status 1 where there are errors.")),
    "review": Entry("review", N_("Show what awaits a review, and record that you have reviewed it.")),
    "status": Entry("status", N_("Show how far all articles are, and what is left to do.")),
    "export": Entry("export", N_("Make the releases of articles: HTML, DOCX and plain text.")),
    "glossary": (N_("Look up and keep the terms of the office."), GLOSSARY),
    "memory": (N_("Search and keep what was translated before."), MEMORY),
    "theme": (N_("Give the pages the office's own look."), THEME),
    "catalog": (N_("Keep the fixed strings of releases and commands."), CATALOG),
}
"""Name → where it is, in the order of a day's work."""


class _Command(TyperCommand):
    """A command whose help speaks the user's language."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        with _blamed(ctx):
            return super().parse_args(ctx, args)

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        write_usage(self, ctx, formatter)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        write_parameters(self, ctx, formatter)


class _Group(TyperGroup):
    """A group that knows its commands by a table and imports one when it is called."""

    table: Mapping[str, Entry | tuple[str, Mapping[str, Entry]]]

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002  the base class's signature
        return list(self.table)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002  the base class's signature
        match self.table.get(cmd_name):
            case Entry() as entry:
                return _load(cmd_name, entry)
            case (help_, table):
                return _group(cmd_name, _(help_), table)
            case None:
                return None

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        with _blamed(ctx):
            return super().parse_args(ctx, args or ["--help"])

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        name = args[0]
        if name not in self.table and not name.startswith("-"):
            near = difflib.get_close_matches(name, self.table, n=1)
            hint = _("did you mean `{name}`?").format(name=near[0]) if near else f"{ctx.command_path} --help"
            raise UsageError(_("there is no such command: {name}").format(name=name), hint=hint)
        return super().resolve_command(ctx, args)

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        write_usage(self, ctx, formatter)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        write_parameters(self, ctx, formatter)
        rows = [(name, _(entry.help if isinstance(entry, Entry) else entry[0])) for name, entry in self.table.items()]
        write_commands(rows, formatter)


@contextlib.contextmanager
def _blamed(ctx: Any) -> Iterator[None]:
    """Let an error of parsing know the command whose help explains it; the parser leaves it out of some."""
    try:
        yield
    except Exception as error:
        if getattr(error, "ctx", ctx) is None:
            error.__dict__["ctx"] = ctx
        raise


def root() -> Any:
    """Return the click command that is govpub."""
    return _group("govpub", _("From one canonical article to a signed-off bilingual release."), COMMANDS)


def _group(name: str, help_: str, table: Mapping[str, Any]) -> Any:
    kind = type("_TableGroup", (_Group,), {"table": table})
    app = typer.Typer(add_completion=False, rich_markup_mode=None, help=help_, context_settings=_SETTINGS)
    app.callback(cls=kind, invoke_without_command=False)(_version_option if name == "govpub" else _nothing)
    command: Any = typer.main.get_group(app)
    command.name = name
    return command


def _load(name: str, entry: Entry) -> Any:
    module = importlib.import_module(f"govpub.cli.{entry.module}")
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(name, cls=_Command, help=_(entry.help), context_settings=_SETTINGS)(module.command)
    return typer.main.get_command(app)


_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


def _nothing() -> None:
    """Have no options of its own."""


def _print_version(asked: bool) -> None:  # noqa: FBT001  typer's callback signature
    if asked:
        from govpub import __version__  # noqa: PLC0415
        from govpub.cli.console import say  # noqa: PLC0415

        say(f"govpub {__version__}")
        raise typer.Exit


def _version_option(
    *,
    version: bool = typer.Option(
        False,
        "--version",
        callback=_print_version,
        is_eager=True,
        help=N_("Print the version and exit."),
    ),
) -> None:
    """Be asked for the version."""
