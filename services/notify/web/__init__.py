"""The pages behind the receipt and behind the links of letters."""
