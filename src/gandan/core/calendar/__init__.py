"""Working days of Vietnam: the package `holidays` as first filling, decrees as rows on top."""
