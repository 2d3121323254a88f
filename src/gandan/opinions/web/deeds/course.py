"""Pages of the course of a case until it is answered."""

from django.utils.translation import gettext_lazy as _

from gandan.opinions import actions, policies
from gandan.opinions.enums import Content, Deed
from gandan.opinions.web import deeds_done, desk
from gandan.opinions.web.deeds.page import ANY, moves, of_state
from gandan.opinions.web.forms import case as forms

COURSE = (
    of_state(
        Deed.CLASSIFY,
        "phan-loai",
        _("Đã phân loại. Hạn được tính lại theo quy định; hạn cũ vẫn giữ."),
        desk.classify,
        lambda c, by, today: policies.classify(c, content=Content.REMARK, topic=c.topic, **desk.PLAIN),
        deeds_done.classify,
        explain=_("Nội dung nào thì theo thời hạn của nội dung ấy. Nhiều nội dung trong một ý kiến: xin hỏi lại để người gửi tách ra."),
        suggests=True,
    ),
    of_state(
        Deed.FORWARD,
        "chuyen",
        _("Đã chuyển. Cơ quan nhận thấy việc này ở đầu hộp ý kiến."),
        desk.forward,
        moves(Deed.FORWARD),
        deeds_done.forward,
        explain=_("Hạn không lùi vì chuyển. Người gửi thấy việc nay ở đâu và vì sao."),
        button=_("Chuyển"),
    ),
    of_state(
        Deed.ACCEPT,
        "nhan",
        _("Đã nhận giải quyết. Người gửi thấy hạn trả lời và ai chịu trách nhiệm trả lời."),
        desk.person,
        lambda c, by, today: policies.accept(c, person=None, today=today),
        deeds_done.accept,
        explain=_("Nhận là hứa trả lời trong hạn. Người gửi thấy tên cơ quan, không thấy tên người phụ trách."),
    ),
    of_state(
        Deed.ASK_BACK,
        "hoi-lai",
        _("Đã hỏi. Trang của việc cho biết đồng hồ dừng hay vẫn chạy."),
        desk.ask_back,
        lambda c, by, today: policies.ask_back(c, text=ANY, opinion=None),
        deeds_done.ask_back,
        explain=_(
            "Chỉ hỏi điều cần để giải quyết. Trong lúc chờ, thời gian không tính vào hạn, "
            "trừ khi đã quá hạn hoặc câu hỏi trước chưa được trả lời."
        ),
        button=_("Gửi câu hỏi"),
        suggests=True,
    ),
    of_state(
        Deed.GO_ON,
        "lam-tiep",
        _("Việc lại chạy. Hạn mới đã cộng thời gian chờ."),
        desk.plain(forms.NothingForm),
        lambda c, by, today: policies.go_on(c, by=by),
        lambda c, f, by, now: actions.go_on(c, by=by, now=now),
        explain=_("Dùng khi không cần câu trả lời của người gửi nữa. Câu hỏi vẫn nằm lại, người gửi vẫn trả lời được."),
        button=_("Làm tiếp"),
    ),
    of_state(
        Deed.REFUSE,
        "khong-thu-ly",
        _("Đã báo không thụ lý, kèm lý do và căn cứ."),
        desk.refuse,
        lambda c, by, today: policies.refuse(c, reason=ANY, law=ANY),
        deeds_done.refuse,
        explain=_("Người gửi đọc lý do và căn cứ, và xin xem lại được một lần. Việc không thuộc cơ quan này thì xin chuyển, đừng từ chối."),
        grave=True,
        button=_("Báo không thụ lý"),
    ),
    of_state(
        Deed.PAUSE,
        "tam-dung",
        _("Đã tạm dừng. Lý do hiện trên trang của người gửi."),
        desk.plain(forms.ReasonForm),
        lambda c, by, today: policies.pause(c, reason=ANY, today=today),
        lambda c, f, by, now: actions.pause(c, reason=f.cleaned_data["reason"], by=by, now=now),
        explain=_(
            "Chỉ khi chưa thể làm vì lý do luật cho phép. Thời gian dừng được cộng đúng vào hạn; hết số ngày cho phép, đồng hồ tự chạy lại."
        ),
        grave=True,
        button=_("Tạm dừng"),
    ),
    of_state(
        Deed.RESUME,
        "tiep-tuc",
        _("Việc lại chạy. Hạn mới đã cộng thời gian dừng."),
        desk.plain(forms.NothingForm),
        lambda c, by, today: policies.resume(c, by=by),
        lambda c, f, by, now: actions.resume(c, by=by, now=now),
    ),
)
