"""Open311 GeoReport v2, so that apps and neighbouring systems send and read opinions by a standard. Start reading in urls of the parent
(`open311_urls.py`), then requests.py. What is shown of a case that is not published, and why, stands in shown.py."""
