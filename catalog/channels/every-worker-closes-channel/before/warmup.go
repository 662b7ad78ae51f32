// Package warmup loads the shards of a search index.
package warmup

import "sync/atomic"

type Index struct {
	loaded atomic.Int32
}

// Load loads the shards; the channel is closed when the index can be searched.
func (x *Index) Load(shards ...string) <-chan struct{} {
	ready := make(chan struct{})
	for _, shard := range shards {
		go x.load(shard, ready)
	}
	return ready
}

func (x *Index) load(shard string, ready chan<- struct{}) {
	defer close(ready)
	if shard != "" {
		x.loaded.Add(1)
	}
} //crash:blame

func (x *Index) Loaded() int { return int(x.loaded.Load()) }
