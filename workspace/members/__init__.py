"""Groups, structures, members, invitations."""
