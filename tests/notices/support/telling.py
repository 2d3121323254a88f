"""An app that tells the tests' verb to everybody, for processes of their own."""

from django.apps import AppConfig


class TellingConfig(AppConfig):
    name = "tests.notices.support"
    label = "telling"

    def ready(self) -> None:
        from gandan.accounts.models import User
        from gandan.notices import correspondents, texts
        from gandan.notices.enums import Channel

        words = texts.Words("Việc số 12", "Hạn 30/11/2026.", "/lam-viec/")
        texts.register(
            texts.Text(verb="tests.said", label="", to=lambda e, d: User.objects.values_list("pk", flat=True), words=lambda e: words)
        )
        correspondents.register(
            correspondents.Room(
                kind="tests.sender",
                verbs=frozenset(),
                whom=lambda event: {},
                reach=lambda key: correspondents.Reached(Channel.MAIL, f"{key}@xa.vn", "vi"),
                page=lambda key: "/y-kien/",
                stop=lambda key, by, now: None,
            )
        )
