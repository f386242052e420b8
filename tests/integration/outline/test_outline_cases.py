"""The trame at work on both stores: edits, proposals, adoption, and the fiches and answers that follow."""

from __future__ import annotations

import threading
from uuid import UUID, uuid4

import pytest
from sqlalchemy import func, select

from db.models import FicheQuestion, JournalEntry, TrameDescent, TrameQuestion, TrameVariant
from db.session import reading
from tests.integration.fiches.world import World, entry
from workspace.fiches import service as fiches
from workspace.fiches import trame
from workspace.fiches.words import AnswerBehind, FicheDraft, FicheKind
from workspace.kernel.errors import NotAllowed, NotFound, RuleBroken, StaleEdit
from workspace.outline import service
from workspace.outline.words import (
    Add,
    BringBack,
    Merge,
    Move,
    Organisation,
    Remove,
    Reword,
    SetAside,
    Split,
    Unmerge,
    VariantDraft,
    Wording,
)


def chief(world: World):
    return world.people["facilitator"]


@pytest.fixture
def trame_of_four(world: World) -> dict[str, UUID]:
    """Questions A to D, a fiche « Réponse à X » for each."""
    who = chief(world)
    fiches.save_trame(who, [entry(one, etape_id=world.etapes[0]) for one in "ABCD"], fiches.view_trame(who).stamp)
    ids = {question.text: question.question_id for question in fiches.view_trame(who).questions}
    for text, question_id in ids.items():
        fiches.create_fiche(who, FicheDraft(title=f"Réponse à {text}", question_ids=(question_id,)))
    return ids


def shown(world: World) -> list[str]:
    return [question.text for question in fiches.view_trame(world.people["observer"]).questions]


def answering(world: World) -> dict[str, list[str]]:
    questions = fiches.view_trame(world.people["observer"]).questions
    return {one.text: [fiche.name[-1] for fiche in one.fiches] for one in questions}


def count(table: type) -> int:
    with reading() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def test_move_is_one_write_and_one_line(world: World, trame_of_four: dict[str, UUID]) -> None:
    before = count(JournalEntry)
    service.change_in_use(chief(world), Move(line_id=trame_of_four["D"], place=1))
    assert shown(world) == ["D", "A", "B", "C"]
    assert count(JournalEntry) == before + 1
    with reading() as session:
        line = session.scalars(select(JournalEntry).order_by(JournalEntry.id.desc())).first()
        assert (line.operation, line.details) == ("change_trame", {"act": "move", "count": 4})


def test_merge_keeps_fiches_and_unmerge_gives_back(world: World, trame_of_four: dict[str, UUID]) -> None:
    a, c = trame_of_four["A"], trame_of_four["C"]
    service.change_in_use(chief(world), Merge(line_ids=(a, c), wording=Wording(text="A et C")))
    assert answering(world) == {"A et C": ["A", "C"], "B": ["B"], "D": ["D"]}
    tally = service.view_outline(chief(world)).tally
    assert (tally.started, tally.kept, tally.merged) == (4, 3, 1)
    assert fiches.view_trame(chief(world)).questions[0].merged == ("C",)
    service.change_in_use(chief(world), Unmerge(line_id=a))
    assert shown(world) == ["A", "C", "B", "D"]
    assert answering(world)["C"] == ["C"]
    assert count(TrameDescent) == 0


def test_merges_of_merges_keep_everything(world: World, trame_of_four: dict[str, UUID]) -> None:
    a, b, c, d = trame_of_four.values()
    service.change_in_use(chief(world), Merge(line_ids=(a, b), wording=Wording(text="AB")))
    service.change_in_use(chief(world), Merge(line_ids=(c, d), wording=Wording(text="CD")))
    service.change_in_use(chief(world), Merge(line_ids=(a, c), wording=Wording(text="Tout")))
    assert answering(world) == {"Tout": ["A", "B", "C", "D"]}
    assert sorted(fiches.view_trame(chief(world)).questions[0].merged) == ["B", "C", "D"]
    service.change_in_use(chief(world), Unmerge(line_id=a))
    assert sorted(shown(world)) == ["A", "B", "C", "D"]


