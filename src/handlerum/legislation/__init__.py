"""Acts and orders, their editions over time, and what each provision gives room for."""
