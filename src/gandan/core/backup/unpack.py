"""Reads an archive into a folder and checks every byte of it before anything is touched."""

import shutil
import tarfile
from pathlib import Path

from pydantic import ValidationError

from gandan.core.backup.manifest import FORMAT, NAME, Manifest, member
from gandan.core.engine.faults import EngineFault

DAMAGED = "Bản sao lưu hỏng hoặc không phải của gandan: {}. Chưa có gì bị thay đổi; xin dùng bản sao khác."


def unpack(archive: Path, folder: Path) -> Manifest:
    """Everything into `folder`, compared with the manifest: nothing missing, nothing more, nothing changed."""
    if not archive.is_file():
        raise EngineFault(f"Không thấy tệp {archive}.")
    try:
        with tarfile.open(archive) as tar:
            tar.extractall(folder, filter="data")
    except (tarfile.TarError, EOFError):
        raise EngineFault(DAMAGED.format("tệp bị cắt ngắn, bị sửa, hoặc không phải tệp tar")) from None
    except OSError as error:
        raise EngineFault(f"Không mở được bản sao lưu: {error.strerror}. Xin kiểm tra quyền và dung lượng ổ đĩa.") from None
    manifest = _manifest(folder / NAME)
    there = {f.relative_to(folder).as_posix(): f for f in folder.rglob("*") if (f.is_file() and f.name != NAME) or f.is_symlink()}
    if there.keys() != manifest.members.keys():
        raise EngineFault(DAMAGED.format(f"khác danh sách ở {min(there.keys() ^ manifest.members.keys())}"))
    for name, told in manifest.members.items():
        if member(there[name]) != told:
            raise EngineFault(DAMAGED.format(f"nội dung {name} đã đổi"))
    return manifest


def _manifest(file: Path) -> Manifest:
    try:
        manifest = Manifest.model_validate_json(file.read_bytes())
    except (OSError, ValidationError):
        raise EngineFault(DAMAGED.format(f"không có {NAME}")) from None
    if manifest.format > FORMAT:
        raise EngineFault(f"Bản sao lưu do gandan {manifest.gandan} làm ra, mới hơn bản đang cài; xin nâng cấp gandan trước.")
    return manifest


def stage_files(folder: Path, home: Path) -> Path:
    """Lay the files of the archive beside the place they go to: a full disk shows itself before anything is replaced."""
    new = home.with_name(home.name + ".new")
    shutil.rmtree(new, ignore_errors=True)
    source = folder / "files"
    try:
        if source.is_dir():
            shutil.copytree(source, new)
        else:
            new.mkdir(parents=True)
    except (OSError, shutil.Error):
        shutil.rmtree(new, ignore_errors=True)
        raise EngineFault(f"Không ghi được tệp vào {home.parent}; xin kiểm tra quyền và ổ đĩa. Dữ liệu cũ còn nguyên.") from None
    return new


def put_files(new: Path, home: Path) -> None:
    """Two renames; the old files leave only after the new ones stand."""
    old = home.with_name(home.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    if home.exists():
        home.rename(old)
    new.rename(home)
    shutil.rmtree(old, ignore_errors=True)
