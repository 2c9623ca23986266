"""What a .docx says of itself: its properties, in effect, against the page format."""
