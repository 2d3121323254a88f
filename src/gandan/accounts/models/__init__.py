from gandan.accounts.models.user import User

__all__ = ["User"]
