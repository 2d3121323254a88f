"""Examines one installation from top to bottom. Starts nothing and repairs nothing."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError

from gandan.core import secrets
from gandan.core.engine import server
from gandan.core.engine.faults import EngineFault
from gandan.core.engine.places import places
from gandan.core.health import checks

LOW = 2 * 1024**3


@dataclass(frozen=True)
class Finding:
    """One answer: state is ok, warning or problem."""

    check: str
    state: str
    sentence: str
    advice: str = ""


def examine() -> list[Finding]:
    """All findings. What needs the database is left out when there is none, and that is said."""
    found = [*_settings(), *_keys(), *_channels(), *_home()]
    database = _database()
    found.append(database)
    if database.state == "ok":
        import django

        django.setup()
        for part in (_migrations, _demo, _secrets, _worker, _jobs, _static):
            found += part()
    return found


def _settings() -> Iterator[Finding]:
    for sentence in settings.FAULTS:
        yield Finding("settings", "problem", sentence, "Xem docs/operate/settings.md")
    if not settings.DEMO and not os.environ.get("GANDAN_HOSTS"):
        yield Finding(
            "hosts",
            "problem",
            "GANDAN_HOSTS chưa đặt: trang chỉ trả lời ở localhost.",
            "Đặt tên miền của đơn vị, ví dụ GANDAN_HOSTS=gandan.xa.vn",
        )
    if settings.DEMO:
        yield Finding("demo", "warning", "Đây là bản dùng thử, với người và việc bịa ra.", "Dùng thật thì cài theo docs/operate/install.md")


def _keys() -> Iterator[Finding]:
    faults = secrets.faults()
    for sentence in faults:
        yield Finding("keys", "problem", sentence)
    if not faults:
        yield Finding("keys", "ok", f"Khoá đủ: 1 khoá chung, {len(settings.ENCRYPTION_KEYS)} khoá mã hoá.")


def _channels() -> Iterator[Finding]:
    """What brings messages to people who are not signed in."""
    if settings.MAIL:
        yield Finding("mail", "ok", f"Thư đi qua {settings.MAIL['host']}:{settings.MAIL['port']}.")
    else:
        advice = "Đặt GANDAN_SMTP_URL và GANDAN_MAIL_FROM, xem docs/operate/notices.md"
        yield Finding("mail", "warning", "Chưa gửi thư: thông báo chỉ hiện trong phần làm việc.", advice)
    if settings.GATEWAY:
        yield Finding("gateway", "ok", "Tin nhắn đi qua cổng ở GANDAN_GATEWAY_URL.")


def _home() -> Iterator[Finding]:
    folder: Path = settings.HOME
    if not folder.is_dir():
        yield Finding("home", "problem", f"Chưa có thư mục dữ liệu {folder}.", "Chạy `gandan migrate`, hoặc đặt GANDAN_HOME.")
        return
    if not os.access(folder, os.W_OK):
        yield Finding("home", "problem", f"Không ghi được vào {folder}.", "Giao thư mục cho tài khoản chạy gandan (chown).")
        return
    free = shutil.disk_usage(folder).free
    yield Finding("home", "ok", f"Thư mục dữ liệu: {folder}.")
    place = places(folder)
    if settings.EMBEDDED and place.far:
        yield Finding("home", "ok", f"Cơ sở dữ liệu nằm ở {place.data}, vì tài khoản PostgreSQL không vào được {folder}.")
    if free < LOW:
        yield Finding("disk", "warning", f"Ổ đĩa còn {free // 2**20} MB.", "Giải phóng dung lượng trước khi đầy.")
    files = Path(settings.MEDIA_ROOT)
    if files.exists() and not os.access(files, os.W_OK):
        yield Finding("files", "problem", f"Không ghi được tệp đính kèm vào {files}.", "Giao thư mục cho tài khoản chạy gandan (chown).")
    else:
        yield Finding("files", "ok", f"Tệp đính kèm: {files}.")


def _database() -> Finding:
    if settings.FAULTS:
        return Finding("database", "problem", "Chưa xét cơ sở dữ liệu vì cấu hình còn lỗi.")
    try:
        major = server.check(settings.DATABASES["default"])
    except EngineFault as fault:
        if settings.EMBEDDED:
            return Finding(
                "database", "problem", "PostgreSQL đi kèm chưa chạy.", "Chạy `gandan demo`, hoặc `gandan database` khi dùng thật."
            )
        return Finding("database", "problem", fault.sentence, "Xem docs/operate/install.md")
    return Finding("database", "ok", f"PostgreSQL {major}, {'đi kèm' if settings.EMBEDDED else 'theo DATABASE_URL'}.")


def _migrations() -> Iterator[Finding]:
    waiting = checks.pending_migrations()
    if waiting:
        yield Finding("migrations", "problem", f"Còn {len(waiting)} bước nâng cấp chưa chạy.", "Chạy `gandan migrate`.")
    else:
        yield Finding("migrations", "ok", "Cơ sở dữ liệu đúng phiên bản.")


def _demo() -> Iterator[Finding]:
    if checks.is_demo_database() and not settings.DEMO:
        yield Finding(
            "demo",
            "problem",
            "Cơ sở dữ liệu này chứa người và việc bịa ra để dùng thử.",
            "Dùng thật thì đặt GANDAN_HOME hoặc DATABASE_URL khác.",
        )


def _secrets() -> Iterator[Finding]:
    try:
        closed = secrets.unopened(secrets.in_force(demo=settings.DEMO))
    except DatabaseError:  # the schema waits for `gandan migrate`, which is told above
        return
    if closed:
        yield Finding(
            "secrets",
            "problem",
            "Khoá giải mã không khớp: không mở được nội dung đã mã hoá, nên không ai đăng nhập được bằng xác thực hai bước.",
            "Đặt lại GANDAN_ENCRYPTION_KEYS đã dùng trước đây (bản dùng thử: chép lại thư mục keys/), rồi khởi động lại.",
        )
    else:
        yield Finding("secrets", "ok", "Khoá đang dùng mở được nội dung đã mã hoá.")


def _worker() -> Iterator[Finding]:
    age = checks.heartbeat_age()
    if age is not None and age < settings.STALLED_AFTER:
        yield Finding("worker", "ok", f"Việc nền đang chạy (tín hiệu {age:.0f} giây trước).")
    else:
        yield Finding("worker", "problem", "Không có worker nào đang chạy: thư, nhắc hạn và việc nền đều đứng.", "Chạy `gandan worker`.")


def _jobs() -> Iterator[Finding]:
    count = checks.jobs_by_status()
    failed = count.get("failed", 0)
    if failed:
        yield Finding(
            "jobs", "warning", f"{failed} việc nền đã hỏng.", "Xem `python manage.py procrastinate shell`, sửa nguyên nhân rồi chạy lại."
        )


def _static() -> Iterator[Finding]:
    from gandan.core.engine.static import is_collected

    if is_collected():
        yield Finding("static", "ok", "Kiểu dáng và chữ của trang đã sẵn sàng.")
    else:
        yield Finding("static", "warning", "Kiểu dáng của trang chưa thu gom theo bản phần mềm này.", "Tự làm khi chạy lại `gandan web`.")
