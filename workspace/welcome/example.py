"""Writing the example group into the store, in the transaction of the use case that installs it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from db.models import Etape, Fiche, Fonction, TrameQuestion
from examples.blocks import Block as ExampleBlock
from examples.loader import read_example
from examples.words import ExampleGroup, Presence, Words
from examples.words import Fiche as ExampleFiche
from workspace.accounts import store as account_store
from workspace.fiches import store as fiche_store
from workspace.fiches.queries import get_facts
from workspace.fiches.rules import SETTLED
from workspace.fiches.words import FicheDraft, FicheKind, FicheStatus
from workspace.kernel.actor import Role
from workspace.kernel.clock import utc_now
from workspace.kernel.messages import translate
from workspace.livetext import store as text_store
from workspace.livetext.words import Block, Run
from workspace.members import store as member_store
from workspace.members.words import StructureDraft
from workspace.outline import queries as outline_queries
from workspace.outline import store as outline_store
from workspace.outline.words import Line, VariantDraft, Wording
from workspace.questionnaires import example as form_example
from workspace.review import queries as review_queries
from workspace.review import store as review_store
from workspace.review.rules import needed_structures
from workspace.review.words import Decision, ReviewScope
from workspace.specification.words import LinkKind
from workspace.welcome import example_meetings, example_parts, example_specification
from workspace.welcome.example_decisions import install_decisions

Ids = dict[str, UUID]


@dataclass(frozen=True, slots=True)
class _Ids:
    """What fiches and proposed trames point at, by the example's keys."""

    etapes: Ids
    structures: Ids
    people: Ids
    questions: Ids


def install(session: Session) -> UUID:
    """Write the whole example and give its group's id."""
    example = read_example("fr")
    group = member_store.add_group(
        session,
        name=example.name,
        territory=example.territory,
        purpose=example.purpose,
        languages=example.languages,
        is_example=True,
    )
    etapes = _etapes(session, group.id, example)
    fonctions = _fonctions(session, group.id, example)
    structures = _structures(session, group.id, example, etapes, fonctions)
    people = _people(session, group.id, example, structures)
    questions = _questions(session, group.id, example, etapes)
    ids = _Ids(etapes, structures, people, questions)
    _variants(session, group.id, example, ids)
    fiches = _fiches(session, group.id, example, ids)
    form_example.install(session, group.id, author=people["bb"], questions=questions)
    decisions = install_decisions(session, group.id, group.zone, people)
    reasons = {LinkKind.FICHE: fiches, LinkKind.DECISION: decisions}
    example_specification.install(session, group.id, example, reasons=reasons, people=people, structures=structures)
    place = example_parts.Place(group_id=group.id, zone=group.zone, people=people, structures=structures)
    example_meetings.install(session, place)
    example_parts.install(session, place)
    return group.id


def _etapes(session: Session, group_id: UUID, example: ExampleGroup) -> Ids:
    rows = {
        one.code: Etape(
            group_id=group_id, position=one.order, name=one.names.fr, name_en=one.names.en, summary=one.lines.fr
        )
        for one in example.etapes
    }
    session.add_all(rows.values())
    session.flush()
    return {code: row.id for code, row in rows.items()}


def _fonctions(session: Session, group_id: UUID, example: ExampleGroup) -> Ids:
    rows = {
        one.code: Fonction(group_id=group_id, position=one.order, name=one.names.fr, name_en=one.names.en)
        for one in example.fonctions
    }
    session.add_all(rows.values())
    session.flush()
    return {code: row.id for code, row in rows.items()}


def _structures(session: Session, group_id: UUID, example: ExampleGroup, etapes: Ids, fonctions: Ids) -> Ids:
    """The structures that took part; networks that were only named are not in the group."""
    ids: Ids = {}
    for one in example.structures:
        if one.presence is not Presence.MEMBER:
            continue
        note = f"\n\n{one.offer.note}" if one.offer.note else ""
        draft = StructureDraft(
            name=one.name,
            legal_form=one.legal_form,
            since_year=one.founded,
            presentation=f"{one.summary}{note}",
            web=one.web,
            sites=one.sites,
            etape_ids=tuple(etapes[code] for code in one.offer.etapes),
            fonction_ids=tuple(fonctions[code] for code in one.offer.fonctions),
        )
        is_host = one.key == example.host
        ids[one.key] = member_store.add_structure(session, group_id, draft, is_host=is_host).id
    return ids


def _people(session: Session, group_id: UUID, example: ExampleGroup, structures: Ids) -> Ids:
    ids: Ids = {}
    for one in example.people:
        person = account_store.add_person(session, name=one.name, locale="fr", is_example=True)
        ids[one.key] = person.id
        member_store.add_member(
            session,
            group_id=group_id,
            person_id=person.id,
            structure_id=structures[one.structure],
            role=Role(one.role.value),
        )
    return ids


