"""Addresses under /lam-viec/nguoi-va-vai-tro/."""

from django.urls import path

from gandan.accounts.web import confirmed, people, person

app_name = "accounts"
urlpatterns = [
    path("", people.index, name="people"),
    path("don-vi/<uuid:unit>/", people.at_unit, name="unit"),
    path("don-vi/<uuid:unit>/them/", people.add, name="add"),
    path("he-thong/", people.of_system, name="system"),
    path("he-thong/them/", people.add_to_system, name="add_to_system"),
    path("chua-co-vai-tro/", people.without_role, name="without_role"),
    path("nguoi/<uuid:pk>/", person.person, name="person"),
    path("nguoi/<uuid:pk>/sua/", person.change, name="change"),
    path("nguoi/<uuid:pk>/vai-tro/", person.choose_unit, name="choose_unit"),
    path("nguoi/<uuid:pk>/vai-tro/he-thong/", person.give_role_in_system, name="give_role_in_system"),
    path("nguoi/<uuid:pk>/vai-tro/<uuid:unit>/", person.give_role, name="give_role"),
    path("nguoi/<uuid:pk>/mat-khau/", confirmed.send_link, name="send_link"),
    path("nguoi/<uuid:pk>/khoa/", confirmed.deactivate, name="deactivate"),
    path("nguoi/<uuid:pk>/mo-lai/", confirmed.reactivate, name="reactivate"),
    path("nguoi/<uuid:pk>/hai-buoc/", confirmed.reset_second_factor, name="reset_second_factor"),
    path("vai-tro/<uuid:role>/ket-thuc/", person.end_role, name="end_role"),
]
