"""What a member sees. The only folder that imports streamlit."""
