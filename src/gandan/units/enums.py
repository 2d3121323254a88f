"""The closed lists of this room."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Level(TextChoices):
    """Tier of the State; districts ended on 30/6/2025."""

    PROVINCE = "province", _("Cấp tỉnh")
    DISTRICT = "district", _("Cấp huyện")
    COMMUNE = "commune", _("Cấp xã")


class Kind(TextChoices):
    """What stands before a unit's name. The value is the written word: it is part of the name, not a code of ours."""

    PROVINCE = "Tỉnh", _("Tỉnh")
    CITY = "Thành phố", _("Thành phố")
    URBAN_DISTRICT = "Quận", _("Quận")
    RURAL_DISTRICT = "Huyện", _("Huyện")
    TOWN = "Thị xã", _("Thị xã")
    WARD = "Phường", _("Phường")
    COMMUNE = "Xã", _("Xã")
    TOWNSHIP = "Thị trấn", _("Thị trấn")
    SPECIAL_ZONE = "Đặc khu", _("Đặc khu")


class Change(TextChoices):
    """How a unit gave way to another."""

    MERGE = "merge", _("Sáp nhập")
    SPLIT = "split", _("Chia tách")
    RENAME = "rename", _("Đổi tên, đổi loại")
    ABOLITION = "abolition", _("Kết thúc hoạt động")


class Basis(TextChoices):
    """Where a share comes from. An estimate is shown as one wherever it is used."""

    WHOLE = "whole", _("Toàn bộ")
    DECREE = "decree", _("Theo nghị quyết")
    AREA = "area", _("Theo diện tích")
    POPULATION = "population", _("Theo dân số")
    ESTIMATE = "estimate", _("Ước tính theo vị trí")
    DOUBT = "doubt", _("Nguồn chưa chắc chắn")


class OfficeKind(TextChoices):
    """The offices of a unit that do dân vận work, whatever their names at the time."""

    PARTY_COMMITTEE = "party_committee", _("Cấp ủy")
    DAN_VAN_BOARD = "dan_van_board", _("Ban tham mưu về dân vận")
    FRONT = "front", _("Mặt trận Tổ quốc")
    WOMEN = "women", _("Hội Phụ nữ")
    YOUTH = "youth", _("Đoàn Thanh niên")
    FARMERS = "farmers", _("Hội Nông dân")
    VETERANS = "veterans", _("Hội Cựu chiến binh")
    TRADE_UNION = "trade_union", _("Công đoàn")
    PEOPLE_COMMITTEE = "people_committee", _("Ủy ban nhân dân")
    PEOPLE_COUNCIL = "people_council", _("Hội đồng nhân dân")


PROTOCOL = (
    OfficeKind.PARTY_COMMITTEE,
    OfficeKind.PEOPLE_COUNCIL,
    OfficeKind.PEOPLE_COMMITTEE,
    OfficeKind.FRONT,
    OfficeKind.TRADE_UNION,
    OfficeKind.FARMERS,
    OfficeKind.YOUTH,
    OfficeKind.WOMEN,
    OfficeKind.VETERANS,
    OfficeKind.DAN_VAN_BOARD,
)  # the order in which offices stand on every page


class HamletKind(TextChoices):
    """What a hamlet is called here. The law knows thôn and tổ dân phố; the others are their names in the regions."""

    THON = "thon", _("Thôn")
    TO_DAN_PHO = "to_dan_pho", _("Tổ dân phố")
    AP = "ap", _("Ấp")
    BAN = "ban", _("Bản")
    BUON = "buon", _("Buôn")
    LANG = "lang", _("Làng")
    KHU_PHO = "khu_pho", _("Khu phố")
    KHOM = "khom", _("Khóm")
    XOM = "xom", _("Xóm")
    KHU_DAN_CU = "khu_dan_cu", _("Khu dân cư")
