"""Methods of reflection as data, and the live sessions in which people use them."""
