// Package shard spreads keys over places.
package shard

import "hash/maphash"

type Table struct {
	Places int
	seed   maphash.Seed
}

func (t *Table) Place(key string) int {
	if t.seed == (maphash.Seed{}) {
		t.seed = maphash.MakeSeed()
	}
	return int(maphash.String(t.seed, key) % uint64(t.Places))
}
