"""Numbers and addresses that lead to a person: telephones, papers, accounts, plates, days of birth, houses, mail."""

import re

from gandan.ingest.letters import UPPER

PHONE = "[số điện thoại đã che]"
PAPER = "[số giấy tờ đã che]"
ACCOUNT = "[số tài khoản đã che]"
MAIL = "[thư điện tử đã che]"
HOUSE = "[số nhà đã che]"
PLATE = "[biển số đã che]"
BORN = "[ngày sinh đã che]"
PAGE = "[trang cá nhân đã che]"

_PHONE = re.compile(r"(?<![\d.,/-])(?:\(\s*(?:0\d{1,3}|\+?84)\s*\)|\+?84|0)(?:[ .-]?\d){7,10}(?![\d/-])")
_OFFICIAL = re.compile(
    r"(?i)(?:đường dây nóng|tổng đài|hotline|trực ban|số máy của (?:ubnd|ủy ban|công an)|điện thoại (?:cơ quan|văn phòng))[^.;]{0,60}$"
)
_PAPERS = re.compile(
    r"(?i)((?:cccd|cmnd|cmt|cmtnd|căn cước(?: công dân)?|chứng minh (?:nhân dân|thư)(?: nhân dân)?|(?:mã |số )?định danh(?: cá nhân)?"
    r"|hộ chiếu|sổ hộ khẩu|bảo hiểm (?:xã hội|y tế)|bhyt|bhxh|mã số thuế)(?:\s+(?:số|mã số|là))*\s*[:.]?\s*)([a-z]{0,2}\d[\d .]{5,16}\d)"
)
_BARE_PAPER = re.compile(r"(?<![\d.,/-])0\d{11}(?![\d/-])")
_BANK = (
    r"ngân hàng|agribank|vietcombank|vietinbank|bidv|sacombank|techcombank|mb ?bank|vpbank|acb|hdbank|tpbank|lpbank|lienvietpostbank"
    r"|kienlongbank|vib|shb|scb|ocb|msb|seabank|nhcsxh"
)
_ACCOUNT = re.compile(rf"(?i)((?<!\w)(?:số )?(?:tài khoản|stk|tk|{_BANK})(?:\s+(?:số|ngân hàng|cá nhân))*\s*[:.]?\s*)(\d[\d .-]{{6,22}}\d)")
_AT_A_BANK = re.compile(rf"(?i)(?<![\d.,/-])\d{{8,18}}(?=,?\s+(?:(?:tại|ở|của)\s+)?(?:{_BANK})(?!\w))")
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_PAGE = re.compile(r"(?i)(?:https?://)?(?:www\.|m\.)?(?:facebook\.com|fb\.com|fb\.me|zalo\.me|tiktok\.com)/[^\s,;)]+")
_PLATE = re.compile(rf"(?<![\w/.-])\d{{2}}\s?-?[{UPPER}]{{1,2}}\d?\s?[-–. ]\s?\d{{2,3}}[. ]?\d{{2,3}}(?![\w/])")
_BORN = re.compile(
    r"(?i)((?:sinh|sn)(?:\s+(?:ngày|năm|tháng))*\s*:?\s*)(\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?(?:19|20)\d\d|(?:\d{1,2}\s?[-/.]\s?)?(?:19|20)\d\d)(?!\d)"
)
_NUMBER = r"\d+[a-z]?(?:/\d+[a-z]?)*(?:[ ]?bis)?(?![\w/])"
_HOUSE = re.compile(
    rf"(?i)((?:số nhà|nhà số|căn hộ(?: số)?|địa chỉ\s*:?\s*số)\s*:?\s*)(\d[\w/-]*)"
    rf"|(?<!trụ sở )(?<!cơ quan )(\bsố\s+)(\d+[\w/-]*)(?=,?\s+(?:đường|hẻm|ngõ|ngách|phố|kiệt|tổ)\s+(?-i:[{UPPER}\d]))"
    rf"|(\b(?:căn nhà|nhà|ngụ|trú|thường trú|tạm trú|địa chỉ)(?:\s+(?:ở|tại))?\s*:?\s+số\s+)({_NUMBER})"
    rf"|((?:(?<!\w)(?:căn nhà|nhà|ngụ|trú|ở|địa chỉ)(?:\s+(?:ở|tại))?)\s*:?\s+)(\d+[a-z]?(?:/\d+[a-z]?)+(?![\w/%]))"
    r"(?!\s+(?:hộ|người|xã|ấp|khóm|tổ|phường)\b)"
)
_ON_A_ROAD = re.compile(r"(?<![\w/.,-])(?<!trụ sở )\d+[A-Za-z]?(?:/\d+[A-Za-z]?)+(?=,?\s+(?:đường|hẻm|ngõ|ngách|phố|kiệt)\s)")


def covered(text: str) -> str:
    """The text without them. What an office gives out as its own number stays."""
    text = _MAIL.sub(MAIL, _PAGE.sub(PAGE, text))
    text = _PAPERS.sub(rf"\1{PAPER}", text)
    text = _ACCOUNT.sub(rf"\1{ACCOUNT}", text)
    text = _AT_A_BANK.sub(ACCOUNT, text)
    text = _BARE_PAPER.sub(PAPER, text)
    text = _PLATE.sub(PLATE, text)
    text = _PHONE.sub(lambda found: found[0] if _OFFICIAL.search(text, 0, found.start()) else PHONE, text)
    text = _BORN.sub(rf"\1{BORN}", text)
    text = _HOUSE.sub(lambda found: (found[1] or found[3] or found[5] or found[7]) + HOUSE, text)
    return _ON_A_ROAD.sub(HOUSE, text)
