"""Backup and restore: whole under writers, exact on both stores and across them, all or nothing on any defect."""

from __future__ import annotations

import hashlib
import io
import json
import os
import random
import shutil
import stat
import threading
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from db import backup, models, restore
from db.__main__ import main
from db.archive import MANIFEST, BackupRefused, read_manifest
from db.base import Base
from db.session import engine, reading, unit_of_work
from tests.conftest import point_at
from tests.days import group_today
from tests.integration.budget.contribution_rows import make_given
from tests.integration.budget.quote_rows import fill_quotes
from tests.integration.budget.rows import fill_tables as fill_budget
from tests.integration.questionnaires.desk import fill_tables as fill_forms
from workspace.accounts import store as accounts
from workspace.accounts.words import Purpose
from workspace.comments.words import Outcome
from workspace.decisions.words import Kind, Method, ObjectionStatus, Verdict
from workspace.fiches.words import FicheKind, FicheStatus
from workspace.kernel.actor import Role
from workspace.kernel.clock import utc_now
from workspace.kernel.settings import settings
from workspace.lightness import store as lightness
from workspace.lightness.words import Targets
from workspace.livetext.words import Block, Run, TextKind, VersionKind
from workspace.meetings import store as meetings
from workspace.meetings.words import ActionDraft, AttendanceDraft, GuestDraft, MeetingDraft
from workspace.members import store as members
from workspace.members.words import StructureDraft
from workspace.outline.words import Descent, QuestionState
from workspace.review.words import Decision, ReviewScope, RoundState
from workspace.specification import store as specifications
from workspace.specification.words import AdoptionRule, FrozenClause, LinkKind, Stance

LATER_STEP = """
from alembic import op

revision = "later"
down_revision = {head}
branch_labels = None
depends_on = None


def upgrade():
    {body}
"""
Rows = dict[str, list[tuple[Any, ...]]]


def all_rows() -> Rows:
    """Every row that a backup must bring back, as Python values."""
    with engine().connect() as connection:
        return {
            table.name: sorted(tuple(map(repr, row)) for row in connection.execute(select(table)))
            for table in backup.kept_tables()
        }


def picture_hashes() -> dict[str, str]:
    folder = settings().picture_dir
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob("*.*")}


def add_picture(group_id: UUID, data: bytes) -> UUID:
    """A picture as the fiches room makes it: the file first, then the row."""
    picture_id = uuid4()
    settings().picture_dir.mkdir(parents=True, exist_ok=True)
    (settings().picture_dir / f"{picture_id}.webp").write_bytes(data)
    with unit_of_work() as session:
        session.add(
            models.Picture(
                id=picture_id,
                group_id=group_id,
                sha256=hashlib.sha256(data).hexdigest(),
                media_type="image/webp",
                width=1,
                height=1,
                byte_count=len(data),
                created_at=utc_now(),
            )
        )
    return picture_id


def add_comments(session: Session, text_id: UUID, person_id: UUID) -> None:
    """A conversation with a mention, and what was decided of a suggestion."""
    now = utc_now()
    thread = models.CommentThread(text_id=text_id, fragment="level1", runs=[[2**32, 0, 1]], quote="é", created_at=now)
    session.add(thread)
    session.flush()
    comment = models.Comment(thread_id=thread.id, body="@Zoé\n🙂", created_at=now, created_by=person_id)
    session.add(comment)
    session.flush()
    session.add(models.CommentMention(comment_id=comment.id, person_id=person_id))
    session.add(
        models.SuggestionDecision(
            text_id=text_id, suggestion_id=uuid4(), author_id=person_id, outcome=Outcome.ACCEPTED, decided_at=now
        )
    )


