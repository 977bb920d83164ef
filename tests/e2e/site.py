"""A site with something on every page."""

from dataclasses import dataclass

from cast import Cast, drafted, person, report, shared, telling
from dilemmas.making import asked, choice, made, safety, side_ids, trust, with_options
from handlerum.dilemmas import services as dilemmas
from handlerum.dilemmas.models import Consideration, Dilemma, Option, Side
from handlerum.dilemmas.telling import FalseTestTelling
from handlerum.knowledge.access import visible
from handlerum.knowledge.models import Contribution
from handlerum.knowledge.services import contribute, edit, link, withdraw
from handlerum.knowledge.terms import Form
from handlerum.legislation.models import Subsection
from handlerum.legislation.services import store
from handlerum.organisations.access import reader_of
from handlerum.organisations.models import Membership
from handlerum.organisations.services import add_member, change_member, found_organisation, invite
from handlerum.organisations.terms import Role
from handlerum.reflection import services as sessions
from handlerum.reflection.models import Entry, Session, Variant
from handlerum.search.answer_services import respond
from handlerum.search.law import catch_up_law
from handlerum.search.services import catch_up
from insight.telling import year_of_all
from legislation.acts import newer, stored
from practice.agreed import full_practice
from practice.trying import trials_of_all
from reflection.sessions.making import at_step, joined, running, wrote

LONG_WORD = "Beskæftigelsesindsatslovgivningskonsekvensvurdering"
SITUATION = "Vi mødtes på bænken ved kanalen"
LAW = "Efter LAB § 36 kan vi tilbyde en mentor, men samtidig vil hun helst selv."
ANSWERS = {"side_wrong": "no", "in_turn": "unsure", "fact_missing": "yes", "third_way": "yes"}


class Named(str):
    """The name of something on the site."""


ROW, DRAFT, TOKEN, BO, GITTE, ANSWER = map(Named, "row draft token bo gitte answer".split())
BOARD, QUIET, SIDE, LAST_SIDE = map(Named, "board quiet side last_side".split())
MEETING, ENDED, PIECE, WAY_IN = map(Named, "meeting ended piece way_in".split())
VARIANT = Named("variant")
CONSIDERATION, OPTION, LEFT = map(Named, "consideration option left".split())


@dataclass
class Site:
    """What there is to look at."""

    cast: Cast
    row: Contribution
    draft: Contribution
    token: str
    answer: int
    board: Dilemma
    quiet: Dilemma
    meeting: Session
    ended: Session
    way_in: str

    @property
    def bo(self) -> Membership:
        """A colleague."""
        return self.cast.bo

    @property
    def gitte(self) -> Membership:
        """The administrator."""
        return self.cast.gitte

    @property
    def left(self) -> Dilemma:
        """A dilemma whose owner has stopped."""
        return Dilemma.objects.get(owner__name="Helle")

    @property
    def side(self) -> Side:
        """A side that may be taken off."""
        return self.board.sides.all()[0]

    @property
    def last_side(self) -> Side:
        """One of two sides, so that it must stay."""
        return self.quiet.sides.all()[0]

    @property
    def consideration(self) -> Consideration:
        """What stands at that side."""
        return self.side.consideration

    @property
    def option(self) -> Option:
        """Something that could be done."""
        return self.board.options.all()[0]

    @property
    def piece(self) -> Entry:
        """Something that was said, and may be shared."""
        return Entry.objects.get(session=self.ended)

    @property
    def variant(self) -> Variant:
        """A method that was made one's own."""
        return Variant.objects.get()

    @property
    def reading(self) -> int:
        """The number of a provision in force."""
        found = Subsection.objects.filter(section__number="36", section__edition__in_force_to=None)
        return found.earliest("number").id


