"""The closed lists of this room."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Form(TextChoices):
    """Whose norm writes the number. The same values as `numbers.Form`, with names for people."""

    STATE = "state", _("Văn bản của Nhà nước")
    PARTY = "party", _("Văn bản của Đảng")
    OTHER = "other", _("Văn bản khác")


class State(TextChoices):
    """Whether the record of a document stands; whether the document itself still holds follows from its relations."""

    RECORDED = "recorded", _("Đã ghi sổ")
    WITHDRAWN = "withdrawn", _("Đã rút khỏi sổ")


class RelationKind(TextChoices):
    """What one document does to another."""

    REPLACES = "replaces", _("Thay thế")
    AMENDS = "amends", _("Sửa đổi, bổ sung")
    GUIDES = "guides", _("Hướng dẫn, thực hiện")
    REPEALS = "repeals", _("Bãi bỏ")


class Adopted(TextChoices):
    """What became of advice."""

    YES = "yes", _("Được tiếp thu")
    PARTLY = "partly", _("Tiếp thu một phần")
    NO = "no", _("Không tiếp thu")
    UNKNOWN = "unknown", _("Chưa rõ")


class Origin(TextChoices):
    """Who wrote the row: the file that comes with the program, or an office of this installation."""

    FILE = "file", _("Danh mục kèm phần mềm")
    OFFICE = "office", _("Cơ quan ghi")


ENDING = frozenset({RelationKind.REPLACES, RelationKind.REPEALS})  # the other document holds no more from that day
