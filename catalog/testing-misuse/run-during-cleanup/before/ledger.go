// Package ledger moves money between accounts.
package ledger

type Book map[string]int

func (b Book) Transfer(from, to string, amount int) {
	b[from] -= amount
	b[to] += amount
}

func (b Book) Sum() int {
	sum := 0
	for _, balance := range b {
		sum += balance
	}
	return sum
}
