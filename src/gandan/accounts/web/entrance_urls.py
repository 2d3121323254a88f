"""Addresses of signing in and of one's own account. Names without a room's prefix are those that the library looks up."""

from django.urls import path

from gandan.accounts.web import entrance, own, tokens

NOT_OFFERED = (
    "account_signup account_inactive account_email account_email_verification_sent account_set_password account_reset_password "
    "account_confirm_login_code account_request_login_code account_reset_password_done socialaccount_signup socialaccount_connections "
    "mfa_index mfa_trust mfa_view_recovery_codes usersessions_list"
)

urlpatterns = [
    path("dang-nhap/", entrance.sign_in, name="account_login"),
    path("dang-nhap/ma/", entrance.second_step, name="mfa_authenticate"),
    path("dang-xuat/", entrance.sign_out, name="account_logout"),
    path("dat-mat-khau/xong/", entrance.password_is_set, name="password_is_set"),
    path("dat-mat-khau/<str:token>/", entrance.by_link, name="password_by_link"),
    path("dang-nhap/qua/huy/", entrance.provider_cancelled, name="socialaccount_login_cancelled"),
    path("dang-nhap/qua/loi/", entrance.provider_error, name="socialaccount_login_error"),
    path("dang-nhap/qua/<str:provider_id>/", entrance.provider_start, name="openid_connect_login"),
    path("dang-nhap/qua/<str:provider_id>/tro-ve/", entrance.provider_return, name="openid_connect_callback"),
    path("tai-khoan/", own.account, name="account_sessions"),
    path("tai-khoan/thiet-bi/<int:session>/dang-xuat/", own.end_session, name="end_session"),
    path("tai-khoan/thiet-bi-khac/dang-xuat/", own.end_other_sessions, name="end_other_sessions"),
    path("tai-khoan/mat-khau/", own.change_password, name="account_change_password"),
    path("tai-khoan/hai-buoc/", own.set_up_code, name="mfa_activate_totp"),
    path("tai-khoan/ma-khoi-phuc/", own.renew_codes, name="renew_codes"),
    path("tai-khoan/vai-tro/", own.act_as, name="act_as"),
    path("tai-khoan/ma-truy-cap/", tokens.own_tokens, name="account_tokens"),
    path("tai-khoan/ma-truy-cap/<uuid:pk>/thu-hoi/", tokens.revoke, name="revoke_token"),
    path("tai-khoan/xac-nhan/", entrance.password_again, name="account_reauthenticate"),
    path("tai-khoan/xac-nhan/ma/", entrance.code_again, name="mfa_reauthenticate"),
    *(path(f"tai-khoan/khong-co/{name}/", entrance.not_offered, name=name) for name in NOT_OFFERED.split()),
]
