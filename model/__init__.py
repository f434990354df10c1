"""What is true about coverage. Knows no Qt, thread, clock, locale or settings."""
