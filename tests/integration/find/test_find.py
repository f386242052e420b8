"""Finding on both stores: in step with what is written, inside one group, accents and case ignored."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from db.models import FindEntry, Group, Proposal
from db.session import reading, unit_of_work
from tests.integration.fiches.world import World, entry
from workspace.comments import service as comments
from workspace.decisions.words import Kind, Method
from workspace.exchange import service as exchange
from workspace.exchange.words import Upload
from workspace.fiches import service as fiches
from workspace.fiches import store
from workspace.fiches.words import FicheDraft
from workspace.find import service
from workspace.find.words import Findings, FindKind, Piece
from workspace.kernel.actor import ANONYMOUS
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotAllowed, NotFound
from workspace.livetext import store as livetext
from workspace.livetext.words import Block, Run
from workspace.members import service as members
from workspace.members.words import StructureDraft
from workspace.specification import service as specification


def titles(found: Findings) -> list[str]:
    return ["".join(piece.text for piece in hit.title) for hit in found.hits]


def hits(pieces: tuple[Piece, ...]) -> list[str]:
    return [piece.text for piece in pieces if piece.is_hit]


def test_words_of_titles_taglines_and_texts_are_found_as_they_change(world: World) -> None:
    partner = world.people["partner"]
    fiche_id = fiches.create_fiche(partner, FicheDraft(title="De l’idée à l’essai", accroche="Œuvrer ensemble"))
    assert titles(service.find(partner, "IDEE")) == ["De l’idée à l’essai"]
    assert hits(service.find(partner, "oeuv").hits[0].excerpt) == ["Œuvrer"]
    exchange.import_text(partner, fiche_id, Upload(name="", data="La coopérative d’activité accueille.".encode()))
    found = service.find(partner, "cooperative idee")  # one word in the text, one in the title
    assert (found.total, found.hits[0].part, found.hits[0].object_id) == (1, "level1", fiche_id)
    assert hits(found.hits[0].excerpt) == ["coopérative"]
    view = fiches.view_fiche(partner, fiche_id)
    fiches.change_fiche(partner, fiche_id, FicheDraft(title="Premiers pas", version=view.draft.version))
    assert not service.find(partner, "essai").hits
    assert titles(service.find(partner, "cooperative pas")) == ["Premiers pas"]
    fiches.archive_fiche(partner, fiche_id)
    assert not service.find(partner, "cooperative").hits
    fiches.restore_fiche(partner, fiche_id)
    assert titles(service.find(partner, "cooperative")) == ["Premiers pas"]


def test_questions_and_structures_are_found_and_kinds_filter(world: World) -> None:
    chief = world.people["facilitator"]
    fiches.save_trame(chief, [entry("Qui finance ma création ?")], fiches.view_trame(chief).stamp)
    draft = StructureDraft(name="Finances solidaires", presentation="Un prêt d’honneur", sites=("Martigues",))
    structure_id = members.create_structure(chief, draft)
    assert {hit.kind for hit in service.find(chief, "finance").hits} == {FindKind.QUESTION, FindKind.STRUCTURE}
    (only,) = service.find(chief, "finance", [FindKind.QUESTION]).hits
    assert only.kind is FindKind.QUESTION
    (place,) = service.find(chief, "martig").hits
    assert (place.object_id, place.part) == (structure_id, "sites")
    fiches.save_trame(chief, [], fiches.view_trame(chief).stamp)
    members.leave_structure(chief, structure_id)
    assert not service.find(chief, "finance").hits


def test_last_word_goes_on_only_while_it_is_typed(world: World) -> None:
    partner = world.people["partner"]
    fiches.create_fiche(partner, FicheDraft(title="Créations"))
    assert service.find(partner, "creation").hits
    assert not service.find(partner, "creation ").hits
    assert not service.find(partner, "creat tions").hits


def test_each_group_finds_its_own(world: World) -> None:
    partner, stranger = world.people["partner"], world.people["stranger"]
    fiches.create_fiche(partner, FicheDraft(title="Secret de famille"))
    assert service.find(partner, "secret").hits
    assert not service.find(stranger, "secret").hits
    assert titles(service.find(stranger, "ailleurs")) == ["Ailleurs", "Ailleurs"]
    assert not service.find(stranger, world.group_id.hex).hits
    assert not service.find(stranger, f"g{world.group_id.hex}").hits
    with pytest.raises(NotAllowed):
        service.find(ANONYMOUS, "secret")


@pytest.mark.parametrize(
    "asked",
    [
        "",
        "   ",
        "'",
        '"',
        "* OR 1",
        "a:*|b",
        "NEAR(a b)",
        "(((",
        "folded_title : x",
        "\x00",
        "!!",
        "é" * 500,
        "-",
        "^zz",
    ],
)
def test_no_sign_of_a_query_language_breaks_it(world: World, asked: str) -> None:
    assert service.find(world.people["partner"], asked).total == 0


def test_common_words_look_at_titles_first(world: World) -> None:
    partner = world.people["partner"]
    with unit_of_work() as session:
        for number in range(130):
            draft = FicheDraft(title=f"Fiche {number}", accroche="Le parcours commun")
            store.add_fiche(session, group_id=world.group_id, draft=draft, created_by=partner.person_id)
        late = FicheDraft(title="Parcours commun", accroche="x")
        store.add_fiche(session, group_id=world.group_id, draft=late, created_by=partner.person_id)
    found = service.find(partner, "parcours commun")
    assert found.is_cut
    assert titles(found)[0] == "Parcours commun"
    assert len(found.hits) == 20


def test_index_is_rebuilt_the_same_and_goes_with_its_group(world: World) -> None:
    partner = world.people["partner"]
    fiche_id = fiches.create_fiche(partner, FicheDraft(title="À reconstruire"))
    exchange.import_text(partner, fiche_id, Upload(name="", data=b"quelques mots"))
    comments.open_thread(partner, fiches.view_fiche(partner, fiche_id).text_id, None, "Et ceci ?")

    def rows() -> set[tuple[str, ...]]:
        with reading() as session:
            return {
                (one.kind, str(one.object_id), one.folded_title, one.folded_body)
                for one in session.scalars(select(FindEntry))
            }

    before = rows()
    with unit_of_work() as session:
        for one in session.scalars(select(FindEntry)):
            session.delete(one)
    assert not service.find(partner, "quelques").hits
    service.fill_index()
    assert rows() == before
    assert service.find(partner, "quelques").hits
    with unit_of_work() as session:
        session.delete(session.get_one(Group, world.other_group_id))
    with reading() as session:
        left = session.scalar(
            select(func.count()).select_from(FindEntry).where(FindEntry.group_id == world.other_group_id)
        )
    assert left == 0


def test_decisions_are_found_by_their_question_and_its_context(world: World) -> None:
    with unit_of_work() as session:
        session.add(
            Proposal(
                group_id=world.people["facilitator"].group_id,
                title="Quel façonnage ?",
                context="Pli roulé ou rainé",
                kind=Kind.OTHER,
                method=Method.CONSENT,
                rule={},
                created_at=utc_now(),
            )
        )
    (hit,) = service.find(world.people["observer"], "faconnage").hits
    assert hit.kind is FindKind.PROPOSAL
    (hit,) = service.find(world.people["partner"], "raine", [FindKind.PROPOSAL]).hits
    assert hit.part == "context"


def test_conversations_are_found_as_they_go_and_lead_to_their_fiche(world: World) -> None:
    partner, chief = world.people["partner"], world.people["facilitator"]
    fiche_id = fiches.create_fiche(partner, FicheDraft(title="Premiers pas"))
    text_id = fiches.view_fiche(partner, fiche_id).text_id
    begun = comments.open_thread(partner, text_id, None, "Faut-il citer la pépinière ?")
    answer = comments.reply(chief, text_id, begun.thread_id, "Oui, et son loyer modéré.")

    def found(words: str) -> Findings:
        return service.find(world.people["observer"], words, [FindKind.COMMENT])

    (hit,) = found("PEPINIERE modere").hits  # one word in the question, one in the answer
    assert (hit.kind, hit.object_id, hit.part) == (FindKind.COMMENT, begun.thread_id, "comment")
    assert set(hits(hit.excerpt)) == {"pépinière", "modéré"}
    about = hit.about
    assert about is not None
    assert (about.kind, about.object_id, about.title) == (FindKind.FICHE, fiche_id, "Premiers pas")
    assert (about.author, about.is_resolved) == (partner.name, False)
    comments.edit_comment(partner, text_id, begun.comment_id, "Faut-il citer le hôtel d’entreprises ?")
    assert not found("pepiniere").hits
    assert found("hotel").hits
    comments.settle_thread(chief, text_id, begun.thread_id, resolved=True)
    assert [one.about.is_resolved for one in found("hotel").hits if one.about] == [True]
    fiches.archive_fiche(partner, fiche_id)
    assert not found("hotel").hits
    fiches.restore_fiche(partner, fiche_id)
    assert found("hotel").total == 1
    comments.delete_comment(partner, text_id, begun.comment_id)
    assert not found("hotel").hits
    assert found("loyer").hits
    comments.delete_comment(chief, text_id, answer.comment_id)
    assert not found("loyer").hits
    assert not entries(FindKind.COMMENT)


def entries(kind: FindKind) -> int:
    with reading() as session:
        return session.scalar(select(func.count()).select_from(FindEntry).where(FindEntry.kind == kind)) or 0


def test_conversations_of_another_group_and_refused_ones_are_not_found(world: World) -> None:
    partner, stranger = world.people["partner"], world.people["stranger"]
    fiche_id = fiches.create_fiche(partner, FicheDraft(title="Premiers pas"))
    text_id = fiches.view_fiche(partner, fiche_id).text_id
    comments.open_thread(partner, text_id, None, "Entre nous")
    assert service.find(partner, "entre nous").total == 1
    assert not service.find(stranger, "entre nous").hits
    with pytest.raises((NotFound, NotAllowed)):
        comments.open_thread(stranger, text_id, None, "Intrusion")
    assert not service.find(partner, "intrusion").hits


def test_cahier_des_charges_is_found_by_its_clauses_and_its_comments(world: World) -> None:
    chief = world.people["facilitator"]
    made = specification.create_specification(chief, "La chemise imprimée")
    assert titles(service.find(chief, "imprimee")) == ["La chemise imprimée"]
    text_id = specification.view_specification(chief, made).text_id
    with unit_of_work() as session:
        blocks = [Block("paragraph", runs=(Run("Papier recyclé, pliage roulé"),))]
        livetext.write_projection(session, text_id, 99, {"deliverables": blocks})
    (hit,) = service.find(chief, "recycle").hits
    assert (hit.kind, hit.object_id, hit.part) == (FindKind.SPECIFICATION, made, "deliverables")
    comments.open_thread(chief, text_id, None, "Et le grammage ?")
    (hit,) = service.find(chief, "grammage").hits
    assert hit.about is not None
    assert (hit.about.kind, hit.about.object_id) == (FindKind.SPECIFICATION, made)
