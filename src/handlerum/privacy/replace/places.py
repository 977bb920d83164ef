"""A part of the country instead of a town. Pure."""

from handlerum.privacy.geography import is_country, region_of


def wider(words: str) -> str:
    """ "Hobro" -> "en by i Nordjylland", "Syrien" -> "et andet land", unknown -> "en by"."""
    if is_country(words):
        return "et andet land"
    region = region_of(words)
    if region is None:
        return "en by"
    if region == "Bornholm":
        return "en by på Bornholm"
    return f"en by i {region}" if region != "Fyn og øerne" else "en by på Fyn og øerne"
