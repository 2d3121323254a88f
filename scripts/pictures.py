"""Pictures of the main screens, phone and desk, light and dark, into .pictures/; those that README shows into docs/pictures/ as well.

Run: `make pictures`.

Starts a demo of its own on a free port in a folder that is thrown away (or takes the address of a running one), looks at each page
as a visitor, as officers and as a leader, and writes small PNGs.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
TARGET, SHOWN = ROOT / ".pictures", ROOT / "docs/pictures"
IN_README = {"say-phone-light", "case-desk-light"}
SIZES = {"phone": (360, 780, 1.5), "desk": (1280, 900, 1)}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
PUBLIC = {
    "home": "/",
    "ward": "/noi-o/?q=xuan+khanh",
    "country": "/don-vi/",
    "before": "/don-vi/?vao=2025-06-30",
    "rules": "/quy-dinh/",
    "search": "/tim/?q=niem+yet",
    "documents": "/van-ban/",
    "activities": "/hoat-dong/",
    "opinions": "/y-kien/",
    "say": "/y-kien/gui/",
}
STAFF = {"work": "/lam-viec/", "commitments": "/lam-viec/viec/", "hamlets": "/lam-viec/don-vi/", "reading": "/lam-viec/doc-van-ban/"}
MANAGED = {"work-leader": "/lam-viec/", "people": "/lam-viec/nguoi-va-vai-tro/", "law": "/lam-viec/quy-dinh/", "account": "/tai-khoan/"}
ANSWERING, OWED = "viet.ubnd", "/lam-viec/y-kien/"
OFFICER = "mai.mttq"  # of the Front of phường Ninh Kiều: docs/try.md
LEADER = "tam.lanhdao"  # of its Party committee
ARTICLE = ROOT / "samples/reading/tin-truong-xuan.txt"


@contextmanager
def demo() -> Iterator[str]:
    """A running demo; its address."""
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    home = tempfile.mkdtemp(prefix="gd-")
    command = [sys.executable, "-m", "gandan.cli", "demo", "--port", str(port)]
    process = subprocess.Popen(command, env={**os.environ, "GANDAN_HOME": home}, cwd=ROOT)
    try:
        yield wait(f"http://127.0.0.1:{port}", process)
    finally:
        process.terminate()
        process.wait(30)
        shutil.rmtree(home, ignore_errors=True)


def wait(url: str, process: "subprocess.Popen[bytes]") -> str:
    """Until the first page answers."""
    for _ in range(300):
        if process.poll() is not None:
            raise SystemExit("the demo ended before it answered")
        try:
            urllib.request.urlopen(url, timeout=5).close()  # noqa: S310  our own loopback
        except (urllib.error.URLError, OSError):
            time.sleep(1)
        else:
            return url
    raise SystemExit("the demo did not answer within five minutes")


def take(page: Page, name: str) -> None:
    """One picture: the whole page, at most three screens long."""
    file = TARGET / f"{name}.png"
    size = page.viewport_size or {"width": 1280, "height": 900}
    height = min(int(page.evaluate("document.documentElement.scrollHeight")), size["height"] * 3)
    page.screenshot(path=file, full_page=True, clip={"x": 0, "y": 0, "width": size["width"], "height": height})
    Image.open(file).convert("RGB").quantize(64, dither=Image.Dither.NONE).save(file, optimize=True)
    if name in IN_README:
        picture = Image.open(file)
        picture.crop((0, 0, picture.width, min(picture.height, picture.width * 2))).save(SHOWN / file.name, optimize=True)
    print(f"{file.stat().st_size // 1024:4} KB  {file.relative_to(ROOT)}")


def visit(browser: Browser, url: str, size: str, scheme: Literal["light", "dark"]) -> None:
    """All screens in one size and one scheme."""
    width, height, scale = SIZES[size]
    frame: ViewportSize = {"width": width, "height": height}
    context = browser.new_context(viewport=frame, device_scale_factor=scale, color_scheme=scheme, locale="vi-VN")
    page, tail = context.new_page(), f"{size}-{scheme}"
    for name, path in PUBLIC.items():
        page.goto(url + path)
        take(page, f"{name}-{tail}")
    page.goto(url + PUBLIC["ward"])
    page.get_by_role("button", name="Chọn Phường Ninh Kiều").first.click()
    page.goto(page.url)  # without the message of the choice
    take(page, f"unit-{tail}")
    page.goto(url + "/")
    take(page, f"home-chosen-{tail}")
    page.goto(page.url.rstrip("/") + "/loi-hua/")
    page.get_by_role("main").get_by_role("link", name="Phường Ninh Kiều").first.click()
    take(page, f"promises-{tail}")
    page.get_by_role("main").locator(".list a").first.click()
    take(page, f"promise-{tail}")
    staff(page, url, tail)
    context.close()
    context = browser.new_context(viewport=frame, device_scale_factor=scale, color_scheme=scheme, locale="vi-VN")
    listen(context.new_page(), url, tail)
    context.close()


def manage(browser: Browser, url: str) -> None:
    """What a leader sees, in every size and scheme. One sign-in serves all: a one-time code works once."""
    context = browser.new_context(locale="vi-VN")
    page = context.new_page()
    sign_in(page, url, LEADER)
    page.get_by_label("Mã xác thực").fill(code())
    page.get_by_role("main").get_by_role("button").first.click()
    page.wait_for_url("**/lam-viec/**")
    signed_in = context.storage_state()
    context.close()
    for size, (width, height, scale) in SIZES.items():
        for scheme in SCHEMES:
            frame: ViewportSize = {"width": width, "height": height}
            context = browser.new_context(
                viewport=frame, device_scale_factor=scale, color_scheme=scheme, locale="vi-VN", storage_state=signed_in
            )
            page = context.new_page()
            for name, path in MANAGED.items():
                page.goto(url + path)
                take(page, f"{name}-{size}-{scheme}")
            context.close()


def sign_in(page: Page, url: str, who: str) -> None:
    """Name and password of one of the demo's people."""
    page.goto(url + "/dang-nhap/")
    page.get_by_label("Tên đăng nhập").fill(who)
    page.get_by_label("Mật khẩu", exact=True).fill(password())
    page.get_by_role("main").get_by_role("button", name="Đăng nhập").click()


