"""Official documents of Chinese schools and offices from structured data."""