def _questions(session: Session, group_id: UUID, example: ExampleGroup, etapes: Ids) -> Ids:
    rows = {
        one.key: TrameQuestion(
            group_id=group_id,
            position=one.order,
            text=one.texts.fr,
            text_en=one.texts.en,
            etape_id=etapes[one.etape] if one.etape else None,
            created_at=utc_now(),
        )
        for one in example.trame
    }
    session.add_all(rows.values())
    session.flush()
    return {key: row.id for key, row in rows.items()}


def _variants(session: Session, group_id: UUID, example: ExampleGroup, ids: _Ids) -> None:
    """The proposed trames, each line tied to the questions that it comes from."""
    asked = {one.key: one for one in example.trame}
    rows = {row.id: row for row in outline_queries.list_rows(session, group_id)}
    places = {one.key: one.structure for one in example.people}

    def line(texts: Words, sources: tuple[str, ...], *, is_aside: bool = False) -> Line:
        asks = tuple(ids.questions[key] for key in sources)
        wording = Wording(text=texts.fr, text_en=texts.en, etape_id=rows[asks[0]].etape_id)
        return Line(line_id=asks[0], wording=wording, sources=asks, is_aside=is_aside)

    for one in example.variants:
        kept = [line(part.texts or asked[part.sources[0]].texts, part.sources) for part in one.lines]
        aside = [line(asked[key].texts, (key,), is_aside=True) for key in one.aside]
        outline_store.add_variant(
            session,
            group_id=group_id,
            draft=VariantDraft(name=one.name, reason=one.reason),
            outline=(*kept, *aside),
            created_by=ids.people[one.author],
            structure_id=ids.structures[places[one.author]],
            started_with=len(example.trame),
        )


def _fiches(
    session: Session,
    group_id: UUID,
    example: ExampleGroup,
    ids: _Ids,
) -> Ids:
    """First every fiche, so that their words can point at one another; then the words. Gives the fiches' ids."""
    made = {}
    for one in sorted(example.fiches, key=lambda fiche: fiche.order):
        made[one.key] = fiche_store.add_fiche(
            session,
            group_id=group_id,
            draft=FicheDraft(
                title=one.title,
                accroche=one.accroche,
                kind=FicheKind(one.kind.value),
                etape_ids=tuple(ids.etapes[code] for code in one.etapes),
                structure_ids=tuple(ids.structures[key] for key in one.structures if key in ids.structures),
                question_ids=tuple(ids.questions[asked.key] for asked in example.trame if one.key in asked.fiches),
            ),
            created_by=ids.people[one.authors[0]],
            status=FicheStatus(one.status.value),
        )
    targets = {f"fiche:{key}": f"fiche:{row.id}" for key, row in made.items()}
    targets |= {f"structure:{key}": f"structure:{one}" for key, one in ids.structures.items()}
    for one in example.fiches:
        text_store.seed_text(session, made[one.key].text_id, ids.people[one.authors[0]], _words(one, targets))
        _review(session, made[one.key], example, ids)
    return {key: row.id for key, row in made.items()}


def _review(session: Session, fiche: Fiche, example: ExampleGroup, ids: _Ids) -> None:
    """The review that a fiche's status says it had; its voices are invented, and its note says so."""
    status = fiche.status
    if status is FicheStatus.DRAFT:
        return
    facts, _ = get_facts(session, fiche)
    speaker = {
        ids.structures[one.structure]: ids.people[one.key]
        for one in reversed(example.people)
        if one.role.value in review_queries.SPEAKERS
    }
    needs = needed_structures(ReviewScope.CONCERNED, facts.structure_ids, speaker)
    note = translate("fr", "review-example-note")
    row = review_store.open_round(
        session, fiche, scope=ReviewScope.CONCERNED, needs=needs, note=note, asked_by=fiche.created_by
    )
    shown = review_queries.get_shown(session, fiche)
    ordered = [one for one in ids.structures.values() if one in needs]
    for structure_id in ordered if status in SETTLED else ordered[: (len(ordered) + 1) // 3]:
        review_store.write_voice(
            session, row.id, None, structure_id=structure_id, person_id=speaker[structure_id],
            decision=Decision.APPROVED, shown=shown,
        )  # fmt: skip
    if status in SETTLED:
        review_store.settle(session, fiche, row)
    review_store.set_status(session, fiche, status)


def _words(fiche: ExampleFiche, targets: dict[str, str]) -> dict[str, list[Block]]:
    return {
        "level1": [_block(block, targets) for block in fiche.level1],
        "level2": [_block(block, targets) for block in fiche.level2],
    }


def _block(block: ExampleBlock, targets: dict[str, str]) -> Block:
    return Block(
        kind=block.kind,
        attrs=dict(block.attrs),
        runs=tuple(
            Run(text=run.text, bold=run.bold, italic=run.italic, href=_target(run.href, targets))
            for run in block.runs
        ),
        children=tuple(_block(child, targets) for child in block.children),
    )


def _target(href: str, targets: dict[str, str]) -> str:
    """Keys become ids; a link to what is not in the group becomes plain words."""
    symbolic = href.startswith(("fiche:", "structure:"))
    return targets.get(href, "") if symbolic else href
