"""Texts to measure reading on: the project's samples, and the articles beside the checkout where they are."""

from pathlib import Path

import gandan

ROOT = Path(gandan.__file__).resolve().parents[2]
ENDINGS = (".txt", ".html", ".docx", ".pdf")


def folders(texts: str = "") -> list[Path]:
    """The folder asked for; else the samples and, beside the checkout, the shared articles."""
    if texts:
        return [Path(texts)]
    return [folder for folder in (ROOT / "samples" / "reading", ROOT.parent / "shared" / "articles") if folder.is_dir()]


def files(folder: Path) -> list[Path]:
    """Every readable text in a folder, by name."""
    return sorted(path for path in folder.iterdir() if path.suffix in ENDINGS)


def with_gold(folder: Path) -> list[tuple[Path, Path]]:
    """Texts that have hand-made records beside them, in `gold/`."""
    pairs = ((path, folder / "gold" / f"{path.stem}.json") for path in files(folder))
    return [(path, gold) for path, gold in pairs if gold.is_file()]
