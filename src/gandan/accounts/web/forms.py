"""Forms of the pages on people and roles."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gandan.accounts.models import User
from gandan.accounts.roles import LEADER_GIVES, WITHOUT_UNIT
from gandan.core.access import Role
from gandan.units.models import Hamlet, Office, Unit

PLAIN = {"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}


def day_field(label: object, *, required: bool = True, help_text: object = "") -> forms.DateField:
    """A day; browsers show their own calendar, a typed 31/12/2026 is understood as well."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    formats = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"]
    return forms.DateField(label=label, required=required, help_text=help_text, widget=widget, input_formats=formats)  # type: ignore[arg-type]


class PersonForm(forms.Form):
    """Name and how the person signs in."""

    full_name = forms.CharField(label=_("Họ và tên"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    email = forms.CharField(
        label=_("Thư điện tử công vụ"),
        required=False,
        max_length=254,
        widget=forms.TextInput(attrs={**PLAIN, "inputmode": "email"}),
        help_text=_("Dùng để đăng nhập. Không có thì đặt tên đăng nhập ở dưới."),
    )
    username = forms.CharField(
        label=_("Tên đăng nhập"),
        required=False,
        max_length=30,
        widget=forms.TextInput(attrs=PLAIN),
        help_text=_("Chữ thường không dấu và chữ số, ví dụ sau.kv3. Không dùng số điện thoại."),
    )

    @classmethod
    def of(cls, user: User, data: Any = None) -> "PersonForm":
        """Filled with what stands."""
        return cls(data, initial={"full_name": user.full_name, "email": user.email, "username": user.username})


class RoleForm(forms.Form):
    """A role, where, and for which days."""

    role = forms.ChoiceField(label=_("Vai trò"))
    place = forms.ChoiceField(label=_("Ở đâu"), help_text=_("Cơ quan của đơn vị; trưởng thôn, tổ trưởng thì chọn thôn, tổ dân phố."))
    since = day_field(_("Từ ngày"))
    last = day_field(_("Đến hết ngày"), required=False, help_text=_("Để trống nếu chưa định."))

    def __init__(
        self, *args: Any, unit: Unit | None, offices: list[Office], hamlets: list[Hamlet], administrator: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.unit = unit
        self.places: dict[str, dict[str, Any]] = {f"office:{o.pk}": {"office": o} for o in offices}
        self.places |= {f"hamlet:{h.pk}": {"hamlet": h} for h in hamlets} | {"unit": {}}
        able = [r for r in Role if (r in WITHOUT_UNIT if unit is None else administrator or r in LEADER_GIVES)]
        able = [r for r in able if not (unit is not None and r == Role.ADMINISTRATOR)]
        self._choices("role", [("", _("Xin chọn")), *((r.value, r.label) for r in able)])
        if unit is None:
            del self.fields["place"]
            return
        groups: list[tuple[Any, Any]] = [("", _("Xin chọn"))]
        if offices:
            groups.append((_("Cơ quan: cho cán bộ, lãnh đạo, chuyên viên"), [(f"office:{o.pk}", str(o)) for o in offices]))
        if hamlets:
            groups.append((_("Thôn, tổ dân phố: cho trưởng thôn, tổ trưởng, ban giám sát"), [(f"hamlet:{h.pk}", str(h)) for h in hamlets]))
        if administrator:  # a leader gives no role that belongs to the whole unit
            groups.append((_("Không thuộc cơ quan nào"), [("unit", _("Toàn đơn vị (ban giám sát, phân tích số liệu)"))]))
        self._choices("place", groups)

    def _choices(self, name: str, choices: list[tuple[Any, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  says the type of our own field
        field.choices = choices

    def given(self) -> dict[str, Any]:
        """What `actions.give_role` takes."""
        data = self.cleaned_data
        until = data["last"] + timedelta(days=1) if data["last"] else None
        place = self.places.get(data.get("place", ""), {})
        return {"role": data["role"], "unit": self.unit, **place, "since": data["since"], "until": until}


class EndForm(forms.Form):
    """From when on a role is held no more."""

    first_day_without = day_field(_("Không giữ vai trò kể từ ngày"), help_text=_("Ghi hôm nay thì quyền hết ngay."))
