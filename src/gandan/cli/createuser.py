"""`gandan createuser`: the first administrator, from the terminal of the machine."""

import typer

from gandan.cli.runtime import installation, say


def createuser(
    email: str = typer.Argument(help="Thư điện tử, cũng là tên đăng nhập."),
    name: str = typer.Option(..., prompt="Họ và tên", help="Họ và tên."),
    password: str = typer.Option(
        ...,
        prompt="Mật khẩu",
        confirmation_prompt=True,
        hide_input=True,
        envvar="GANDAN_PASSWORD",
        help="Mật khẩu; bỏ trống thì được hỏi. Không viết trên dòng lệnh: người khác trên máy đọc được.",
    ),
    administrator: bool = typer.Option(False, "--administrator", help="Giao luôn vai trò quản trị hệ thống."),
) -> None:
    """Tạo một tài khoản. Vai trò trong đơn vị được giao sau, trên trang Người và vai trò."""
    with installation():
        from django.utils import timezone

        from gandan.accounts import actions
        from gandan.core.access import SystemActor

        actions.create_user(
            email=email, full_name=name, password=password, administrator=administrator, by=SystemActor("cli"), now=timezone.now()
        )
        say(f"Đã tạo tài khoản {email}.")