def test_split_gives_each_part_the_fiches(world: World, trame_of_four: dict[str, UUID]) -> None:
    service.change_in_use(chief(world), Split(line_id=trame_of_four["B"], texts=("B, à qui", "B, quand"), version=1))
    assert answering(world)["B, à qui"] == answering(world)["B, quand"] == ["B"]
    question = fiches.view_trame(chief(world)).questions[2]
    assert (question.split_from, question.etape) == ("B, à qui", "Idée")
    tally = service.view_outline(chief(world)).tally
    assert (tally.started, tally.kept, tally.born) == (4, 5, 1)


def test_question_set_aside_keeps_its_fiches_and_comes_back(world: World, trame_of_four: dict[str, UUID]) -> None:
    who, b = chief(world), trame_of_four["B"]
    service.change_in_use(who, SetAside(line_id=b))
    assert shown(world) == ["A", "C", "D"]
    fiche = next(card for card in fiches.view_board(who).cards if card.title == "Réponse à B")
    view = fiches.view_fiche(who, fiche.fiche_id)
    assert view.draft.question_ids == ()
    assert b not in {one.choice_id for one in view.all_questions}
    fiches.change_fiche(who, fiche.fiche_id, FicheDraft(title="Réponse à B", version=view.draft.version))
    service.change_in_use(who, BringBack(line_id=b))
    assert answering(world)["B"] == ["B"]
    assert shown(world) == ["A", "C", "D", "B"]


def test_fiche_saved_with_a_question_merged_meanwhile_follows_it(
    world: World, trame_of_four: dict[str, UUID]
) -> None:
    who, a, b = chief(world), trame_of_four["A"], trame_of_four["B"]
    fiche = next(card for card in fiches.view_board(who).cards if card.title == "Réponse à B")
    draft = fiches.view_fiche(who, fiche.fiche_id).draft
    service.change_in_use(who, Merge(line_ids=(a, b), wording=Wording(text="AB")))
    fiches.change_fiche(who, fiche.fiche_id, draft)
    assert answering(world)["AB"] == ["A", "B"]


def test_removed_for_good_only_after_being_aside(world: World, trame_of_four: dict[str, UUID]) -> None:
    with pytest.raises(RuleBroken):
        service.change_in_use(chief(world), Remove(line_id=trame_of_four["A"]))
    service.change_in_use(chief(world), SetAside(line_id=trame_of_four["A"]))
    service.change_in_use(chief(world), Remove(line_id=trame_of_four["A"]))
    assert count(TrameQuestion) == 3
    assert count(FicheQuestion) == 3


def test_words_changed_meanwhile_are_not_overwritten(world: World, trame_of_four: dict[str, UUID]) -> None:
    a = trame_of_four["A"]
    service.change_in_use(chief(world), Reword(line_id=a, wording=Wording(text="A bis"), version=1))
    with pytest.raises(StaleEdit):
        service.change_in_use(chief(world), Reword(line_id=a, wording=Wording(text="A ter"), version=1))
    with pytest.raises(NotFound):
        service.change_in_use(
            chief(world), Reword(line_id=a, wording=Wording(text="A", etape_id=world.other_etape), version=2)
        )
    assert shown(world)[0] == "A bis"


def test_two_people_reordering_at_once_lose_nothing(world: World, trame_of_four: dict[str, UUID]) -> None:
    failures: list[BaseException] = []

    def shuffle(which: str) -> None:
        try:
            for place in (1, 4, 2, 3):
                service.change_in_use(chief(world), Move(line_id=trame_of_four[which], place=place))
        except BaseException as error:  # noqa: BLE001 said by the test
            failures.append(error)

    threads = [threading.Thread(target=shuffle, args=(which,)) for which in "AD"]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert failures == []
    assert sorted(shown(world)) == ["A", "B", "C", "D"]


@pytest.mark.parametrize("name", ["partner", "treasurer", "observer"])
def test_trame_in_use_is_the_facilitators_to_change(world: World, name: str) -> None:
    with pytest.raises(NotAllowed):
        service.change_in_use(world.people[name], Add(texts=("Non",)))


def propose(world: World, who: str = "partner", copy_of: UUID | None = None) -> UUID:
    draft = VariantDraft(name=f"Trame de {who}", reason="Moins de questions")
    return service.propose_variant(world.people[who], draft, copy_of)


