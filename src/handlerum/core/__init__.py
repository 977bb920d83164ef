"""What every room may use: the clock and Danish text. No domain."""
