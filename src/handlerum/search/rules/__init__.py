"""Pure rules of search: weigh, spare repeats, balance, and make an order again."""
