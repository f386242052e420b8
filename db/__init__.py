"""What is kept: tables, sessions, the journal, migrations, backups. It decides nothing."""
