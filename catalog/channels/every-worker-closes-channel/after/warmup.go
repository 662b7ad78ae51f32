// Package warmup loads the shards of a search index.
package warmup

import (
	"sync"
	"sync/atomic"
)

type Index struct {
	loaded atomic.Int32
}

// Load loads the shards; the channel is closed when the index can be searched.
func (x *Index) Load(shards ...string) <-chan struct{} {
	ready := make(chan struct{})
	var loading sync.WaitGroup
	for _, shard := range shards {
		loading.Add(1)
		go x.load(shard, &loading)
	}
	go func() {
		loading.Wait()
		close(ready)
	}()
	return ready
}

func (x *Index) load(shard string, loading *sync.WaitGroup) {
	defer loading.Done()
	if shard != "" {
		x.loaded.Add(1)
	}
}

func (x *Index) Loaded() int { return int(x.loaded.Load()) }
