"""What was wrong with a command line, in the user's language. The parser beneath knows English only."""

from __future__ import annotations

import difflib
from typing import Any

from govpub.cli.console import warn
from govpub.messages import _

__all__ = ["misused"]

_NEAR = 0.75
"""How alike (difflib's ratio) an option must be to be offered for a slip."""


def misused(error: Exception) -> None:
    """Print what was wrong with the command line, as far as its kind is known, and what to do: whose help to ask."""
    path = getattr(getattr(error, "ctx", None), "command_path", "govpub")
    known = list(getattr(error, "possibilities", None) or ())
    near = difflib.get_close_matches(getattr(error, "option_name", ""), known, n=1, cutoff=_NEAR)
    hint = _("did you mean `{name}`?").format(name=near[0]) if near else f"{path} --help"
    warn(_("{place}error: {message}").format(place="", message=_message(error)))
    warn(_("  what to do: {hint}").format(hint=hint))


def _message(error: Exception) -> str:
    name = _name(error)
    english = str(getattr(error, "message", "") or error)
    match type(error).__name__:
        case "NoSuchOption":
            return _("there is no such option: {name}").format(name=name)
        case "MissingParameter":
            return _("something is missing: {name}").format(name=name)
        case "BadOptionUsage":
            said = _("{name} takes no value") if _is_flag(error, name) else _("{name} needs a value")
            return said.format(name=name)
        case "BadParameter" if number := _number_type(error):
            least = getattr(number, "min", None) or 0
            return _("{name} must be a whole number, {least} or more").format(name=name, least=least)
        case "UsageError" if english.endswith(")"):
            # Click: "Got unexpected extra argument (x)".
            return _("too many arguments: {arguments}").format(arguments=english.rpartition("(")[2].removesuffix(")"))
        case _other:
            return english


def _name(error: Exception) -> str:
    """Return the option or argument that an error is about, as it is written."""
    parameter = getattr(error, "param", None)
    if getattr(parameter, "param_type_name", "") == "argument":
        return _(getattr(parameter, "metavar", None) or "")
    return getattr(error, "option_name", "") or max(getattr(parameter, "opts", None) or [""], key=len)


def _is_flag(error: Exception, name: str) -> bool:
    command = getattr(getattr(error, "ctx", None), "command", None)
    return any(name in parameter.opts and parameter.is_flag for parameter in getattr(command, "params", ()))


def _number_type(error: Exception) -> Any:
    """Return the type of the parameter where it is a whole number, else None."""
    kind = getattr(getattr(error, "param", None), "type", None)
    return kind if "int" in getattr(kind, "name", "") else None
