"""Records to files and frames: JSON lines, the eight tables as CSV and Parquet, and back."""