def decisions(session: Any, group_id: UUID, structure_id: UUID, person_id: UUID) -> list[Any]:
    """A proposal with its round, and one row of everything that belongs to them."""
    now = utc_now()
    proposal = models.Proposal(
        group_id=group_id,
        title="Décidé ?",
        kind=Kind.OTHER,
        method=Method.CONSENT,
        rule={"é": [None]},
        created_at=now,
    )
    session.add(proposal)
    session.flush()
    of = {"proposal_id": proposal.id, "round": 1}
    session.add(
        models.ProposalRound(
            proposal_id=proposal.id, number=1, opens_at=now, closes_at=now, option_ids=["é"], tally={"n": 1}
        )
    )
    session.flush()
    objection = models.Objection(
        **of, structure_id=structure_id, reason="É", status=ObjectionStatus.KEPT, text_version=1, opened_at=now
    )
    session.add(objection)
    session.flush()
    ballot = {"cast_by_name": "Zoé", "received_at": now, "text_version": 1}
    return [
        models.ProposalOption(proposal_id=proposal.id, position=1, name="Ocre", pictures=["x"], at=now),
        models.ProposalText(proposal_id=proposal.id, version=1, at=now, words={"é": 1}, sha256="0" * 64),
        models.ProposalVoter(**of, structure_id=structure_id, name="Accueil"),
        models.Ballot(**of, structure_id=structure_id, **ballot, content={"marks": {"a": 1}}),
        models.SealedBallot(**of, content={"é": "\n"}),
        models.AdvisoryVoice(**of, person_id=person_id, name="Zoé", at=now, content={}),
        models.ObjectionRemark(objection_id=objection.id, name="Zoé", at=now, text="Oui"),
        models.Procuration(
            group_id=group_id, giver_id=structure_id, holder_id=structure_id, given_by_name="Z", given_at=now
        ),
        models.Representative(structure_id=structure_id, titular_id=None),
        models.Outcome(
            **of, group_id=group_id, number=1, decided_at=now, verdict=Verdict.ADOPTED, is_advisory=False,
            text_version=1, words={}, text_hash="0" * 64, rule={}, roll=[], tally={}, review_on=now.date(),
        ),
    ]  # fmt: skip


def add_specification(session: Session, text_id: UUID, structure: models.Structure, person_id: UUID) -> None:
    """A cahier des charges with an adopted version; its text is the one that is already there."""
    row = models.Specification(
        group_id=structure.group_id, text_id=text_id, title="Été", language="fr", created_at=utc_now()
    )
    session.add(row)
    session.flush()
    specifications.replace_links(session, row.id, "context", LinkKind.FICHE, [uuid4()])
    said = (Block("paragraph", runs=(Run("« Été »\u202f!"),)),)
    clauses = [FrozenClause(name="context", heading="Objet", blocks=said, reasons=("É",))]
    version = specifications.freeze(
        session, row, number=1, clauses=clauses, rule=AdoptionRule.ALL, needs=[structure.id], frozen_by=person_id
    )
    specifications.write_voice(
        session, version, None, structure_id=structure.id, person_id=person_id, stance=Stance.APPROVED
    )
    specifications.adopt(session, version, [{"name": "É"}], adopted_by=person_id)


def add_meeting(session: Session, group_id: UUID, structure_id: UUID, person_id: UUID) -> None:
    """A closed meeting, with somebody, a guest, an action and a decision."""
    draft = MeetingDraft(title="Été", starts_at=utc_now(), place="Aix", video="https://exemple.fr/é")
    row = meetings.add_meeting(session, group_id=group_id, draft=draft, created_by=person_id)
    came = AttendanceDraft(present=(person_id,), guests=(GuestDraft(name="É", role="graphiste"),))
    meetings.replace_attendance(session, row.id, came, {person_id: structure_id})
    asked = ActionDraft(what="Écrire", structure_id=structure_id, due_on=group_today())
    meetings.add_action(session, row.id, asked, created_by=person_id)
    meetings.replace_decisions(session, row.id, session.scalars(select(models.Proposal.id)).all())
    meetings.close(session, row, closed_by=person_id, name="Été")


