"""How the tables of a store came to be: Alembic runs these in order."""
