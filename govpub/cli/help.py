"""What `--help` shows: usage, arguments, options and commands, all in the user's language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from govpub.messages import N_, _

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["write_commands", "write_parameters", "write_usage"]

METAVARS = (
    N_("ARTICLE"),
    N_("ARTICLE…"),
    N_("CLASS"),
    N_("DIR"),
    N_("FILE"),
    N_("FILE…"),
    N_("[FILE…]"),
    N_("FOLDER"),
    N_("FORMAT"),
    N_("KEY"),
    N_("KIND"),
    N_("NUMBER"),
    N_("[PATH…]"),
    N_("RENDERING"),
    N_("REV"),
    N_("RULE"),
    N_("SEGMENT"),
    N_("SEVERITY"),
    N_("TERM"),
    N_("TEXT"),
    N_("TITLE"),
    N_("WHICH"),
)
"""What stands for a value in usage and options. Commands name theirs in English; it is translated when shown."""


def write_usage(command: Any, ctx: Any, formatter: Any) -> None:
    """Write `Usage: govpub export [OPTIONS] ARTICLE…`."""
    arguments = (_value(parameter) for parameter in command.get_params(ctx) if _is_argument(parameter))
    pieces = [_("[OPTIONS]"), *arguments]
    if hasattr(command, "list_commands"):
        pieces.append(_("COMMAND …"))
    formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=_("Usage: "))


def write_parameters(command: Any, ctx: Any, formatter: Any) -> None:
    """Write the arguments and options. Their help says itself what is required and what is the default."""
    parameters = command.get_params(ctx)
    arguments = [(_value(parameter), _help(parameter)) for parameter in parameters if _is_argument(parameter)]
    options = [(_option(parameter), _help(parameter)) for parameter in parameters if not _is_argument(parameter)]
    _write_section(_("Arguments:"), arguments, formatter)
    _write_section(_("Options:"), options, formatter)


def write_commands(rows: Sequence[tuple[str, str]], formatter: Any) -> None:
    """Write the list of commands: name, what it does."""
    _write_section(_("Commands:"), rows, formatter)


def _write_section(title: str, rows: Sequence[tuple[str, str]], formatter: Any) -> None:
    if rows:
        formatter.write(f"\n{title}\n")  # click's own sections end their titles in an English colon
        with formatter.indentation():
            formatter.write_dl(rows)


def _is_argument(parameter: Any) -> bool:
    return bool(parameter.param_type_name == "argument")


def _option(parameter: Any) -> str:
    names = ", ".join(sorted(parameter.opts, key=len))
    return names if parameter.is_flag else f"{names} {_value(parameter)}"


def _value(parameter: Any) -> str:
    """Return what stands for the value of a parameter."""
    if parameter.metavar:
        return _(parameter.metavar)
    return _("NUMBER") if "int" in parameter.type.name else _("TEXT")


def _help(parameter: Any) -> str:
    return _("Show this help and exit.") if "--help" in parameter.opts else _(parameter.help or "")
