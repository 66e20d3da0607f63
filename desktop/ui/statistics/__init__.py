"""How a person's reading goes, drawn as plots."""
