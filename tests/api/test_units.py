"""Units over REST, on the real shipped places."""

import pytest

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_country")]


def every(client, address):
    rows, cursor = [], ""
    while True:
        body = client.get(f"{address}&limit=200{cursor}").json()
        rows += body["items"]
        if body["next"] is None:
            return rows
        cursor = f"&cursor={body['next']}"


def test_the_whole_country_comes_page_by_page(client):
    communes = every(client, "/api/v1/units?level=commune&on=2026-11-23")
    assert len(communes) == 3321
    assert len({c["id"] for c in communes}) == 3321
    assert len(every(client, "/api/v1/units?level=province&on=2025-06-30")) == 63


def test_an_old_ward_is_found_and_led_to_today(client):
    hit = client.get("/api/v1/units/find?q=phuong xuan khanh, ninh kieu").json()["items"][0]
    assert hit["name"] == "Phường Xuân Khánh"
    assert hit["valid_to"] == "2025-06-30"
    assert hit["valid_from"] is None
    became = client.get(f"/api/v1/units/{hit['code']}/became?on=2025-06-30").json()
    assert [(p["name"], p["share"]) for p in became["items"]] == [("Phường Ninh Kiều", "1")]


def test_children_and_province(client):
    unit = client.get("/api/v1/units/92").json()
    assert unit["name"] == "Thành phố Cần Thơ"
    children = client.get("/api/v1/units/92/children").json()["items"]
    assert {c["province"] for c in children} == {"Thành phố Cần Thơ"}


def test_an_unknown_code_is_a_problem(client):
    answer = client.get("/api/v1/units/99999")
    assert answer.status_code == 404
    assert answer["Content-Type"] == "application/problem+json"


def test_queries_do_not_grow_with_the_page(client, django_assert_max_num_queries):
    client.get("/api/v1/units?limit=1")  # reads the tree into this process
    for limit in (1, 30):
        with django_assert_max_num_queries(1):
            client.get(f"/api/v1/units?limit={limit}&level=commune")
