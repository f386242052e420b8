"""Rules of groups, structures and people, without a store."""

from __future__ import annotations

from itertools import product
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workspace.kernel.actor import ANONYMOUS, Actor, Role
from workspace.kernel.errors import RuleBroken
from workspace.members import rules
from workspace.members.words import ListEntry, StructureAbilities, StructureDraft, StructureView

GROUP, OWN, OTHER = uuid4(), uuid4(), uuid4()
NOTHING = StructureAbilities(may_change=False, may_leave=False, may_invite=False)


def actor(role: Role, *, group_id: UUID = GROUP) -> Actor:
    return Actor(person_id=uuid4(), group_id=group_id, member_id=uuid4(), structure_id=OWN, role=role)


def entry(name: str, entry_id: UUID | None = None, name_en: str = "") -> ListEntry:
    return ListEntry(entry_id=entry_id, name=name, name_en=name_en)


def view(name: str, **fields: object) -> StructureView:
    return StructureView(
        structure_id=uuid4(),
        draft=StructureDraft(name=name, **fields),  # type: ignore[arg-type]
        is_host=False,
        etapes=(),
        fonctions=("Hébergement juridique",),
        members=(),
        abilities=NOTHING,
    )


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        ("www.exemple.org", "https://www.exemple.org"),
        (" http://exemple.org/a?b=c#d ", "http://exemple.org/a?b=c#d"),
        ("https://exemple.org", "https://exemple.org"),
    ],
)
def test_web_address_is_completed(typed: str, kept: str) -> None:
    assert rules.clean_web(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "javascript:alert(1)",
        "javascript://exemple.org/%0aalert(1)",
        "data:text/html,x",
        "ftp://exemple.org",
        "https://nom:mot@exemple.org",
        "https://exemple",
        "https://a b.org",
        "http://[::1",
    ],
)
def test_web_address_that_is_none_or_dangerous_is_refused(typed: str) -> None:
    with pytest.raises(RuleBroken, match="error-web"):
        rules.clean_web(typed)


@pytest.mark.parametrize(("typed", "year"), [("", None), (" 1999 ", 1999), ("1800", 1800), ("2100", 2100)])
def test_year_is_read(typed: str, year: int | None) -> None:
    assert rules.read_year(typed) == year


@pytest.mark.parametrize("typed", ["99", "1799", "2101", "mille", "１９９９", "-1999", "9" * 5000])
def test_year_that_is_none_is_refused(typed: str) -> None:
    with pytest.raises(RuleBroken, match="error-year"):
        rules.read_year(typed)


def test_structure_is_cleaned_field_by_field() -> None:
    one = uuid4()
    cleaned = rules.clean_structure(
        StructureDraft(
            name="  Inter  Made ",
            presentation="Une ligne \r\n\r\n<b>deux</b>\x07 ",
            sites=("Nice", "", "  ", "Nice", "Sète"),
            etape_ids=(one, one),
        )
    )
    assert (cleaned.name, cleaned.sites, cleaned.etape_ids) == ("Inter Made", ("Nice", "Sète"), (one,))
    assert cleaned.presentation == "Une ligne\n\n<b>deux</b>"


@pytest.mark.parametrize(
    ("draft", "code", "field"),
    [
        (StructureDraft(name="x" * 500), "error-too-long", "name"),
        (StructureDraft(name=" "), "error-empty", "name"),
        (StructureDraft(name="x", legal_form="y" * 121), "error-too-long", "legal-form"),
        (StructureDraft(name="x", presentation="y\n" * 1500), "error-too-long", "presentation"),
        (StructureDraft(name="x", sites=("y" * 81,)), "error-too-long", "sites"),
        (StructureDraft(name="x", sites=tuple(f"lieu {n}" for n in range(41))), "error-too-many", "sites"),
    ],
)
def test_structure_says_which_field_will_not_do(draft: StructureDraft, code: str, field: str) -> None:
    with pytest.raises(RuleBroken) as caught:
        rules.clean_structure(draft)
    assert (caught.value.code, caught.value.values["field"]) == (code, field)


def test_list_drops_new_empty_lines_and_keeps_the_order() -> None:
    first = uuid4()
    kept = rules.clean_entries([entry(" B "), entry("  "), entry("A", first)])
    assert [(one.name, one.entry_id) for one in kept] == [("B", None), ("A", first)]


