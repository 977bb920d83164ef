"""Finding by meaning: encoders, passages, vectors on disk, and the nearest of them."""
