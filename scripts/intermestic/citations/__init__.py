"""Sources and pages as works that can be cited: in words, and for reference managers."""
