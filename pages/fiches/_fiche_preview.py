"""A fiche as it will look, beside the editor and while people write: the sheet, recto and verso, and the phone."""

from __future__ import annotations

import functools
import math
from pathlib import Path
from uuid import UUID

import streamlit as st

from pages.fiches import keys
from pages.fiches._scene import draw
from pages.shell.i18n import t
from pages.shell.session import require_actor
from workspace.lightness import service
from workspace.lightness.words import FichePreview
from workspace.publishing.words import SideFit

SHAPES = ("sheet", "phone")
SECONDS = 4
_RULES = Path(__file__).with_name("preview.css")


def switch() -> None:
    """The switch that opens and closes the preview, among the fiche's buttons."""
    st.toggle(t("lightness-preview"), help=t("lightness-preview-help"), key=keys.PREVIEW)


def pane(fiche_id: UUID) -> None:
    """The preview after the editor; on a wide screen it stands beside it, and the text keeps its place."""
    if st.session_state.get(keys.PREVIEW):
        draw(_style())
        with st.container(key="cf-fiche-preview"):
            _shapes(fiche_id)


@functools.cache
def _style() -> str:
    return f"<style>{_RULES.read_text(encoding='utf-8')}</style>"


@st.fragment(run_every=SECONDS)
def _shapes(fiche_id: UUID) -> None:
    shape = st.segmented_control(
        t("lightness-preview"),
        SHAPES,
        default=SHAPES[0],
        required=True,
        format_func=lambda one: t(f"lightness-preview-{one}"),
        label_visibility="collapsed",
        key=keys.PREVIEW_SHAPE,
    )
    made = service.preview_fiche(require_actor(), fiche_id, more=t("lightness-phone-more"))
    if shape == "phone":
        name = t("lightness-preview-phone")
        draw(f'<div class="cp-frame" role="region" tabindex="0" aria-label="{name}">{made.phone}</div>')
    else:
        _sheet(made)


def _sheet(made: FichePreview) -> None:
    if made.fits is None:
        st.info(t("lightness-preview-unknown"), icon=":material/hourglass_empty:")
        return
    for fit, image in zip(made.fits, made.sides, strict=True):
        side = t(f"lightness-zone-{fit.side.value}")
        # The caption is also what a screen reader says of the image.
        st.image(image, caption=f"{t('lightness-preview-side', side=side)}. {_said(fit)}.", width="stretch")


def _said(fit: SideFit) -> str:
    if fit.fits:
        return t("lightness-fits")
    return t("lightness-fits-not", count=fit.over_lines, mm=math.ceil(fit.over_mm))
