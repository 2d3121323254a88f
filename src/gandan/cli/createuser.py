"""`gandan createuser`: the first administrator, from the terminal of the machine."""

from typing import Annotated

import typer

from gandan.cli.runtime import installation, say


def createuser(
    sign_in: Annotated[str, typer.Argument(metavar="TÊN", help="Tên đăng nhập, hoặc thư điện tử.")],
    name: Annotated[str, typer.Option(prompt="Họ và tên", help="Họ và tên.")],
    password: Annotated[
        str,
        typer.Option(
            prompt="Mật khẩu",
            confirmation_prompt=True,
            hide_input=True,
            envvar="GANDAN_PASSWORD",
            help="Bỏ trống thì được hỏi; đừng viết trên dòng lệnh, người khác trên máy đọc được.",
        ),
    ],
    administrator: Annotated[bool, typer.Option("--administrator", help="Giao luôn vai trò quản trị hệ thống.")] = False,
) -> None:
    """Tạo một tài khoản. Vai trò trong đơn vị được giao sau, trên trang Người và vai trò."""
    with installation():
        from django.utils import timezone

        from gandan.accounts import actions
        from gandan.core.access import SystemActor

        by_mail = "@" in sign_in
        actions.create_user(
            full_name=name,
            email=sign_in if by_mail else "",
            username="" if by_mail else sign_in,
            password=password,
            administrator=administrator,
            by=SystemActor("cli"),
            now=timezone.now(),
        )
        say(f"Đã tạo tài khoản {sign_in}.")
