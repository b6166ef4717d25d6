"""One pass over a scheme makes much and keeps nearly all of it: to look for garbage meanwhile is idle work."""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Found = TypeVar("Found")


def one_pass(function: Callable[Given, Found]) -> Callable[Given, Found]:
    """The function with the collector of garbage at rest; afterwards it is as the caller had it."""

    @wraps(function)
    def passing(*args: Given.args, **kwargs: Given.kwargs) -> Found:
        if not gc.isenabled():
            return function(*args, **kwargs)
        gc.disable()
        try:
            return function(*args, **kwargs)
        finally:
            gc.enable()

    return passing
