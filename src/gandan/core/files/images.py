"""Images are decoded and made anew, so that position, camera, comments and whatever hides behind the pixels do not get in."""

import io
import warnings

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from gandan.core.files.enums import FileKind

PIXELS = 40_000_000  # more than any telephone's camera makes; 160 MB in memory
SIDE = 4096  # longer sides are scaled down: enough for print, half the disk
FORMATS = {FileKind.JPEG: "JPEG", FileKind.PNG: "PNG", FileKind.WEBP: "WEBP"}


class TooManyPixels(ValueError):
    """A small file that would fill the memory."""


class Broken(ValueError):
    """It begins like an image and is none."""


def remade(raw: bytes, kind: FileKind) -> bytes:
    """The same picture, upright, in sRGB, without any metadata. Raises TooManyPixels or Broken."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(raw), formats=[FORMATS[kind]]) as image:
                if image.width * image.height > PIXELS:
                    raise TooManyPixels
                image.load()
                return _saved(_plain(image), kind)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
        raise TooManyPixels from bomb
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as broken:
        if isinstance(broken, TooManyPixels):
            raise
        raise Broken from broken


def _plain(image: Image.Image) -> Image.Image:
    profile = image.info.get("icc_profile")
    upright = ImageOps.exif_transpose(image)
    mode = "RGBA" if upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info else "RGB"
    if profile and upright.mode in ("RGB", "RGBA"):
        try:
            colours = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            turned = ImageCms.profileToProfile(upright, colours, ImageCms.createProfile("sRGB"), outputMode=upright.mode)
            upright = turned or upright
        except (ImageCms.PyCMSError, OSError):
            pass  # a damaged colour profile costs a shade, not the photograph
    upright = upright.convert(mode)
    upright.thumbnail((SIDE, SIDE))
    fresh = Image.new(mode, upright.size)
    fresh.paste(upright)
    return fresh


def _saved(image: Image.Image, kind: FileKind) -> bytes:
    out = io.BytesIO()
    if kind is FileKind.JPEG:
        image.convert("RGB").save(out, "JPEG", quality=88, optimize=True)
    elif kind is FileKind.WEBP:
        image.save(out, "WEBP", quality=88)
    else:
        image.save(out, "PNG", optimize=True)
    return out.getvalue()
