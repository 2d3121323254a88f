"""What each role can do today, said on "Việc của tôi" while nothing is owed; nothing is promised that the installation does not have."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gandan.core.access import Role

DO_NOW: dict[Role, str | Promise] = {
    Role.OFFICER: _(
        "Ghi lời hứa với dân, tiến độ và bằng chứng; ghi thôn, tổ dân phố, số hộ; "
        "dán một bài báo hoặc báo cáo để máy chỉ ra người, số liệu, sự việc."
    ),
    Role.LEADER: _("Giao việc, gia hạn, chuyển việc; thêm cán bộ, trưởng thôn và giao vai trò; ghi cơ quan giữ việc dân vận."),
    Role.SPECIALIST: _(
        "Xem bảng việc của các đơn vị cấp dưới, giao việc và nhắc việc; dán một bài báo hoặc báo cáo để máy chỉ ra người, số liệu, sự việc."
    ),
    Role.HAMLET_HEAD: _(
        "Xem ý kiến ở thôn, tổ mình đến đâu (chỉ con số), in áp phích; xem số hộ, số chưa đúng thì báo cán bộ ghi lại. "
        "Ghi tiến độ, thêm bằng chứng cho lời hứa ở thôn, tổ mình. Tra thời hạn theo luật."
    ),
    Role.SUPERVISOR: _(
        "Xem lời hứa được báo đã xong và nói đúng hay chưa; tra cơ quan phải trả lời dân trong bao lâu, theo điều khoản nào."
    ),
    Role.DENUNCIATION_HANDLER: _(
        "Mở thư để riêng, ghi chú, ghi kết quả xử lý hoặc chuyển lại thành ý kiến; "
        "tra thời hạn thụ lý và giải quyết tố cáo, kèm điều, khoản."
    ),
    Role.ANALYST: _("Xem các đơn vị trước và sau sáp nhập; dán một bài báo hoặc báo cáo để máy chỉ ra người, số liệu, sự việc."),
    Role.ADMINISTRATOR: _("Thêm người và giao vai trò; ghi quy định mới và ngày nghỉ. Người quản trị không đọc nội dung."),
}


def for_roles(roles: Iterable[Role]) -> list[str | Promise]:
    """The sentences of the roles somebody holds, each once."""
    return [DO_NOW[role] for role in dict.fromkeys(roles)]
