"""The web door: pages that work without JavaScript, then swap a piece of themselves with htmx."""
