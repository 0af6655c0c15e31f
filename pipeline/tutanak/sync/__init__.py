"""New releases on a schedule: what sources list is fetched, read and kept in a store."""