def fill() -> UUID:
    """One row at least in each kept table, with the values that are easy to break."""
    now = utc_now()
    with unit_of_work() as session:
        person = accounts.add_person(session, name="Zoé « Ñ » O’Hara\u202f🙂", locale="fr", email="zoe@exemple.fr")
        group = members.add_group(session, name="Groupe", territory="13")
        draft = StructureDraft(name="Accueil & Cie", sites=("Aix", "Arles"))
        structure = members.add_structure(session, group.id, draft, is_host=True)
        members.add_member(
            session, group_id=group.id, person_id=person.id, structure_id=structure.id, role=Role.FACILITATOR
        )
        session.add(models.Instance(id=1, set_up_at=now))
        etape = models.Etape(group_id=group.id, position=1, name="Idée")
        fonction = models.Fonction(group_id=group.id, position=1, name="Accueil")
        text = models.Text(group_id=group.id, kind=TextKind.FICHE, seq=2, created_at=now, changed_by=person.id)
        question = models.TrameQuestion(group_id=group.id, position=1, text="Qui ?", created_at=now)
        other = models.TrameQuestion(
            group_id=group.id, position=2, text="Où ?", state=QuestionState.MERGED, created_at=now
        )
        variant = models.TrameVariant(group_id=group.id, name="Autre", started_with=2, created_at=now)
        session.add_all([etape, fonction, text, question, other, variant])
        session.flush()
        fiche = models.Fiche(
            group_id=group.id, text_id=text.id, title="T\n'\"\\", kind=FicheKind.FREE, status=FicheStatus.DRAFT,
            position=1, created_at=now, created_by=person.id,
        )  # fmt: skip
        line = models.TrameVariantLine(variant_id=variant.id, position=1, text="Qui ?", is_aside=True)
        session.add_all([fiche, line])
        session.flush()
        lightness.write_targets(session, group.id, Targets())
        session.add_all(
            [
                models.StructureEtape(structure_id=structure.id, etape_id=etape.id),
                models.StructureFonction(structure_id=structure.id, fonction_id=fonction.id),
                models.FicheEtape(fiche_id=fiche.id, etape_id=etape.id),
                models.GroupMoment(group_id=group.id, name="Réunion", at=now, created_at=now, created_by=person.id),
                models.FicheWording(fiche_id=fiche.id, title="É", accroche="", ended_at=now, ended_by=person.id),
                models.FicheStructure(fiche_id=fiche.id, structure_id=structure.id),
                models.FicheQuestion(fiche_id=fiche.id, question_id=question.id),
                models.TrameDescent(question_id=question.id, from_id=other.id, kind=Descent.MERGED),
                models.TrameVariantSource(line_id=line.id, question_id=question.id, position=0),
                models.TextUpdate(text_id=text.id, seq=1, at=now, person_id=person.id, payload=bytes(range(256))),
                models.TextUpdate(text_id=text.id, seq=2, at=now, person_id=None, payload=b""),
                models.TextSnapshot(text_id=text.id, seq=2, at=now, state=os.urandom(5000), text_hash="0" * 64),
                models.TextHistory(text_id=text.id, first_seq=0, last_seq=1, packed=b"\x00\xff"),
                models.TextProjection(
                    text_id=text.id, fragment="level1", seq=2, blocks=[{"é": [1, None]}], plain="é", words=1
                ),
                models.TextVersion(
                    text_id=text.id, seq=2, kind=VersionKind.NAMED, at=now, authors=["É"], blocks={}, words=0
                ),
                models.Invitation(
                    group_id=group.id, structure_id=structure.id, name="x", role=Role.PARTNER, token_hash="1" * 64,
                    created_at=now, expires_at=now + timedelta(days=7),
                ),
                models.JournalEntry(at=now, operation="x", kind="", label="", details={"n": 1}),
                models.Candidate(group_id=group.id, name="Élan", motive="Été", presented_at=now),
                *decisions(session, group.id, structure.id, person.id),
            ]
        )  # fmt: skip
        reviewed = models.ReviewRound(fiche_id=fiche.id, scope=ReviewScope.ALL, state=RoundState.OPEN, asked_at=now)
        session.add(reviewed)
        session.flush()
        session.add_all(
            [
                models.ReviewNeed(round_id=reviewed.id, structure_id=structure.id),
                models.ReviewVoice(
                    round_id=reviewed.id, structure_id=structure.id, person_id=person.id, at=now,
                    decision=Decision.CHANGES, reason="Trop long !", seq=2, said_hash="2" * 64,
                    seen={"title": "é", "accroche": "", "content": {"level1": [None]}},
                ),
            ]
        )  # fmt: skip
        add_comments(session, text.id, person.id)
        fill_forms(session, group.id, question.id)
        fill_budget(session, group.id, person.id)
        make_given(session, group.id, structure.id, person.id)
        add_specification(session, text.id, structure, person.id)
        fill_quotes(session, group.id, person.id)
        add_meeting(session, group.id, structure.id, person.id)
        accounts.issue_token(session, Purpose.TICKET, person.id, timedelta(minutes=1))
        accounts.open_session_row(session, person.id, "agent")
        group_id = group.id
    for size in (1, 70_000):
        add_picture(group_id, os.urandom(size))
    return group_id


