"""One module a version of the tables; they are never changed once released."""