def make_site(cast: Cast) -> Site:
    """Something on every page: every form, outcome, link, state and version."""
    anna, bo = cast.reader("anna"), cast.reader("bo")
    row = shared(cast, "anna", context="Efter tre samtaler", topics=("fremmøde", LONG_WORD.lower()))
    changed = telling(text=f"Vi mødtes på bænken ved kanalen. {LONG_WORD}.", outcome="mixed")
    edit(anna, row.id, changed, version=1, note="Skrevet klarere.")
    for form in (Form.STATISTICS, Form.RESEARCH, Form.NARRATIVE):
        other = contribute(bo, report(form=form.value, title=f"Bænken ved kanalen, {LONG_WORD}"))
        link(bo, other.id, row.id, "nuances" if form == Form.RESEARCH else "supports")
        link(anna, row.id, other.id, "challenges")
    for outcome in ("succeeded", "failed", "unknown"):
        shared(cast, "bo", outcome=outcome, title=f"Endnu et møde på bænken ({outcome})")
    shared(cast, "anna", title="Til teamet om bænken", audience="team")
    withdraw(anna, shared(cast, "anna", title="Taget tilbage").id)
    stored()
    store(newer())
    catch_up_law()
    shared(cast, "bo", title="Mentor på bænken", text=LAW)
    board, quiet = _weighed(cast, row), made(cast, question=f"Et stille dilemma om {LONG_WORD}?")
    _left_behind(cast)
    draft = drafted(cast, "anna", title="En kladde")
    drafted(cast, "anna", title="")
    example = found_organisation(slug="proeve", name="Prøvekommunen", is_example=True)
    add_member(example, person("karla"), Role.LEADER)
    add_member(cast.away, cast.anna.user, Role.CONSULTANT)
    invite(cast.reader("gitte"), Role.KEY_PERSON, cast.youth)
    token = invite(cast.reader("dorte"), Role.PRACTITIONER, cast.youth)
    catch_up()
    answer = respond(cast.reader("gitte"), SITUATION).number or 0
    meeting, ended, way_in = _sessions(cast)
    year_of_all(cast, row)
    full_practice(cast, row, board, LONG_WORD)
    trials_of_all(cast, board.options.all()[0], LONG_WORD)
    return Site(cast, row, draft, token, answer, board, quiet, meeting, ended, way_in)


def _sessions(cast: Cast) -> tuple[Session, Session, str]:
    """A session that goes on, one that is closed, and a link into the first."""
    dorte, bo = cast.reader("dorte"), cast.reader("bo")
    meeting, ended = (at_step(cast, running(cast), 1) for _ in range(2))
    for session in (meeting, ended):
        joined(cast, session, "bo")
    for number in range(3):
        wrote(bo, meeting, f"k{number}", text=f"Et kort om {LONG_WORD}")
    group = sessions.make_group(dorte, meeting.id, "cards", "Tid")
    card = Entry.objects.filter(session=meeting)[0]
    sessions.move_card(dorte, meeting.id, card.id, group.id)
    way_in = sessions.invite(dorte, meeting.id)
    sessions.save_variant(dorte, meeting.id, f"Vores egen {LONG_WORD}")
    sessions.lay_out(dorte, meeting.id, shared(cast, "anna", title=f"Lagt frem: {LONG_WORD}").id)
    said = wrote(bo, ended, "k1")
    sessions.close(dorte, ended.id)
    sessions.agree(bo, ended.id, said.id)
    return meeting, ended, way_in


def _left_behind(cast: Cast) -> None:
    """A dilemma by somebody who then stopped."""
    helle = add_member(cast.home, person("helle"), Role.PRACTITIONER)
    dilemmas.make(reader_of(helle), asked(), [trust(), safety()])
    change_member(cast.reader("gitte"), helle.id, role=Role.PRACTITIONER, teams=[], is_active=False)


def _weighed(cast: Cast, row: Contribution) -> Dilemma:
    """A dilemma with everything that can stand on its board."""
    anna, bo = cast.reader("anna"), cast.reader("bo")
    board = made(cast, question=f"Skal vi sige {LONG_WORD} til arbejdsgiveren?", text=LAW)
    dilemmas.add_consideration(bo, board.id, trust(name=LONG_WORD, bearer="law", at_stake=LAW))
    hidden = shared(cast, "anna", title="Kun for Annas øjne", audience="me")
    first, second, _third = side_ids(board)
    dilemmas.weigh(anna, first, row.id, "supports")
    dilemmas.weigh(anna, first, hidden.id, "challenges")
    others = visible(bo).exclude(id=row.id)
    for stance, other in zip(("challenges", "nuances"), others[:2], strict=True):
        dilemmas.weigh(bo, second, other.id, stance)
    options = [*with_options(cast, board), *with_options(cast, board, 1, "bo")]
    dilemmas.tell_consequence(bo, options[0].id, "citizen", f"Hun ved det. {LONG_WORD}.")
    dilemmas.test_false(anna, board.id, FalseTestTelling(ANSWERS, LAW, "real"))
    for option in options[:2]:
        dilemmas.choose(anna, board.id, choice(board, option))
    dilemmas.follow(anna, board.id)
    dilemmas.add_option(bo, board.id, "Vi venter en uge.")
    return board
