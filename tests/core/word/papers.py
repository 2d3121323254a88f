"""A decision in each form, with a list long enough to run over pages."""

from datetime import date

from gandan.core.word import Column, Form, Letterhead, Listing, Paper, Recipients, Signature

DAY = date(2026, 2, 5)
ROWS = [
    (str(n), f"Dân vận khéo trong vận động nhân dân khu phố {n} hiến đất mở rộng hẻm, chỉnh trang đô thị", f"Khu phố {n}", "87,50", "Tốt")
    for n in range(1, 41)
]


def decision(form: Form, *, on: date = date(2026, 11, 23), rows=ROWS) -> Paper:
    party = form is Form.PARTY
    paper = Paper(form, on=on, title="Quyết định 05")
    paper.letterhead(
        Letterhead(
            above="Đảng bộ thành phố Cần Thơ" if party else "",
            issuer="Đảng ủy phường Ninh Kiều" if party else "Ủy ban nhân dân phường Ninh Kiều",
            place="Ninh Kiều",
            day=DAY,
            number="05-QĐ/ĐU" if party else "05/QĐ-UBND",
        )
    )
    paper.title("Quyết định", "Về việc công nhận mô hình Dân vận khéo năm 2026")
    paper.authority("Ban Thường vụ Đảng ủy" if party else "Chủ tịch Ủy ban nhân dân phường Ninh Kiều")
    paper.grounds(["Căn cứ kết quả chấm điểm của Hội đồng xét mô hình", "Căn cứ kết quả niêm yết"], proposal="Xét đề nghị của Ban Dân vận")
    paper.word("QUYẾT ĐỊNH:")
    paper.articles(
        ["Công nhận 40 mô hình có tên trong danh sách kèm theo.", "Các đơn vị có tên tại Điều 1 chịu trách nhiệm thi hành quyết định này"]
    )
    paper.signature(
        Signature(post="Bí thư" if party else "Chủ tịch", name="Võ Minh Tâm", behalf="T/M Ban Thường vụ" if party else ""),
        Recipients(["Như Điều 2", "Ủy ban MTTQ Việt Nam phường"], kept="Văn phòng Đảng ủy" if party else "VT"),
    )
    paper.annexe("Danh sách mô hình được công nhận", "(Kèm theo Quyết định số 05, ngày 05/02/2026)")
    columns = [
        Column("TT", 1, "center"),
        Column("Tên mô hình", 6),
        Column("Địa chỉ", 3),
        Column("Điểm", 1.4, "right"),
        Column("Xếp loại", 2, "center"),
    ]
    paper.table(Listing(columns, rows, title="I. Mô hình"))
    return paper
