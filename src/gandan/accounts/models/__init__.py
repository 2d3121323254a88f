"""Rows of this room. Start reading in role_held.py."""

from gandan.accounts.models.api_token import ApiToken
from gandan.accounts.models.password_link import PasswordLink
from gandan.accounts.models.role_held import RoleHeld
from gandan.accounts.models.user import User

__all__ = ["ApiToken", "PasswordLink", "RoleHeld", "User"]