@pytest.mark.parametrize(
    ("entries", "code"),
    [
        ([entry("Idée"), entry("IDÉE")], "error-same-name"),
        ([entry("", name_en="Idea")], "error-empty"),
        ([entry("", uuid4())], "error-empty"),
        ([entry("x" * 81)], "error-too-long"),
        ([entry(f"n{n}") for n in range(31)], "error-too-many"),
    ],
)
def test_list_that_would_lose_or_confuse_lines_is_refused(entries: list[ListEntry], code: str) -> None:
    with pytest.raises(RuleBroken, match=code):
        rules.clean_entries(entries)


def test_merging_keeps_mine_and_takes_theirs() -> None:
    a, b, c, d = (uuid4() for _ in range(4))
    shown = [entry("A", a), entry("B", b), entry("C", c)]
    mine = [entry("C", c), entry("A à moi", a), entry("B", b), entry("neuve")]
    now = [entry("A à eux", a), entry("C à eux", c), entry("D", d)]
    assert rules.merge_entries(mine, shown, now) == [
        entry("C à eux", c),
        entry("A à moi", a),
        entry("neuve"),
        entry("D", d),
    ]


@given(st.lists(st.text(min_size=1, max_size=5), max_size=6, unique=True))
def test_merging_with_a_list_that_did_not_move_gives_mine(names: list[str]) -> None:
    shown = [entry(name, uuid4()) for name in names]
    mine = list(reversed(shown))
    assert rules.merge_entries(mine, shown, shown) == mine


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("energies", True),
        ("ALTERNATIVES énergies", True),
        ("saint-raphael", True),
        ("hebergement", True),
        ("aix", False),
    ],
)
def test_search_minds_neither_accents_nor_order(words: str, found: bool) -> None:
    one = view("Énergies Alternatives", sites=("Saint-Raphaël",))
    assert rules.matches(one, words=words, etape_id=None, fonction_id=None) is found


def test_search_by_step_and_by_kind_of_support() -> None:
    step, kind = uuid4(), uuid4()
    one = view("Place", etape_ids=(step,), fonction_ids=(kind,))
    assert rules.matches(one, words="", etape_id=step, fonction_id=kind)
    assert not rules.matches(one, words="", etape_id=kind, fonction_id=None)
    assert not rules.matches(one, words="", etape_id=None, fonction_id=step)


def test_roles_that_may_be_given() -> None:
    assert set(rules.invitable_roles(actor(Role.FACILITATOR))) == set(Role)
    for role in (Role.PARTNER, Role.TREASURER, Role.OBSERVER):
        assert set(rules.invitable_roles(actor(role))) == {Role.PARTNER, Role.OBSERVER}


def test_last_facilitator_stays_one() -> None:
    for becomes in (Role.PARTNER, Role.TREASURER, Role.OBSERVER, None):
        with pytest.raises(RuleBroken, match="error-last-facilitator"):
            rules.check_last_facilitator(was=Role.FACILITATOR, becomes=becomes, facilitators=1)
        rules.check_last_facilitator(was=Role.FACILITATOR, becomes=becomes, facilitators=2)
        rules.check_last_facilitator(was=Role.PARTNER, becomes=becomes, facilitators=1)
    rules.check_last_facilitator(was=Role.FACILITATOR, becomes=Role.FACILITATOR, facilitators=1)


@pytest.mark.parametrize(("role", "structure_id"), list(product(Role, (OWN, OTHER))))
def test_abilities_on_a_structure(role: Role, structure_id: UUID) -> None:
    may = rules.structure_abilities(actor(role), GROUP, structure_id, is_host=False)
    everywhere = role is Role.FACILITATOR
    at_home = role in (Role.PARTNER, Role.TREASURER) and structure_id == OWN
    assert may == StructureAbilities(
        may_change=everywhere or at_home, may_leave=everywhere, may_invite=everywhere or at_home
    )


def test_nobody_may_anything_on_another_groups_structure() -> None:
    for role in Role:
        may = rules.structure_abilities(actor(role, group_id=uuid4()), GROUP, OWN, is_host=False)
        assert may == NOTHING
    may = rules.structure_abilities(ANONYMOUS, GROUP, OWN, is_host=False)
    assert may == NOTHING


def test_host_never_leaves() -> None:
    assert not rules.structure_abilities(actor(Role.FACILITATOR), GROUP, OWN, is_host=True).may_leave
