package primes

import "testing"

func sizeOfRun() int {
	if testing.Short() {
		return 100
	}
	return 10_000
}

func TestThereArePrimes(t *testing.T) {
	limit := sizeOfRun()
	if Below(limit) < 25 {
		t.Errorf("%d primes below %d", Below(limit), limit)
	}
}
