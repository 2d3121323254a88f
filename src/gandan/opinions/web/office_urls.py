"""Pages beside the inbox: the desk, spreadsheets, contacts, publishing, what an office and a unit set for themselves, the dashboard."""

from django.urls import path

from gandan.opinions.web import (
    at_desk,
    competence_page,
    contact,
    dashboard,
    filters_page,
    hamlet_page,
    importing,
    overview,
    pledge_page,
    publishing,
    templates_page,
)

patterns = [
    path("ghi-tai-ban/", at_desk.write_down, name="at_desk"),
    path("ghi-tai-ban/phieu/", at_desk.desk_receipt, name="desk_receipt"),
    path("nhap-bang/", importing.index, name="sheets"),
    path("nhap-bang/mau.xlsx", importing.template, name="sheet_template"),
    path("nhap-bang/<uuid:sheet>/", importing.sheet, name="sheet"),
    path("nhap-bang/<uuid:sheet>/nhan/", importing.take, name="take_sheet"),
    path("nhap-bang/<uuid:sheet>/bo/", importing.drop, name="drop_sheet"),
    path("nhap-bang/<uuid:sheet>/phieu/", importing.receipts, name="sheet_receipts"),
    path("nhap-bang/<uuid:sheet>/can-sua.xlsx", importing.wrong, name="sheet_wrong"),
    path("lien-lac/<uuid:opinion>/", contact.open_contact, name="open_contact"),
    path("<uuid:case>/cong-khai/", publishing.publish, name="publish"),
    path("<uuid:case>/thoi-cong-khai/", publishing.unpublish, name="unpublish"),
    path("mau-tra-loi/", templates_page.index, name="templates"),
    path("mau-tra-loi/moi/", templates_page.keep, name="new_template"),
    path("mau-tra-loi/<uuid:template>/", templates_page.keep, name="template"),
    path("mau-tra-loi/<uuid:template>/cat-di/", templates_page.retire, name="retire_template"),
    path("bo-loc/", filters_page.index, name="filters"),
    path("bo-loc/<uuid:kept>/bo/", filters_page.drop, name="drop_filter"),
    path("cam-ket/", pledge_page.index, name="pledge"),
    path("cam-ket/in/<uuid:unit>/", pledge_page.statement, name="pledge_statement"),
    path("tham-quyen/", competence_page.index, name="competence"),
    path("tham-quyen/<uuid:unit>/<slug:topic>/", competence_page.change, name="change_competence"),
    path("tham-quyen/<uuid:unit>/<slug:topic>/bo/", competence_page.drop, name="drop_competence"),
    path("toan-canh/", dashboard.index, name="dashboard"),
    path("thon/", hamlet_page.page, name="hamlet"),
    path("thon/<uuid:hamlet>/", hamlet_page.page, name="hamlet_of"),
    path("cap-duoi/", overview.index, name="overview"),
]
