"""The whole registration form on one page: its parts in order, its rows, and beside each what is missing there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.forms import BoundField
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gandan.movement.web.forms.parts import AimRow, ForceRow, MilestoneRow, ResourceRow
from gandan.movement.web.forms.practice import PracticeForm
from gandan.movement.web.forms.rows import RowForm, Rows

Words = str | Promise
KINDS: dict[str, type[RowForm]] = {"aims": AimRow, "forces": ForceRow, "resources": ResourceRow, "milestones": MilestoneRow}


@dataclass(frozen=True)
class Outline:
    """One part of the form, as it is laid out: which fields, and which rows under which words."""

    slug: str
    title: Words
    fields: tuple[str, ...] = ()
    explain: Words = ""
    paired: bool = False
    rows: str = ""
    row_title: Words = ""
    row_name: Words = ""
    add: Words = ""
    broad: tuple[str, ...] = ()


OUTLINE = (
    Outline(
        "ten",
        _("Tên và nơi"),
        ("kind", "field", "subject", "is_new", "title", "host", "place", "hamlet", "office"),
        _("Mô hình phải có tên và một nơi cụ thể; không đăng ký lại phong trào sẵn có dưới tên khác."),
        paired=True,
    ),
    Outline("thuc-trang", _("Thực trạng"), ("problem",)),
    Outline(
        "muc-tieu",
        _("Mục tiêu và tiêu chí đo được"),
        ("aim",),
        rows="aims",
        row_title=_("Tiêu chí: đo gì, từ bao nhiêu đến bao nhiêu"),
        row_name=_("Tiêu chí"),
        add=_("Thêm tiêu chí"),
        broad=("name",),
    ),
    Outline("cach-lam", _("Cách làm"), ("way", "audience", "changed")),
    Outline(
        "luc-luong",
        _("Lực lượng tham gia"),
        explain=_("Một nơi chủ trì, còn lại phối hợp hoặc tham gia; mỗi nơi một việc rõ. Không ghi tên người."),
        rows="forces",
        row_title=_("Ai làm gì"),
        row_name=_("Lực lượng"),
        add=_("Thêm lực lượng"),
        broad=("task",),
    ),
    Outline(
        "nguon-luc",
        _("Nguồn lực"),
        explain=_("Mỗi loại một dòng, không cộng vào nhau. Có thể ghi 12 triệu đồng, 40 ngày công, 150 m²."),
        rows="resources",
        row_title=_("Cần gì, bao nhiêu"),
        row_name=_("Nguồn lực"),
        add=_("Thêm nguồn lực"),
    ),
    Outline(
        "thoi-gian",
        _("Thời gian"),
        ("starts_on", "ends_on"),
        paired=True,
        rows="milestones",
        row_title=_("Các mốc"),
        row_name=_("Mốc"),
        add=_("Thêm mốc"),
        broad=("what",),
    ),
    Outline("ket-qua", _("Kết quả và duy trì"), ("output", "upkeep")),
)


@dataclass(frozen=True)
class Entry:
    """One field, and what is missing there."""

    field: BoundField
    gap: str = ""


@dataclass(frozen=True)
class Section:
    """One part as the page shows it."""

    outline: Outline
    entries: list[Entry]
    rows: Rows | None
    row_gaps: list[str] = field(default_factory=list)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.outline, name)

    @property
    def wrong(self) -> bool:
        """Whether something here has to be mended."""
        return any(entry.field.errors for entry in self.entries) or (self.rows is not None and self.rows.wrong)

    @property
    def gaps(self) -> list[str]:
        """What is missing here."""
        return [*(entry.gap for entry in self.entries if entry.gap), *self.row_gaps]


class Sheet:
    """Form and rows together. `typed` with `check` false is shown again with one more row of `more`, unchecked and whole."""

    def __init__(
        self,
        *,
        options: Mapping[str, Any],
        offices: Any,
        typed: QueryDict | None = None,
        more: str = "",
        initial: Mapping[str, Any] | None = None,
        given: Mapping[str, Sequence[Mapping[str, Any]]] | None = None,
    ) -> None:
        check = not more
        before = dict(initial or {})
        if typed is not None and not check:
            before |= {name: typed.get(name) for name in typed}
        self.form = PracticeForm(typed if check else None, initial=before, **options)
        self.rows = {
            name: Rows(
                kind,
                name,
                typed=typed,
                check=check,
                initial=(given or {}).get(name, ()),
                more=1 if name == more else 0,
                **({"offices": offices} if name == "forces" else {}),
            )
            for name, kind in KINDS.items()
        }

    @property
    def wrong(self) -> bool:
        """Whether something has to be mended."""
        return self.form.is_bound and (not self.form.is_valid() or any(rows.wrong for rows in self.rows.values()))

    def sections(self, gaps: Mapping[str, str]) -> Iterator[Section]:
        """The parts in order. `gaps`: by the name of a field or of rows, what is missing there."""
        for outline in OUTLINE:
            entries = [Entry(self.form[name], gaps.get(name, "")) for name in outline.fields if name in self.form.fields]
            rows = self.rows.get(outline.rows)
            yield Section(outline, entries, rows, [gaps[outline.rows]] if outline.rows in gaps else [])
