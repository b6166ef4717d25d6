"""Whether this machine has a font with Chinese characters, and which."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from xuequ.pictures.style import FONTS

#: Where fonts lie on Linux, macOS and Windows, for machines without fontconfig's programs.
FOLDERS = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path.home() / ".local/share/fonts",
    Path.home() / ".fonts",
    Path("/System/Library/Fonts"),
    Path("/Library/Fonts"),
    Path("C:/Windows/Fonts"),
)

#: How the files of known Chinese families begin, in lower case.
FILES: Mapping[str, str] = {
    "notosanscjk": "Noto Sans CJK SC",
    "notosanssc": "Noto Sans SC",
    "sourcehansanssc": "Source Han Sans SC",
    "sourcehansanscn": "Source Han Sans CN",
    "sourcehansans": "Source Han Sans SC",
    "pingfang": "PingFang SC",
    "hiragino sans gb": "Hiragino Sans GB",
    "msyh": "Microsoft YaHei",
    "wqy-microhei": "WenQuanYi Micro Hei",
    "wqy-zenhei": "WenQuanYi Zen Hei",
    "simhei": "SimHei",
    "stheiti": "Heiti SC",
    "fandolhei": "FandolHei",
    "droidsansfallback": "Droid Sans Fallback",
    "notoserifcjk": "Noto Serif CJK SC",
    "simsun": "SimSun",
    "uming": "AR PL UMing CN",
    "ukai": "AR PL UKai CN",
}


@cache
def chinese_font() -> str | None:
    """The family name of the best Chinese font there is, or nothing."""
    return best(known_to_fontconfig() | lying_in(FOLDERS))


def best(families: frozenset[str]) -> str | None:
    """The most preferred of some families, the first by name where none is known to us."""
    return next((family for family in FONTS if family in families), min(families, default=None))


def known_to_fontconfig() -> frozenset[str]:
    """Families that fontconfig says cover Chinese; none where its program is not installed."""
    try:
        listed = subprocess.run(
            ("fc-list", ":lang=zh-cn", "family"), capture_output=True, timeout=60, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return frozenset()
    lines = listed.stdout.decode(errors="replace").splitlines()
    return frozenset(name.strip() for line in lines for name in line.split(",") if name.strip())


def lying_in(folders: Iterable[Path]) -> frozenset[str]:
    """Families whose files lie in some folders or below them."""
    names = {
        path.name.lower()
        for folder in folders
        for path in folder.rglob("*")
        if path.suffix.lower() in {".ttf", ".ttc", ".otf", ".otc"}
    }
    return frozenset(
        family for start, family in FILES.items() if any(name.startswith(start) for name in names)
    )
