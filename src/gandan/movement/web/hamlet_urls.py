"""Pages for heads of hamlets, under /lam-viec/mo-hinh/thon/."""

from django.urls import path

from gandan.movement.web import hamlet, hamlet_begin, hamlet_life, hamlet_one, hamlet_said, hamlet_send, hamlet_step

patterns = [
    path("thon/", hamlet.home, name="hamlet"),
    path("thon/moi/", hamlet_begin.begin, name="hamlet_begin"),
    path("thon/moi/<uuid:hamlet>/", hamlet_begin.begin, name="hamlet_begin_in"),
    path("thon/phieu/<uuid:practice>/", hamlet_one.one, name="hamlet_one"),
    path("thon/phieu/<uuid:practice>/buoc/<int:step>/", hamlet_step.step, name="hamlet_step"),
    path("thon/phieu/<uuid:practice>/gui/", hamlet_send.send, name="hamlet_send"),
    path("thon/phieu/<uuid:practice>/con-lam/", hamlet_life.sign, name="hamlet_sign"),
    path("thon/phieu/<uuid:practice>/anh/", hamlet_life.photo, name="hamlet_photo"),
    path("thon/phieu/<uuid:practice>/do/<uuid:aim>/", hamlet_life.measure, name="hamlet_measure"),
    path("thon/phieu/<uuid:practice>/giong/<uuid:likeness>/", hamlet_said.answer, name="hamlet_answer"),
    path("thon/phieu/<uuid:practice>/rut/", hamlet_said.withdraw, name="hamlet_withdraw"),
]
