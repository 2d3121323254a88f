"""The words of the command line library itself, in Vietnamese, as far as it asks gettext for them (headings; not its error sentences)."""

import gettext

WORDS = {
    "Options": "Tuỳ chọn",
    "Commands": "Lệnh",
    "Arguments": "Đối số",
    "default: {default}": "mặc định: {default}",
    "required": "bắt buộc",
    "Aborted.": "Đã dừng.",
}


def speak_vietnamese() -> None:
    """Answer for those words, before the library binds gettext's function to its own name; every other word passes through."""
    before = gettext.gettext
    gettext.gettext = lambda message: WORDS.get(message) or before(message)
