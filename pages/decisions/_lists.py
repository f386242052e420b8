"""The list of proposals and the register, as light lists."""

from __future__ import annotations

from uuid import UUID

from pages.decisions import _consequences
from pages.decisions._scene import method_label
from pages.fiches._scene import draw, text_of
from pages.shell.formats import day, when
from pages.shell.i18n import t
from workspace.decisions.views import OutcomeView, ProposalLine
from workspace.decisions.words import Stage, Verdict
from workspace.kernel.clock import local


def address(proposal_id: UUID) -> str:
    """Where a decision is read and voted on."""
    return f"/decision?decision={proposal_id}"


def proposals(lines: tuple[ProposalLine, ...], zone: str) -> None:
    """One line a proposal: its title, how it is decided, until when, how many have voted."""
    items = "".join(_proposal(line, zone) for line in lines)
    draw(f'<div class="cf"><ul class="cd-lines" aria-label="{t("decisions-open")}">{items}</ul></div>')


def _proposal(line: ProposalLine, zone: str) -> str:
    mine = f'<span class="cd-mine">{t("decision-awaits-me")}</span> · ' if line.awaits_me else ""
    said = {
        Stage.OPEN: t("decision-until", date=when(line.closes_at, zone)),
        Stage.SCHEDULED: t("decision-from", date=when(line.opens_at, zone)),
        Stage.CLOSED: t("decision-counting"),
        Stage.WITHDRAWN: t("decision-stage-withdrawn"),
    }[line.stage]
    again = f" · {t('objection-round', round=line.round)}" if line.round > 1 else ""
    cast = t("decision-roll-count", cast=line.cast, roll=line.roll)
    return (
        f'<li><div><a class="cf-name" href="{address(line.proposal_id)}">{text_of(line.title)}</a>'
        f'<p class="cf-soft">{mine}{text_of(method_label(line.method))}{again}</p></div>'
        f'<div class="cd-end"><p>{said}</p><p class="cf-soft">{cast}</p></div></li>'
    )


def register(outcomes: tuple[OutcomeView, ...], zone: str) -> None:
    """One line an outcome, the latest first."""
    items = "".join(_outcome(one, zone) for one in outcomes)
    draw(f'<div class="cf"><ul class="cd-lines" aria-label="{t("decisions-register")}">{items}</ul></div>')


def _outcome(one: OutcomeView, zone: str) -> str:
    said = verdict(one)
    review = f'<p class="cf-soft">{t("decision-review-on", date=day(one.review_on))}</p>' if one.review_on else ""
    deed = _consequences.did(one, zone)
    did = f'<p class="cf-soft">{text_of(deed)}</p>' if deed else ""
    title = text_of(t("register-number", number=one.number, title=one.title))
    return (
        f'<li><div><a class="cf-name" href="{address(one.proposal_id)}">{title}</a><p>{text_of(said)}</p>{did}</div>'
        f'<div class="cd-end"><p>{day(local(one.decided_at, zone).date())}</p>{review}</div></li>'
    )


def verdict(one: OutcomeView) -> str:
    """What was decided, in a few words; without quorum it is an advice."""
    name = one.verdict.value.replace("_", "-")
    if not one.is_advisory:
        return t(f"verdict-{name}", winner=one.winner)
    # Without quorum nothing is chosen, whatever comes first.
    said = t("verdict-leading" if one.verdict is Verdict.CHOSEN else f"verdict-{name}", winner=one.winner)
    return t("verdict-advisory", said=said)
