"""Marks on pages: painting, making, editing, listing."""
