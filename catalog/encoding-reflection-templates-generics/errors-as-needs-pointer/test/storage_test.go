package storage

import "testing"

func TestQuotaError(t *testing.T) {
	if got := Left(Put(100, 30)); got != 30 {
		t.Errorf("%d bytes would have fitted", got)
	}
}