def elsewhere(tmp_path: Path, sqlite_template: Path, name: str = "other") -> Path:
    """Point this process at another, empty SQLite store."""
    folder = tmp_path / name
    folder.mkdir()
    shutil.copy(sqlite_template, folder / "chemise.db")
    point_at(folder)
    return folder


def test_every_kept_table_is_filled_by_this_test(store: str) -> None:
    fill()
    assert [name for name, rows in all_rows().items() if not rows] == []


def test_backup_then_restore_in_an_empty_store_gives_the_same_rows_and_files(
    store: str, tmp_path: Path, sqlite_template: Path
) -> None:
    fill()
    before, files = all_rows(), picture_hashes()
    made = backup.make_backup(tmp_path / "b.zip")
    assert stat.S_IMODE((tmp_path / "b.zip").stat().st_mode) == 0o600
    assert made.row_count == sum(map(len, before.values()))
    elsewhere(tmp_path, sqlite_template)
    done = restore.restore_backup(tmp_path / "b.zip")
    assert all_rows() == before
    assert picture_hashes() == files
    assert (done.rows, done.pictures, done.safety) == (made.row_count, 2, None)


def test_sqlite_backup_restores_into_postgresql_and_the_journal_goes_on(
    sqlite_store: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    fill()
    before, files = all_rows(), picture_hashes()
    backup.make_backup(tmp_path / "b.zip")
    request.getfixturevalue("postgres_server")
    with FreshPostgres(request, tmp_path / "pg"):
        restore.restore_backup(tmp_path / "b.zip")
        assert all_rows() == before
        assert picture_hashes() == files
        with unit_of_work() as session:
            session.add(models.JournalEntry(at=utc_now(), operation="y", kind="", label="", details={}))
        with reading() as session:
            assert session.scalar(select(func.count()).select_from(models.JournalEntry)) == 2


class FreshPostgres:
    """A fresh PostgreSQL store from the template."""

    def __init__(self, request: pytest.FixtureRequest, folder: Path) -> None:
        self.admin, self.url = request.getfixturevalue("postgres_server")
        self.folder = folder
        self.name = f"t_{uuid4().hex}"

    def __enter__(self) -> None:
        from sqlalchemy import text

        from tests.shelf import with_database

        with self.admin.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {self.name} TEMPLATE chemise_template"))
        point_at(self.folder, with_database(self.url, self.name))

    def __exit__(self, *_: object) -> None:
        from sqlalchemy import text

        point_at(self.folder)
        with self.admin.connect() as connection:
            connection.execute(text(f"DROP DATABASE {self.name} WITH (FORCE)"))


def test_backup_holds_no_way_in(store: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill()
    settings().data_dir.joinpath("secret.key").write_bytes(b"S" * 48)
    backup.make_backup(tmp_path / "b.zip")
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        names = set(archive.namelist())
        everything = b"".join(archive.read(name) for name in names)
    assert not {f"tables/{name}.jsonl" for name in backup.LEFT_OUT} & names
    assert b"S" * 48 not in everything
    with reading() as session:
        ticket = session.scalars(select(models.OneTimeToken.token_hash)).one()
        opened = session.scalars(select(models.SignInSession.token_hash)).one()
    assert ticket.encode() not in everything
    assert opened.encode() not in everything


def test_every_table_is_either_kept_or_left_out_on_purpose() -> None:
    assert {table.name for table in backup.kept_tables()} | backup.LEFT_OUT == set(Base.metadata.tables)


def test_backup_under_four_writers_is_one_consistent_picture(
    store: str, tmp_path: Path, sqlite_template: Path
) -> None:
    group_id = fill()
    with reading() as session:
        text_id = session.scalars(select(models.TextUpdate.text_id).where(models.TextUpdate.seq == 2)).one()
    stop, failures = threading.Event(), []

    def write(number: int) -> None:
        seen: list[UUID] = []
        try:
            while not stop.is_set():
                # Two rows that must agree in any consistent picture: the text's seq and the newest update.
                with unit_of_work() as session:
                    text = session.scalars(
                        select(models.Text).where(models.Text.id == text_id).with_for_update()
                    ).one()
                    text.seq += 1
                    session.add(models.TextUpdate(text_id=text_id, seq=text.seq, at=utc_now(), payload=b"x" * 200))
                if number == 0:
                    seen.append(add_picture(group_id, os.urandom(3000)))
                    if len(seen) > 3:
                        gone = seen.pop(0)
                        with unit_of_work() as session:
                            session.delete(session.get_one(models.Picture, gone))
                        (settings().picture_dir / f"{gone}.webp").unlink()
        except Exception as error:  # noqa: BLE001 shown by the assertion below
            failures.append(error)

    writers = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for writer in writers:
        writer.start()
    made = [backup.make_backup(tmp_path / f"b{number}.zip") for number in range(4)]
    stop.set()
    for writer in writers:
        writer.join()
    assert failures == []
    assert len({one.tables["text_update"].count for one in made}) > 1, (
        "nobody wrote meanwhile: the test proves nothing"
    )
    for number, manifest in enumerate(made):
        assert manifest.damaged == ()
        elsewhere(tmp_path, sqlite_template, f"s{number}")
        restore.restore_backup(tmp_path / f"b{number}.zip")
        with reading() as session:
            seq = session.scalar(select(models.Text.seq).where(models.Text.id == text_id))
            count = session.scalar(select(func.count()).select_from(models.TextUpdate))
            pictures = session.execute(select(models.Picture.id, models.Picture.sha256)).all()
        assert seq == count == manifest.tables["text_update"].count
        assert picture_hashes() == {f"{row.id}.webp": row.sha256 for row in pictures}


def test_picture_removed_between_row_and_file_is_left_out_of_the_backup(
    sqlite_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    group_id = fill()
    gone = add_picture(group_id, b"going")
    packed = backup._write_picture
    tries: list[str] = []

    def removed_meanwhile(archive: zipfile.ZipFile, picture_id: str, sha256: str) -> Any:
        if picture_id == str(gone):
            tries.append(picture_id)
            with unit_of_work() as session:
                session.delete(session.get_one(models.Picture, gone))
            (settings().picture_dir / f"{gone}.webp").unlink()
        return packed(archive, picture_id, sha256)

    monkeypatch.setattr(backup, "_write_picture", removed_meanwhile)
    made = backup.make_backup(tmp_path / "b.zip")
    assert tries == [str(gone)]
    assert str(gone) not in made.pictures
    assert made.damaged == ()
    assert made.tables["picture"].count == 2


def test_lost_or_changed_picture_is_named_and_does_not_stop_the_backup(
    sqlite_store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    group_id = fill()
    lost, changed = add_picture(group_id, b"one"), add_picture(group_id, b"two")
    (settings().picture_dir / f"{lost}.webp").unlink()
    (settings().picture_dir / f"{changed}.webp").write_bytes(b"tvo")
    assert main(["check"]) == 1
    assert main(["backup", str(tmp_path / "b.zip")]) == 1
    said = capsys.readouterr().out
    assert str(lost) in said
    assert str(changed) in said
    with restore.open_archive(tmp_path / "b.zip") as archive:
        assert set(read_manifest(archive).damaged) == {str(lost), str(changed)}
    assert restore.rehearse(tmp_path / "b.zip").tables["picture"].count == 4


def test_restore_over_data_is_refused_then_with_replace_keeps_a_safety_backup(
    store: str, tmp_path: Path, sqlite_template: Path
) -> None:
    fill()
    first, first_files = all_rows(), picture_hashes()
    backup.make_backup(tmp_path / "first.zip")
    with unit_of_work() as session:
        group = members.add_group(session, name="Deuxième", territory="84")
    add_picture(group.id, b"later")
    second, second_files = all_rows(), picture_hashes()
    engine().dispose()
    with pytest.raises(BackupRefused) as refused:
        restore.restore_backup(tmp_path / "first.zip")
    assert refused.value.code == "error-restore-not-empty"
    assert all_rows() == second
    engine().dispose()
    done = restore.restore_backup(tmp_path / "first.zip", replace=True)
    assert all_rows() == first
    assert picture_hashes() == first_files
    assert done.safety is not None
    engine().dispose()
    restore.restore_backup(done.safety, replace=True)
    assert all_rows() == second
    assert picture_hashes() == second_files


def test_restore_ends_every_session(store: str, tmp_path: Path) -> None:
    fill()
    backup.make_backup(tmp_path / "b.zip")
    engine().dispose()
    restore.restore_backup(tmp_path / "b.zip", replace=True)
    with reading() as session:
        assert session.scalar(select(func.count()).select_from(models.SignInSession)) == 0


def test_restore_is_refused_while_somebody_is_connected(store: str, tmp_path: Path) -> None:
    from db.session import make_engine

    fill()
    backup.make_backup(tmp_path / "b.zip")
    before = all_rows()
    server = make_engine(settings().database_url)
    with server.connect() as held:
        held.execute(select(models.Person.id))
        held.rollback()
        with pytest.raises(BackupRefused) as refused:
            restore.restore_backup(tmp_path / "b.zip", replace=True)
    server.dispose()
    assert refused.value.code == "error-restore-busy"
    assert all_rows() == before
    with reading() as session:
        from sqlalchemy import text

        if store == "sqlite":
            assert session.scalar(text("PRAGMA journal_mode")) == "wal"


def test_restore_that_fails_half_way_leaves_the_store_as_it_was(
    store: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill()
    backup.make_backup(tmp_path / "b.zip")
    with unit_of_work() as session:
        group = members.add_group(session, name="Deuxième", territory="84")
    add_picture(group.id, b"later")
    before, files = all_rows(), picture_hashes()
    engine().dispose()
    calls = 0

    def failing(table: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == 12:
            raise OSError("disk gone")
        return insert(table)

    monkeypatch.setattr(restore, "insert", failing)
    monkeypatch.setattr(restore, "_load", _untouched(restore._load))
    with pytest.raises(OSError, match="disk gone"):
        restore.restore_backup(tmp_path / "b.zip", replace=True)
    assert calls == 12
    assert all_rows() == before
    assert picture_hashes() == files


def _untouched(load: Callable[..., None]) -> Callable[..., None]:
    def wrapped(*arguments: Any) -> None:
        failing, restore.insert = restore.insert, insert  # type: ignore[assignment]
        try:
            load(*arguments)
        finally:
            restore.insert = failing  # type: ignore[assignment]

    return wrapped


@pytest.fixture(scope="module")
def good_file(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path) -> tuple[bytes, Rows]:
    """A sound backup's bytes and the rows it holds."""
    folder = tmp_path_factory.mktemp("good")
    shutil.copy(sqlite_template, folder / "chemise.db")
    point_at(folder)
    fill()
    backup.make_backup(folder / "b.zip")
    rows = all_rows()
    point_at(folder)
    return (folder / "b.zip").read_bytes(), rows


def refused_code(path: Path) -> str:
    with pytest.raises(BackupRefused) as refused:
        restore.restore_backup(path)
    assert restore.store_is_empty()
    assert list(settings().picture_dir.glob("*")) == []
    return refused.value.code


def test_truncated_file_is_refused_wherever_it_was_cut(
    good_file: tuple[bytes, Rows], sqlite_store: Path, tmp_path: Path
) -> None:
    data = good_file[0]
    for cut in (0, 1, 100, len(data) // 2, len(data) - 1):
        (tmp_path / "cut.zip").write_bytes(data[:cut])
        assert refused_code(tmp_path / "cut.zip") == "error-backup-foreign"


def test_foreign_files_are_refused(sqlite_store: Path, tmp_path: Path) -> None:
    foreign = tmp_path / "f.zip"
    foreign.write_bytes(b"%PDF-1.7")
    assert refused_code(foreign) == "error-backup-foreign"
    with zipfile.ZipFile(foreign, "w") as archive:
        archive.writestr("readme.txt", "hello")
    assert refused_code(foreign) == "error-backup-foreign"
    with zipfile.ZipFile(foreign, "w") as archive:
        archive.writestr(MANIFEST, '{"what": "something else", "format": 1}')
    assert refused_code(foreign) == "error-backup-foreign"
    assert refused_code(tmp_path / "nowhere.zip") == "error-backup-missing"


def test_flipped_bytes_are_refused_or_change_nothing(
    good_file: tuple[bytes, Rows], tmp_path: Path, sqlite_template: Path
) -> None:
    data, rows = good_file
    chance = random.Random(2007)  # noqa: S311 damage, not a secret
    refused = 0
    for number in range(60):
        flipped = bytearray(data)
        flipped[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        elsewhere(tmp_path, sqlite_template, f"flip{number}")
        (tmp_path / "flip.zip").write_bytes(flipped)
        try:
            restore.restore_backup(tmp_path / "flip.zip")
        except BackupRefused:
            refused += 1
            assert restore.store_is_empty()
        else:
            assert all_rows() == rows
    assert refused > 40


def rewritten(data: bytes, change: Callable[[dict[str, bytes]], None], *, fix: bool = True) -> bytes:
    """The backup with its parts changed; with `fix` the manifest's sizes and hashes follow, as a forger's would."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    if fix:
        said = json.loads(parts[MANIFEST])
        for part in said["parts"]:
            if part["name"] in parts:
                body = parts[part["name"]]
                part |= {"byte_count": len(body), "sha256": hashlib.sha256(body).hexdigest()}
                if part["columns"]:
                    part["count"] = body.count(b"\n")
        parts[MANIFEST] = json.dumps(said).encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in parts.items():
            archive.writestr(name, body)
    return out.getvalue()


def drop_parents(parts: dict[str, bytes]) -> None:
    parts["tables/person.jsonl"] = b""


def bad_row(parts: dict[str, bytes]) -> None:
    parts["tables/person.jsonl"] += b'["too short"]\n'


def not_json(parts: dict[str, bytes]) -> None:
    parts["tables/person.jsonl"] = b"{" * 100_000 + b"\n"


def traversal(parts: dict[str, bytes]) -> None:
    parts["pictures/../../evil.webp"] = b"x"
    said = json.loads(parts[MANIFEST])
    said["parts"].append(
        {"name": "pictures/../../evil.webp", "byte_count": 1, "sha256": "", "count": 1, "columns": []}
    )
    parts[MANIFEST] = json.dumps(said).encode()


def unknown_entry(parts: dict[str, bytes]) -> None:
    parts["surplus.txt"] = b"x"


def bomb(parts: dict[str, bytes]) -> None:
    parts["tables/person.jsonl"] = b" " * (64 << 20) + b"\n"


def later_format(parts: dict[str, bytes]) -> None:
    parts[MANIFEST] = parts[MANIFEST].replace(b'"format": 1', b'"format": 2')


def later_revision(parts: dict[str, bytes]) -> None:
    said = json.loads(parts[MANIFEST])
    said["revision"] = "9999"
    parts[MANIFEST] = json.dumps(said).encode()


def secret_table(parts: dict[str, bytes]) -> None:
    parts["tables/sign_in_attempt.jsonl"] = b""
    said = json.loads(parts[MANIFEST])
    said["parts"].append(
        {"name": "tables/sign_in_attempt.jsonl", "byte_count": 0, "sha256": "", "count": 0, "columns": ["id"]}
    )
    parts[MANIFEST] = json.dumps(said).encode()


def injected_column(parts: dict[str, bytes]) -> None:
    said = json.loads(parts[MANIFEST])
    person = next(part for part in said["parts"] if part["name"] == "tables/person.jsonl")
    person["columns"][0] = 'id") SELECT 1; --'
    parts[MANIFEST] = json.dumps(said).encode()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (drop_parents, "error-backup-damaged"),
        (bad_row, "error-backup-damaged"),
        (not_json, "error-backup-damaged"),
        (traversal, "error-backup-path"),
        (unknown_entry, "error-backup-damaged"),
        (bomb, "error-backup-bomb"),
        (later_format, "error-backup-newer"),
        (later_revision, "error-backup-newer"),
        (secret_table, "error-backup-damaged"),
        (injected_column, "error-backup-damaged"),
    ],
)
def test_tampered_file_is_refused_even_with_a_matching_manifest(
    good_file: tuple[bytes, Rows],
    sqlite_store: Path,
    tmp_path: Path,
    change: Callable[[dict[str, bytes]], None],
    code: str,
) -> None:
    (tmp_path / "t.zip").write_bytes(rewritten(good_file[0], change))
    assert refused_code(tmp_path / "t.zip") == code
    assert not (tmp_path.parent / "evil.webp").exists()


def test_part_that_is_not_what_the_manifest_says_is_refused(
    good_file: tuple[bytes, Rows], sqlite_store: Path, tmp_path: Path
) -> None:
    def rename(parts: dict[str, bytes]) -> None:
        parts["tables/person.jsonl"] = parts["tables/person.jsonl"].replace(b"exemple.fr", b"example.fr")

    (tmp_path / "t.zip").write_bytes(rewritten(good_file[0], rename, fix=False))
    assert refused_code(tmp_path / "t.zip") == "error-backup-damaged"


def test_backup_of_an_earlier_version_is_brought_forward(
    good_file: tuple[bytes, Rows], sqlite_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from db import migrate as migration

    folder = tmp_path / "migrations"
    shutil.copytree(migration.MIGRATIONS, folder)
    head = restore.ScriptDirectory.from_config(migration.alembic_config()).get_current_head()
    step = LATER_STEP.format(head=repr(head), body="op.execute(\"UPDATE person SET name = 'carried forward'\")")
    (folder / "versions" / "99991231_later.py").write_text(step)
    monkeypatch.setattr(migration, "MIGRATIONS", folder)
    (tmp_path / "b.zip").write_bytes(good_file[0])
    restore.restore_backup(tmp_path / "b.zip")
    with reading() as session:
        assert session.scalars(select(models.Person.name)).all() == ["carried forward"]


def test_command_refuses_to_overwrite_and_speaks_the_language_of_lang(
    sqlite_store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    fill()
    monkeypatch.delenv("LC_ALL", raising=False)
    target = tmp_path / "b.zip"
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    assert main(["backup", str(target)]) == 0
    assert "Sauvegardé" in capsys.readouterr().out
    kept = target.read_bytes()
    assert main(["backup", str(target)]) == 1
    assert "existe déjà" in capsys.readouterr().err
    assert target.read_bytes() == kept
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    assert main(["backup", str(target), "--force"]) == 0
    assert "Saved" in capsys.readouterr().out
    assert main(["check", str(target)]) == 0
    assert main(["check"]) == 0
    assert [path.name for path in tmp_path.glob(".*")] == []


def test_backup_into_a_folder_takes_a_dated_name(sqlite_store: Path, tmp_path: Path) -> None:
    fill()
    assert main(["backup", f"{tmp_path / 'daily'}/"]) == 0
    (made,) = (tmp_path / "daily").iterdir()
    assert made.name.startswith("chemise-")
    assert main(["check", str(made)]) == 0


def test_backup_of_a_damaged_database_is_refused(sqlite_store: Path, tmp_path: Path) -> None:
    fill()
    with unit_of_work() as session:
        text_id = session.scalars(select(models.TextUpdate.text_id).where(models.TextUpdate.seq == 2)).one()
        session.add_all(
            models.TextUpdate(text_id=text_id, seq=seq, at=utc_now(), payload=b"x" * 300) for seq in range(10, 400)
        )
    with engine().connect() as connection:
        connection.rollback()
    driver = engine().raw_connection()
    driver.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    driver.close()
    engine().dispose()
    database = sqlite_store / "chemise.db"
    data = bytearray(database.read_bytes())
    middle = len(data) // 2 // 4096 * 4096
    data[middle : middle + 4096] = os.urandom(4096)
    database.write_bytes(data)
    with pytest.raises(Exception) as refused:  # noqa: PT011 SQLite may see the damage before the check does
        backup.make_backup(tmp_path / "b.zip")
    assert not isinstance(refused.value, AssertionError)
    assert not (tmp_path / "b.zip").exists()
    assert list(tmp_path.glob(".*partial")) == []


def test_migrate_copies_an_older_database_first(
    sqlite_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from db import migrate as migration

    fill()
    folder = tmp_path / "migrations"
    shutil.copytree(migration.MIGRATIONS, folder)
    head = restore.ScriptDirectory.from_config(migration.alembic_config()).get_current_head()
    step = LATER_STEP.format(head=repr(head), body="pass")
    (folder / "versions" / "99991231_later.py").write_text(step)
    monkeypatch.setattr(migration, "MIGRATIONS", folder)
    assert main(["migrate"]) == 0
    (copy,) = settings().backup_dir.glob("avant-migration-*.db")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert copy.stat().st_size > 10_000
    assert main(["migrate"]) == 0
    assert len(list(settings().backup_dir.glob("*.db"))) == 1
