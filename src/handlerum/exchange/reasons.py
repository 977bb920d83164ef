"""Why a file could not be read, in words."""

from django.utils.translation import gettext as _

from handlerum.exchange.readers import MAX_BYTES, Reason


def in_words(reason: Reason) -> str:
    """The reason as a sentence to the person who chose the file."""
    return {
        Reason.empty: _("Filen er tom."),
        Reason.too_large: _("Filen er for stor: højst %(mb)s MB.") % {"mb": MAX_BYTES // 2**20},
        Reason.unknown_type: _(
            "Den slags fil kan ikke læses her. Brug PDF, DOCX, TXT, MD eller HTML."
        ),
        Reason.mistyped: _("Filen er noget andet, end dens navn siger. Gem den igen, og prøv så."),
        Reason.corrupt: _("Filen er beskadiget og kan ikke læses. Prøv at gemme den igen."),
        Reason.encrypted: _("Filen er låst med adgangskode. Gem en kopi uden, og prøv igen."),
        Reason.no_text: _(
            "Filen har ingen tekst, kun billeder. Er den skannet, så skriv eller indsæt teksten."
        ),
        Reason.bomb: _("Filen fylder alt for meget, når den pakkes ud. Derfor er den ikke læst."),
        Reason.too_slow: _("Det tog for lang tid at læse filen. Indsæt teksten i stedet."),
        Reason.too_much_memory: _("Filen kræver for meget at læse. Indsæt teksten i stedet."),
        Reason.binary: _("Filen er ikke tekst. Gem den som ren tekst, og prøv igen."),
    }[reason]