def lines_of(world: World, variant_id: UUID) -> dict[str, UUID]:
    return {one.line.wording.text: one.line.line_id for one in service.view_outline(chief(world), variant_id).lines}


def test_any_partner_proposes_and_the_trame_in_use_stays(world: World, trame_of_four: dict[str, UUID]) -> None:
    variant_id = propose(world)
    lines, partner = lines_of(world, variant_id), world.people["partner"]
    service.change_variant(partner, variant_id, Merge(line_ids=(lines["A"], lines["B"]), wording=Wording(text="AB")))
    service.change_variant(partner, variant_id, SetAside(line_id=lines["D"]))
    service.change_variant(partner, variant_id, Add(texts=("Et après ?",)))
    assert shown(world) == ["A", "B", "C", "D"]
    (line,) = service.view_variants(world.people["observer"]).variants
    assert (line.proposed_by, line.structure) == ("Benjamin", "Inter-Made")
    assert (line.tally.started, line.tally.kept, line.tally.merged, line.tally.born) == (4, 3, 1, 1)
    compared = service.compare(world.people["observer"], None, variant_id)
    assert [row.verdict.value for row in compared.rows] == ["merged", "kept", "new", "aside"]
    assert (compared.left_kept, compared.right_kept) == (4, 3)
    view = service.view_outline(partner, variant_id)
    assert [one.fiche_count for one in view.lines] == [2, 1, 0, 1]
    assert view.lines[0].merged == ("B",)
    service.change_variant(partner, variant_id, Unmerge(line_id=lines["A"]))
    assert list(lines_of(world, variant_id))[:3] == ["A", "B", "C"]


def test_proposal_belongs_to_its_proposer_and_their_structure(world: World, trame_of_four: dict[str, UUID]) -> None:
    variant_id = propose(world, "partner_b")
    add = Add(texts=("Une de plus",))
    for name in ("partner", "treasurer", "observer"):
        assert not service.view_outline(world.people[name], variant_id).may_change
        for act in (
            lambda who: service.change_variant(who, variant_id, add),
            lambda who: service.rename_variant(who, variant_id, VariantDraft(name="x"), 1),
            lambda who: service.withdraw_variant(who, variant_id),
        ):
            with pytest.raises(NotAllowed):
                act(world.people[name])
    with pytest.raises(NotFound):
        service.change_variant(world.people["stranger"], variant_id, add)
    with pytest.raises(NotFound):
        service.view_outline(world.people["stranger"], variant_id)
    with pytest.raises(NotFound):
        service.propose_variant(world.people["stranger"], VariantDraft(name="x"), variant_id)
    with pytest.raises(NotAllowed):
        propose(world, "observer")
    service.change_variant(world.people["partner_b"], variant_id, add)
    service.rename_variant(world.people["partner_b"], variant_id, VariantDraft(name="Autre nom"), 1)
    with pytest.raises(StaleEdit):
        service.rename_variant(chief(world), variant_id, VariantDraft(name="Trop tard"), 1)
    service.withdraw_variant(world.people["partner_b"], variant_id)
    assert count(TrameVariant) == 0


