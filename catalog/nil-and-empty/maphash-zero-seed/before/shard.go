// Package shard spreads keys over places.
package shard

import "hash/maphash"

type Table struct {
	Places int
	seed   maphash.Seed
}

func (t *Table) Place(key string) int {
	return int(maphash.String(t.seed, key) % uint64(t.Places)) //crash:blame
}
