"""Template packages that come with docgen. No code."""
