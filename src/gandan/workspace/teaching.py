"""What will stand on "Việc của tôi" for each role, in the words of those who do the work."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gandan.core.access import Role

WILL_APPEAR: dict[Role, str | Promise] = {
    Role.OFFICER: _("Ý kiến của dân mà cơ quan Ông/Bà phải trả lời, lời hứa và việc được giao, xếp theo hạn; việc quá hạn đứng trước."),
    Role.LEADER: _("Việc của cả đơn vị: điều gì quá hạn, ai đang giữ, lịch tiếp dân và đối thoại, báo cáo chờ duyệt."),
    Role.SPECIALIST: _("Các đơn vị cấp dưới đang nợ gì, đến hạn ngày nào; chỉ trạng thái và con số, không có nội dung ý kiến của dân."),
    Role.HAMLET_HEAD: _("Việc của thôn, tổ Ông/Bà: cuộc họp dân cần mở, nội dung cần niêm yết, ý kiến cần chuyển lên."),
    Role.SUPERVISOR: _("Công trình đang giám sát và những ghi nhận của ban chưa được trả lời."),
    Role.DENUNCIATION_HANDLER: _("Đơn tố cáo được giao cho Ông/Bà, theo hạn luật định. Không ai khác thấy mục này."),
    Role.ANALYST: _("Bộ số liệu chờ kiểm tra và những chỗ số liệu không khớp."),
    Role.ADMINISTRATOR: _("Tài khoản chờ được giao vai trò và tình trạng của hệ thống. Người quản trị không đọc nội dung."),
}


def for_roles(roles: Iterable[Role]) -> list[str | Promise]:
    """The sentences of the roles somebody holds, each once."""
    return [WILL_APPEAR[role] for role in dict.fromkeys(roles)]
