package primes

import "testing"

var limit = sizeOfRun()

func sizeOfRun() int {
	if testing.Short() { //crash:blame
		return 100
	}
	return 10_000
}

func TestThereArePrimes(t *testing.T) {
	if Below(limit) < 25 {
		t.Errorf("%d primes below %d", Below(limit), limit)
	}
}
