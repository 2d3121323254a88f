"""Turns what PostgreSQL and libpq say into one sentence for the operator."""

from pathlib import Path

LOCAL = (
    ("No space left on device", "Ổ đĩa đã đầy nên PostgreSQL không khởi động được; xin giải phóng dung lượng rồi chạy lại."),
    ("Permission denied", "PostgreSQL không có quyền đọc hoặc ghi thư mục dữ liệu; xin kiểm tra chủ sở hữu của GANDAN_HOME."),
    ("could not create shared memory", "Máy không cấp đủ bộ nhớ dùng chung cho PostgreSQL; xin tăng giới hạn ấy."),
    ("Cannot allocate memory", "Máy không đủ bộ nhớ cho PostgreSQL; xin đóng bớt chương trình rồi chạy lại."),
    ("already exists", "Một PostgreSQL khác đang giữ thư mục dữ liệu này; xin tắt nó trước."),
    ("is too long", "Đường dẫn GANDAN_HOME quá dài cho PostgreSQL; xin chọn một thư mục có đường dẫn ngắn hơn."),
)
REMOTE = (
    ("password authentication failed", "Máy chủ PostgreSQL từ chối tên hoặc mật khẩu trong DATABASE_URL."),
    ("no password supplied", "Máy chủ PostgreSQL đòi mật khẩu; xin thêm mật khẩu vào DATABASE_URL."),
    ("no pg_hba.conf entry", "Máy chủ PostgreSQL không cho máy này kết nối; xin thêm máy này vào pg_hba.conf của máy chủ."),
    ("does not exist", "Cơ sở dữ liệu hoặc tài khoản nêu trong DATABASE_URL không có trên máy chủ; xin tạo trước."),
    ("could not translate host name", "Không tìm thấy tên máy chủ nêu trong DATABASE_URL."),
    ("failed to resolve host", "Không tìm thấy tên máy chủ nêu trong DATABASE_URL."),
    ("Connection refused", "Máy chủ PostgreSQL trong DATABASE_URL không nhận kết nối; xin xem nó đã chạy và cổng có đúng không."),
    ("No such file or directory", "Không thấy PostgreSQL ở chỗ DATABASE_URL chỉ; xin xem nó đã chạy chưa."),
    ("timeout", "Máy chủ PostgreSQL trong DATABASE_URL không trả lời; xin kiểm tra mạng và tường lửa."),
    ("too many clients", "Máy chủ PostgreSQL đã hết chỗ kết nối; xin tăng max_connections hoặc dùng pgbouncer."),
    ("SSL", "Kết nối mã hoá tới máy chủ PostgreSQL không thành; xin xem lại sslmode trong DATABASE_URL."),
)


def explain(said: str, *, log: Path) -> str:
    """Why the embedded server did not start."""
    for mark, sentence in LOCAL:
        if mark in said:
            return f"{sentence} Nhật ký: {log}"
    last = [line for line in said.splitlines() if "FATAL" in line or "error" in line.lower()]
    return f"PostgreSQL không khởi động được{': ' + last[-1].strip()[:200] if last else ''}. Nhật ký: {log}"


def explain_remote(said: str) -> str:
    """Why a server of one's own cannot be used; libpq's text repeats user and host, so only an unknown reason is passed on."""
    for mark, sentence in REMOTE:
        if mark in said:
            return sentence
    return f"Không kết nối được PostgreSQL: {' '.join(said.split())[:200]}"
