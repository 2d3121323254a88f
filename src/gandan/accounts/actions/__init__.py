"""Every deed on accounts and roles: who, when, change, one event."""

from gandan.accounts.actions.api_token import make_token, revoke_token
from gandan.accounts.actions.handover import end_with, hand_over
from gandan.accounts.actions.password import change_password, send_password_link, set_password_by_link
from gandan.accounts.actions.retention import forget_sign_ins
from gandan.accounts.actions.role import end_role, give_role
from gandan.accounts.actions.second_factor import renew_recovery_codes, reset_second_factor, set_second_factor
from gandan.accounts.actions.session import end_other_sessions, end_session
from gandan.accounts.actions.user import change_user, create_user, deactivate, reactivate

__all__ = [
    "change_password",
    "change_user",
    "create_user",
    "deactivate",
    "end_other_sessions",
    "end_role",
    "end_session",
    "end_with",
    "forget_sign_ins",
    "give_role",
    "hand_over",
    "make_token",
    "reactivate",
    "renew_recovery_codes",
    "reset_second_factor",
    "revoke_token",
    "send_password_link",
    "set_password_by_link",
    "set_second_factor",
]
