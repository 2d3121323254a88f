"""The closed lists of this room."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Measure(TextChoices):
    """What a number is measured in; the words of the reading of prose. What is counted stands in the noun ("hộ", "căn")."""

    VND = "VND", _("đồng")
    KG = "kg", _("kg")
    M2 = "m2", _("m²")
    M = "m", _("m")
    PERCENT = "percent", _("%")
    COUNT = "count", _("số đếm")


class Bound(TextChoices):
    """Whether a number is the number itself, or something above, below or near it."""

    EXACT = "exact", _("đúng")
    OVER = "over", _("hơn")
    UNDER = "under", _("gần")
    ABOUT = "about", _("khoảng")


class Nature(TextChoices):
    """How an indicator behaves in time and when units are put together.

    A flow is what happened during a period, and adds up. A stock is what there is on a day: it adds up over places, never over time.
    A rate never adds up; it is computed anew from its numerator and denominator.
    """

    FLOW = "flow", _("Phát sinh trong kỳ")
    STOCK = "stock", _("Có đến một ngày")
    RATE = "rate", _("Tỷ lệ")


class Span(TextChoices):
    """What stretch of time a value speaks of. "From the beginning of the year until now" is not "in this quarter"."""

    POINT = "point", _("Đến ngày")
    PERIOD = "period", _("Trong kỳ")
    CUMULATIVE = "cumulative", _("Lũy kế")


class Provenance(TextChoices):
    """How a value came here."""

    ENTERED = "entered", _("Nhập tay")
    IMPORTED = "imported", _("Nhập từ tệp")
    READ = "read", _("Đọc từ văn bản")


class Origin(TextChoices):
    """Whose definition it is."""

    FILE = "file", _("Kèm phần mềm")
    OFFICE = "office", _("Do cơ quan đặt")


class Topic(TextChoices):
    """Under which heading an indicator is found; the order of the pages."""

    LISTENING = "listening", _("Nghe dân, tiếp dân, đối thoại")
    ADVICE = "advice", _("Tham mưu, tuyên truyền")
    MODELS = "models", _("Dân vận khéo")
    WORKS = "works", _("Công trình, đóng góp của nhân dân")
    CARE = "care", _("Chăm lo, an sinh")
    ORGANISATIONS = "organisations", _("Tập hợp nhân dân")
    SUPERVISION = "supervision", _("Kiểm tra, giám sát, hòa giải")
    AWARDS = "awards", _("Khen thưởng")


class ErasedFor(TextChoices):
    """Why words were taken away; nothing else is a reason."""

    PRIVATE = "private", _("Có thông tin riêng của một người")
    ASKED = "asked", _("Người được nhắc đến yêu cầu xoá")
    TIME = "time", _("Hết thời gian lưu")


class Refused(TextChoices):
    """What is never counted here, and what is said to whoever tries; the patterns lie in data/refused.toml."""

    POSTS = "posts", _("Phần mềm không đếm bài phản bác hay tin bị gỡ: đó là theo dõi lời nói của người dân.")
    TENSION = "tension", _("Phần mềm không đếm “điểm nóng”. Việc của dân được đếm theo lĩnh vực và kết quả giải quyết.")
    MOOD = "mood", _("Phần mềm không đo dư luận, tâm trạng hay theo dõi mạng xã hội. Ý kiến được nghe khi người dân tự nói.")
    GATHERINGS = "gatherings", _("Phần mềm không đếm việc tụ tập hay khiếu kiện đông người.")
    BELIEF = ("belief", _("Phần mềm không đếm người theo tôn giáo, tín ngưỡng. Với đồng bào, chỉ ghi việc đã làm."))
    ORIGIN = "origin", _("Phần mềm không đếm người hay hộ theo dân tộc.")
    POLITICS = "politics", _("Phần mềm không xếp loại thái độ chính trị của ai.")
    PETITIONERS = "petitioners", _("Phần mềm không thống kê tố cáo và không đếm người khiếu nại: người lên tiếng phải được yên.")
    SCORE = "score", _("Phần mềm không chấm điểm hay xếp hạng người dân.")


SPANS: dict[Nature, frozenset[Span]] = {
    Nature.FLOW: frozenset({Span.PERIOD, Span.CUMULATIVE}),
    Nature.STOCK: frozenset({Span.POINT}),
    Nature.RATE: frozenset({Span.POINT, Span.PERIOD}),
}
"""What a value of each nature may speak of. A running total of a stock, or of percentages, means nothing."""