def staff(page: Page, url: str, tail: str) -> None:
    """The workspace, as the demo's Front officer."""
    page.goto(url + "/dang-nhap/")
    take(page, f"sign-in-{tail}")
    sign_in(page, url, OFFICER)
    for name, path in STAFF.items():
        page.goto(url + path)
        take(page, f"{name}-{tail}")
    page.goto(url + STAFF["reading"])
    page.get_by_label("Dán bài viết, báo cáo").fill(ARTICLE.read_text(encoding="utf-8"))
    page.get_by_role("main").get_by_role("button", name="Đọc văn bản").click()
    take(page, f"reading-done-{tail}")
    page.get_by_label("Đã đăng công khai").check()
    page.get_by_role("button", name="Lưu và duyệt").click()
    take(page, f"review-{tail}")


def listen(page: Page, url: str, tail: str) -> None:
    """What people said to the committee, and the first of it, as the officer who answers."""
    sign_in(page, url, ANSWERING)
    page.wait_for_url("**/lam-viec/**")
    page.goto(url + OWED)
    take(page, f"inbox-{tail}")
    page.locator(".case-row a").first.click()
    take(page, f"case-{tail}")


def password() -> str:
    """The one that all of the demo's people share."""
    _settings()
    from gandan.accounts.demo import PASSWORD

    return PASSWORD


def code() -> str:
    """The one-time code of this half minute, which they share too."""
    _settings()
    from datetime import UTC, datetime

    from gandan.accounts.demo import code as code_at

    return code_at(datetime.now(UTC))


def _settings() -> None:
    os.environ |= {"GANDAN_DEMO": "1", "DJANGO_SETTINGS_MODULE": "gandan.config.settings"}
    import django

    django.setup()


def main() -> None:
    for folder in (TARGET, SHOWN):
        folder.mkdir(parents=True, exist_ok=True)
    with nullcontext(sys.argv[1]) if sys.argv[1:] else demo() as url, sync_playwright() as p:
        browser = p.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu", "--disable-quic"])
        for size in SIZES:
            for scheme in SCHEMES:
                visit(browser, url, size, scheme)
        manage(browser, url)
        browser.close()


if __name__ == "__main__":
    main()
