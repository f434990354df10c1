"""Parts of pages that are more than one control; each shows values and knows no session."""
