"""Summaries and figures as paper: SVG, PDF and pictures of pages."""
