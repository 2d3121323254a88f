"""`gandan createuser`: the first administrator, from the terminal of the machine."""

import os

import typer

from gandan.cli.runtime import installation, say


def createuser(
    login: str = typer.Argument(metavar="TÊN", help="Tên đăng nhập, hoặc thư điện tử."),
    name: str = typer.Option(..., prompt="Họ và tên", help="Họ và tên."),
    administrator: bool = typer.Option(False, "--administrator", help="Giao luôn vai trò quản trị hệ thống."),
) -> None:
    """Tạo một tài khoản. Mật khẩu được hỏi, hoặc lấy từ biến GANDAN_PASSWORD; không bao giờ viết trên dòng lệnh."""
    password = os.environ.get("GANDAN_PASSWORD") or typer.prompt("Mật khẩu", hide_input=True, confirmation_prompt="Mật khẩu, lần nữa")
    with installation():
        from django.utils import timezone

        from gandan.accounts import actions
        from gandan.core.access import SystemActor

        way = {"email": login} if "@" in login else {"username": login}
        actions.create_user(
            **way, full_name=name, password=password, administrator=administrator, by=SystemActor("cli"), now=timezone.now()
        )
        say(f"Đã tạo tài khoản {login}.")
