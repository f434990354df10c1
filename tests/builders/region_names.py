"""Names of regions as offices write them, and what is made of one, for tests of matching."""

from model.region_names import match_region
from model.regions import Region


def found(text: object, province: str = "62") -> tuple[str, str | None]:
    """Return what a text comes to for an office of *province*: its status and the code of its region."""
    match = match_region(text, province)
    return match.status.value, match.region.code if match.region else None


def name_of(region: Region) -> str:
    """Return the name of a regency or city with its kind as offices shorten it."""
    return f"{'Kab.' if region.kind == 'kabupaten' else 'Kota'} {region.name}"
