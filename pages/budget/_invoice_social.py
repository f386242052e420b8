"""What goes to the URSSAF for an artist-author's invoice: what is withheld, what is owed, when it is declared."""

from __future__ import annotations

import streamlit as st

from budget.spending.words import InvoiceView, Payee
from pages.shell.formats import day, money
from pages.shell.i18n import t
from pages.shell.navigation import page_of
from pages.widgets.plain import plain


def draw(view: InvoiceView) -> None:
    """Draw it where there is any."""
    left = view.left[Payee.URSSAF]
    if not (view.withheld_cents or view.draft.side_cents):
        return
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**{t('invoice-social')}**")
        if view.withheld_cents:
            kept, supplier = plain(money(view.withheld_cents)), plain(view.shown.supplier)
            st.markdown(t("invoice-withheld", amount=kept, supplier=supplier))
            st.caption(t("invoice-withheld-source", source=plain(view.withheld_source)))
        if left <= 0:
            st.markdown(t("invoice-social-nothing"))
        elif view.urssaf_on is None:
            st.markdown(t("invoice-social-later", amount=plain(money(left))))
        else:
            st.markdown(t("invoice-social-due", amount=plain(money(left)), day=day(view.urssaf_on)))
        st.page_link(page_of("taux"), label=t("rates-title"), icon=":material/percent:")
