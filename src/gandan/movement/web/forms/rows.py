"""Rows of a form that there may be several of. A button adds one, with JavaScript or without; a row left empty is not there."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django import forms
from django.http import QueryDict

MOST = 20  # `policies.form` takes no more


class RowForm(forms.Form):
    """One row. `ASKED` are the fields by which it counts as filled in; a choice that is only preset does not fill it."""

    ASKED: tuple[str, ...] = ()
    use_required_attribute = False

    @property
    def is_blank(self) -> bool:
        """Nothing was typed into it."""
        return self.is_bound and not any(str(self.data.get(self.add_prefix(name), "")).strip() for name in self.ASKED)


class Rows:
    """Several rows of one kind under one name. `typed` with `check` false is shown again as it is, neither checked nor lost."""

    def __init__(
        self,
        kind: type[RowForm],
        name: str,
        *,
        typed: QueryDict | None = None,
        check: bool = True,
        initial: Sequence[Mapping[str, Any]] = (),
        more: int = 0,
        **options: Any,
    ) -> None:
        self.name, self.kind, self.options = name, kind, options
        if typed is None:
            many = min(max(len(initial) + 1, 2), MOST)
            self.forms = [self._blank(n, initial[n] if n < len(initial) else {}) for n in range(many)]
        else:
            many = min(_count(typed, name) + more, MOST)
            self.forms = [self._typed(n, typed) if check else self._blank(n, _raw(kind, f"{name}-{n}", typed)) for n in range(many)]

    def __iter__(self) -> Iterator[RowForm]:
        return iter(self.forms)

    @property
    def count(self) -> int:
        """How many rows the page shows, the empty ones too."""
        return len(self.forms)

    @property
    def counter(self) -> str:
        """The hidden field that says so."""
        return f"{self.name}-rows"

    @property
    def pattern(self) -> RowForm:
        """An empty row for the script that adds one; `__n__` stands for its number."""
        return self.kind(prefix=f"{self.name}-__n__", **self.options)

    @property
    def full(self) -> bool:
        """No more rows are taken."""
        return self.count >= MOST

    @property
    def wrong(self) -> bool:
        """Whether a row that was filled in has to be mended."""
        return any(form.is_bound and not form.is_blank and form.errors for form in self.forms)

    @property
    def cleaned(self) -> list[dict[str, Any]]:
        """What was filled in, in order. Asked only when nothing is wrong."""
        return [form.cleaned_data for form in self.forms if not form.is_blank and form.is_valid()]

    def _blank(self, n: int, initial: Mapping[str, Any]) -> RowForm:
        return self.kind(prefix=f"{self.name}-{n}", initial=dict(initial), **self.options)

    def _typed(self, n: int, typed: QueryDict) -> RowForm:
        form = self.kind(typed, prefix=f"{self.name}-{n}", **self.options)
        return self._blank(n, {}) if form.is_blank else form


def _count(typed: QueryDict, name: str) -> int:
    said = typed.get(f"{name}-rows", "")
    return max(1, int(said)) if said.isascii() and said.isdigit() and len(said) < 4 else 1


def _raw(kind: type[RowForm], prefix: str, typed: QueryDict) -> dict[str, str]:
    return {name: typed.get(f"{prefix}-{name}", "") for name in kind.base_fields if f"{prefix}-{name}" in typed}
