"""The tables and functions from which ../generate.py writes the CSV files of the demo."""
