"""Forms for people with only Word or WPS: a template as a .docx to fill in, and the plan read back."""
