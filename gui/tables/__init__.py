"""Tables: models over rows and arrays, the view with frozen columns and a total, and its delegates."""
