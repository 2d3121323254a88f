"""A number taken apart, and put together again as the norm writes it."""

from dataclasses import dataclass
from enum import StrEnum

from gandan.core.text import fold


class Form(StrEnum):
    """Whose way of writing: the State sets "/" before the kind ("05/BC-UBND"), the Party "-" ("05-BC/TU")."""

    STATE = "state"
    PARTY = "party"
    OTHER = "other"


@dataclass(frozen=True)
class Number:
    """`serial` without leading zeros ("5", "12a"); `code` the kind's abbreviation, "" where the number has none (laws, letters, bare
    digits).

    `issuer` is what stands last: "UBND", "TTg", "QH15", "BDVTU-BCSĐUBND"; "" for bare digits. `year` only where the number itself holds it.
    """

    serial: str
    code: str = ""
    issuer: str = ""
    year: int | None = None
    form: Form = Form.OTHER

    @property
    def text(self) -> str:
        """As the norm writes it: at least two digits, no spaces. Of bare digits the kind is not part of the number."""
        digits = self.serial.rstrip("abcdeđ")
        serial = digits.zfill(2) + self.serial[len(digits) :]
        if self.form is Form.PARTY:
            return f"{serial}-{self.code}/{self.issuer}" if self.code else f"{serial}/{self.issuer}"
        parts = [serial, str(self.year) if self.year else "", "-".join(p for p in (self.code, self.issuer) if p) if self.issuer else ""]
        return "/".join(p for p in parts if p)

    @property
    def key(self) -> str:
        """Equal for two spellings of one number, and for no others: parts in one order, small letters, accents kept."""
        return "-".join(p for p in (self.serial, str(self.year or ""), self.code, self.issuer) if p).lower()

    @property
    def plain(self) -> str:
        """The same without accents: what somebody types on a phone."""
        return fold(self.key)

    @property
    def is_bare(self) -> bool:
        """Only digits: which document it is must be told by its kind and issuer."""
        return not self.issuer
