"""Images: the group's pictures, where each is used, how large it prints, whose it is."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from pages.fiches import _image_form, keys
from pages.fiches._scene import draw, fiche_link, text_of
from pages.fiches._style import use_style
from pages.shell.formats import number
from pages.shell.i18n import t
from pages.shell.navigation import page_of
from pages.shell.session import require_actor
from workspace.fiches import pictures, printing
from workspace.fiches.album_words import Album, AlbumPicture, Elsewhere, Licence, PicturePlace, PictureUse, Sharpness

PAGE = 20


def page() -> None:
    """Draw the album, the latest first."""
    actor = require_actor()
    st.page_link(page_of("fiches"), label=t("fiche-back"), icon=":material/arrow_back:")
    st.title(t("images-title"), anchor=False)
    st.caption(t("images-lead"))
    use_style()
    album = pictures.view_album(actor)
    if not album.pictures:
        st.info(t("images-empty"))
        return
    small = sum(any(use.sharpness is not Sharpness.SHARP for use in one.uses) for one in album.pictures)
    unsaid = sum(one.draft.licence is Licence.UNSAID for one in album.pictures)
    st.write(t("images-count", count=len(album.pictures)))
    if small:
        st.warning(t("images-small-count", count=small), icon=":material/print:")
    if unsaid:
        st.info(t("images-unsaid-count", count=unsaid), icon=":material/copyright:")
    shown = int(st.session_state.get(keys.IMAGES_SHOWN, PAGE))
    for one in album.pictures[:shown]:
        _card(one, album)
    if shown < len(album.pictures) and st.button(t("images-more"), key="images.more"):
        st.session_state[keys.IMAGES_SHOWN] = shown + PAGE
        st.rerun()


def _card(one: AlbumPicture, album: Album) -> None:
    with st.container(border=True):
        draw(_picture(one))
        if album.may_describe and st.button(
            t("images-describe"), icon=":material/copyright:", key=f"images.{one.picture_id}"
        ):
            _image_form.open_form(one)


def _picture(one: AlbumPicture) -> str:
    alt = next((use.alt for use in one.uses if use.alt), t("images-unused-alt"))
    size = t("images-size", width=number(one.width), height=number(one.height), sharp=number(one.sharp_mm / 10))
    licence = t(f"images-licence-{one.draft.licence.value or 'unsaid'}")
    credit = " · ".join(text_of(part) for part in (one.draft.credit, licence, one.draft.source) if part)
    places = "".join(_place(place) for place in one.places)
    uses = "".join(_use(use) for use in one.uses) + places or f'<li class="cf-soft">{t("images-unused")}</li>'
    copies = "".join(
        f'<a href="/pictures/{one.picture_id}?print={millimetres}" download>'
        f"{t('images-print-copy', width=number(millimetres / 10))}</a>"
        for millimetres in reversed(printing.PRINT_WIDTHS)
    )
    return (
        f'<div class="cf cf-picture"><img src="/pictures/{one.picture_id}?w=320" alt="{text_of(alt)}" loading="lazy">'
        f'<div><p>{size}</p><p class="cf-soft">{credit}</p><ul>{uses}</ul>'
        f'<p class="cf-copies">{copies}</p></div></div>'
    )


def _place(place: PicturePlace) -> str:
    """A line for what is no fiche: a clause, a version that keeps the picture, a decision."""
    if place.kind is Elsewhere.DECISION:
        address = f"/decision?decision={place.object_id}"
    else:
        address = "/cahier?" + urlencode({"cahier": str(place.object_id), "clause": place.part})
    said = t(f"images-in-{place.kind.value}", number=place.number)
    return f'<li><a href="{address}">{text_of(place.title)}</a>, {said}</li>'


def _use(use: PictureUse) -> str:
    side = t(f"fiche-{use.fragment}")
    printed = t(f"images-{use.sharpness.value}", width=number(use.width_mm / 10), ppi=use.ppi)
    alt = f"<q>{text_of(use.alt)}</q>" if use.alt else f'<b class="cf-fault">{t("images-no-alt")}</b>'
    return (
        f"<li>{fiche_link(use.fiche_id, use.title)}, {side} · "
        f'<span class="cf-p-{use.sharpness.value}">{printed}</span><br>'
        f'<span class="cf-soft">{t("images-alt")}</span> {alt}</li>'
    )


page()
