"""Regions: provinces, regencies and cities with their codes, and what a written name means."""

import csv
from dataclasses import dataclass
from functools import cache

from resources import FOLDER


@dataclass(frozen=True, order=True, slots=True)
class Region:
    """A province ("62") or a regency or city ("62.01"), by its Kemendagri code."""

    code: str
    name: str
    """Without its kind: "Kapuas", "Palangka Raya", "Kalimantan Tengah"."""
    kind: str
    """"provinsi", "kabupaten" or "kota"."""
    bps: str = ""
    """The code of BPS where it is known, without a dot; it differs from ours more often than not."""

    @property
    def province(self) -> str:
        """The code of the province that the region is or lies in."""
        return self.code[:2]

    @property
    def full_name(self) -> str:
        """The name as documents write it: "Kabupaten Kapuas", "Kota Palangka Raya"."""
        return f"{self.kind.capitalize()} {self.name}"


@cache
def regions() -> dict[str, Region]:
    """Return all 38 provinces and 514 regencies and cities by code, in the order of the codes."""
    with (FOLDER / "regions.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: Region(**row) for row in csv.DictReader(file)}


def region_name(code: str) -> str:
    """Return the name of a region, or the code itself where it is none of ours."""
    found = regions().get(code)
    return found.name if found else code


@cache
def regencies(province: str) -> tuple[Region, ...]:
    """Return the regencies and cities of a province in the order of their codes."""
    return tuple(
        found for found in regions().values() if found.province == province and found.code != province
    )


@cache
def provinces() -> tuple[Region, ...]:
    """Return the 38 provinces in the order of their codes."""
    return tuple(found for found in regions().values() if found.kind == "provinsi")
