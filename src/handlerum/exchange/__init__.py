"""Files in and out: readers, import, and the example organisation."""
