package price

// VAT is a percentage.
const VAT = 19
