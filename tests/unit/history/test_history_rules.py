"""Two sheets compared: every line once, pieces that make both lines, moves, and what people read."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from hypothesis import given, settings
from hypothesis import strategies as st

from workspace.history.replay import cuts
from workspace.history.rules import compare, pieces, sheet
from workspace.history.words import Line, LineFate, LineRole, Piece
from workspace.livetext.words import Block, Run

WORDS = st.lists(st.sampled_from("un une le projet idée aide vous l’atelier demain .".split()), max_size=14)  # noqa: SIM905
TEXTS = WORDS.map(" ".join)


def line(text: str, zone: str = "level1", role: LineRole = LineRole.PARAGRAPH) -> Line:
    return Line(zone, role, (Run(text),))


def lines(*texts: str, zone: str = "level1") -> list[Line]:
    return [line(text, zone) for text in texts]


@given(st.lists(TEXTS, max_size=12), st.lists(TEXTS, max_size=12))
@settings(max_examples=300, deadline=None)
def test_every_line_stands_once_and_pieces_make_both_sheets(old: list[str], new: list[str]) -> None:
    before, after = lines(*old), lines(*new)
    comparison = compare(before, after)
    changes = comparison.changes
    assert [change.new for change in changes if change.new is not None] == after
    gone = sorted(change.old_at for change in changes if change.old_at is not None)
    assert gone == list(range(len(before)))
    for change in changes:
        assert change.old == (before[change.old_at] if change.old_at is not None else None)
        assert "".join(piece.old for piece in change.pieces) == (change.old.text if change.old else "")
        assert "".join(piece.new for piece in change.pieces) == (change.new.text if change.new else "")


@given(TEXTS, TEXTS)
@settings(max_examples=300, deadline=None)
def test_pieces_make_both_lines(old: str, new: str) -> None:
    made = pieces(old, new)
    assert "".join(piece.old for piece in made) == old
    assert "".join(piece.new for piece in made) == new


def test_one_word_changed_is_one_word_shown() -> None:
    before, after = lines("On vous accueille le mardi à Marseille."), lines("On vous reçoit le mardi à Marseille.")
    comparison = compare(before, after)
    assert comparison.changes[0].fate is LineFate.CHANGED
    assert comparison.changes[0].pieces == (
        Piece("On vous ", "On vous "),
        Piece("accueille", "reçoit"),
        Piece(" le mardi à Marseille.", " le mardi à Marseille."),
    )
    assert (comparison.words_added, comparison.words_removed) == (1, 1)


def test_a_phrase_rewritten_is_read_as_one_change() -> None:
    made = pieces("Nous aidons les porteurs de projet.", "Chaque structure accueille de près.")
    assert [piece for piece in made if piece.old == piece.new and piece.new.strip(" .")] == []


def test_a_paragraph_moved_is_moved_and_counts_no_word() -> None:
    first, second, third = "Une idée suffit.", "On vous accueille partout.", "La porte est ouverte à tous."
    comparison = compare(lines(first, second, third), lines(second, third, first))
    moved = [change for change in comparison.changes if change.moved]
    assert [change.new.text for change in moved if change.new] == [first]
    assert (comparison.words_added, comparison.words_removed, comparison.lines_moved) == (0, 0, 1)
    assert not comparison.is_same


def test_a_paragraph_taken_to_the_verso_and_shortened_is_moved_and_changed() -> None:
    said = "Les couveuses permettent de tester une activité sans risque pendant un an."
    after = [*lines("Essayer."), *lines("Plus loin.", said.replace(" sans risque", ""), zone="level2")]
    comparison = compare([*lines("Essayer.", said), *lines("Plus loin.", zone="level2")], after)
    moved = next(change for change in comparison.changes if change.moved)
    assert moved.fate is LineFate.CHANGED
    assert (comparison.words_added, comparison.words_removed) == (0, 2)


def test_same_words_in_bold_are_restyled() -> None:
    bold = [Line("level1", LineRole.PARAGRAPH, (Run("Une idée", bold=True),))]
    comparison = compare(lines("Une idée"), bold)
    assert comparison.changes[0].restyled
    assert not comparison.is_same
    assert comparison.words_added == 0


def test_a_sheet_has_its_lines_in_reading_order() -> None:
    content = {
        "level1": (
            Block("heading", {"level": 2}, (Run("Trois gestes"),)),
            Block("bulletList", children=(
                Block("listItem", children=(Block("paragraph", runs=(Run("Dire"),)),)),
                Block("listItem", children=(Block("paragraph", runs=(Run("Écouter"),)),)),
            )),
            Block("paragraph"),
            Block("table", children=(Block("tableRow", children=(
                Block("tableCell", children=(Block("paragraph", runs=(Run("Jour"),)),)),
                Block("tableCell", children=(Block("paragraph", runs=(Run("Lieu"),)),)),
            )),)),
            Block("figure", {"picture": "1", "alt": "Un plan"}),
        ),
        "level2": (Block("blockquote", children=(Block("paragraph", runs=(Run("Venez."),)),)),),
    }  # fmt: skip
    made = sheet(content, title="Partir", accroche="Une idée suffit.")
    assert [(one.role.value, one.text, one.zone) for one in made] == [
        ("title", "Partir", ""),
        ("accroche", "Une idée suffit.", ""),
        ("heading", "Trois gestes", "level1"),
        ("item", "Dire", "level1"),
        ("item", "Écouter", "level1"),
        ("row", "Jour | Lieu", "level1"),
        ("figure", "Un plan", "level1"),
        ("quote", "Venez.", "level2"),
    ]


def test_replay_is_cut_where_somebody_else_writes_or_after_a_pause() -> None:
    start, one, two = datetime(2026, 11, 26, tzinfo=UTC), uuid4(), uuid4()
    rows = [
        (start, one, b""),
        (start + timedelta(seconds=5), one, b""),
        (start + timedelta(seconds=9), two, b""),
        (start + timedelta(minutes=9), two, b""),
    ]
    assert cuts(rows) == [1, 2, 3]
    assert cuts([]) == []
    many = [(start + timedelta(minutes=2 * index), one, b"") for index in range(500)]
    assert len(cuts(many, maximum=60)) <= 60
    assert cuts(many, maximum=60)[-1] == 499


def test_words_added_in_the_middle_of_a_sentence_are_one_piece() -> None:
    made = pieces("Écrit juste avant.", "Écrit juste  Et pendant la lecture.avant.")
    assert [piece for piece in made if piece.old != piece.new] == [Piece(" ", "  Et pendant la lecture.")]
    apart = pieces("un deux trois", "un puis deux enfin trois")
    assert [piece.new for piece in apart if piece.old != piece.new] == ["puis ", " enfin"]
