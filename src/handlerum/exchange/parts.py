"""Cut a long text into parts that each fit in one contribution. Pure."""


def parts(text: str, most: int) -> list[str]:
    """Cut between paragraphs where possible, else between words; nothing is lost but white space.

    Args:
        most: most characters in one part.
    """
    found = []
    while len(text) > most:
        cut = next(
            (at for sign in ("\n\n", "\n", " ") if (at := text.rfind(sign, 0, most)) > 0), most
        )
        found.append(text[:cut].strip())
        text = text[cut:].lstrip()
    return [part for part in [*found, text.strip()] if part]
