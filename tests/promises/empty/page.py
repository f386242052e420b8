"""An empty page: one button that counts its clicks."""

import streamlit as st

st.session_state.setdefault("clicks", 0)
if st.button("Rien", key="nothing"):
    st.session_state["clicks"] += 1
st.write(f"clics {st.session_state['clicks']}")
