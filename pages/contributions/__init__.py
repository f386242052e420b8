"""The screens of contributions and adhesions."""
