"""Pages for heads of hamlets, under /lam-viec/mo-hinh/thon/."""

from django.urls import path

from gandan.movement.web import hamlet, hamlet_life

patterns = [
    path("thon/", hamlet.home, name="hamlet"),
    path("thon/moi/", hamlet.begin, name="hamlet_begin"),
    path("thon/moi/<uuid:hamlet>/", hamlet.begin, name="hamlet_begin_in"),
    path("thon/phieu/<uuid:practice>/", hamlet_life.one, name="hamlet_one"),
    path("thon/phieu/<uuid:practice>/buoc/<int:step>/", hamlet.step, name="hamlet_step"),
    path("thon/phieu/<uuid:practice>/gui/", hamlet.send, name="hamlet_send"),
    path("thon/phieu/<uuid:practice>/con-lam/", hamlet_life.sign, name="hamlet_sign"),
    path("thon/phieu/<uuid:practice>/anh/", hamlet_life.photo, name="hamlet_photo"),
    path("thon/phieu/<uuid:practice>/do/<uuid:aim>/", hamlet_life.measure, name="hamlet_measure"),
    path("thon/phieu/<uuid:practice>/giong/<uuid:likeness>/", hamlet_life.answer, name="hamlet_answer"),
    path("thon/phieu/<uuid:practice>/rut/", hamlet_life.withdraw, name="hamlet_withdraw"),
]