def test_adopted_proposal_becomes_the_trame_and_fiches_follow(world: World, trame_of_four: dict[str, UUID]) -> None:
    variant_id = propose(world)
    lines, partner = lines_of(world, variant_id), world.people["partner"]
    for edit in (
        Merge(line_ids=(lines["A"], lines["C"]), wording=Wording(text="AC")),
        Split(line_id=lines["B"], texts=("B1", "B2"), version=1),
        SetAside(line_id=lines["D"]),
        Add(texts=("Neuve",)),
    ):
        service.change_variant(partner, variant_id, edit)
    # Written in the trame in use since: it stays.
    service.change_in_use(chief(world), Add(texts=("Venue depuis",)))
    with pytest.raises(NotAllowed):
        service.adopt_variant(partner, variant_id, "Avant")
    service.adopt_variant(chief(world), variant_id, "Trame d’avant")
    assert answering(world) == {
        "AC": ["A", "C"], "B1": ["B"], "B2": ["B"], "Neuve": [], "Venue depuis": [],
    }  # fmt: skip
    with reading() as session:
        line = session.scalars(select(JournalEntry).order_by(JournalEntry.id.desc())).first()
        assert (line.operation, line.label, line.details) == (
            "adopt_variant", "Trame de partner", {"before": 5, "count": 5},
        )  # fmt: skip
    verdicts = [row.verdict.value for row in service.compare(partner, variant_id, None).rows]
    assert verdicts == ["kept", "kept", "kept", "kept", "new"]
    with pytest.raises(RuleBroken) as raised:
        service.change_variant(partner, variant_id, Add(texts=("x",)))
    assert raised.value.code == "error-variant-adopted"
    # The way back: the trame of before is there, and every question with its fiches.
    before = next(one for one in service.view_variants(partner).variants if one.name == "Trame d’avant")
    service.adopt_variant(chief(world), before.variant_id, "Trame essayée")
    back = answering(world)
    assert list(back)[:5] == ["A", "B", "C", "D", "Venue depuis"]
    assert {text: back[text] for text in "BCD"} == {"B": ["B"], "C": ["C"], "D": ["D"]}
    assert "A" in back["A"]


def test_variant_of_a_variant_and_its_limits(world: World, trame_of_four: dict[str, UUID]) -> None:
    first = propose(world)
    lines = lines_of(world, first)
    service.change_variant(world.people["partner"], first, Add(texts=("Neuve",)))
    second = propose(world, "partner_b", first)
    rows = service.compare(world.people["observer"], first, second).rows
    assert {row.verdict.value for row in rows} == {"kept"}
    service.change_variant(world.people["partner"], first, SetAside(line_id=lines["A"]))
    with pytest.raises(RuleBroken) as raised:
        service.change_variant(world.people["partner"], first, Remove(line_id=lines["A"]))
    assert raised.value.code == "error-still-in-use"
    with pytest.raises(NotFound):
        service.compare(world.people["observer"], None, uuid4())


def test_answers_of_bearers_follow_their_questions(
    world: World, trame_of_four: dict[str, UUID], monkeypatch: pytest.MonkeyPatch
) -> None:
    said = AnswerBehind(answer_id=uuid4(), text="Je ne savais pas à qui parler.", origin="Questionnaire")
    both = AnswerBehind(answer_id=uuid4(), text="Personne.", origin="Questionnaire")
    a, b = trame_of_four["A"], trame_of_four["B"]
    monkeypatch.setattr(trame, "_answers_of", [])
    assert fiches.view_trame(chief(world)).questions[0].answers == ()
    trame.offer_answers(lambda _session, _group: {a: (both,), b: (said, both)})
    service.change_in_use(chief(world), Merge(line_ids=(a, b), wording=Wording(text="AB")))
    assert fiches.view_trame(chief(world)).questions[0].answers == (both, said)
    with reading() as session:
        assert trame.answers_behind(session, world.group_id)[b] == (said, both)


def test_organisation_is_the_facilitators_to_choose_and_everyones_to_see(world: World) -> None:
    fiches.create_fiche(chief(world), FicheDraft(title="L’idée", kind=FicheKind.ETAPE, etape_ids=(world.etapes[0],)))
    fiches.create_fiche(
        chief(world),
        FicheDraft(title="Apeas", kind=FicheKind.STRUCTURE, structure_ids=(world.b,), etape_ids=(world.etapes[0],)),
    )
    view = service.view_organisation(world.people["observer"])
    assert (view.chosen, view.may_set) == (Organisation.ETAPE, False)
    assert [section.name for section in view.by_etape.sections] == ["Idée", "Projet", "Création", ""]
    assert view.by_etape.sections[0].appear == ("Apeas",)
    assert [section.name for section in view.by_structure.sections] == ["", "LaPlateforme", "Apeas", "Inter-Made"]
    assert view.by_structure.sections[2].appear == ("Idée",)
    with pytest.raises(NotAllowed):
        service.set_organisation(world.people["partner"], Organisation.STRUCTURE)
    service.set_organisation(chief(world), Organisation.STRUCTURE)
    assert service.view_organisation(world.people["partner"]).chosen is Organisation.STRUCTURE
    assert service.view_organisation(world.people["stranger"]).chosen is Organisation.ETAPE
