// Package poller looks for new mail now and then.
package poller

import (
	"sync"
	"time"
)

type Poller struct {
	quit chan struct{}
	stop sync.Once
}

func Start(every time.Duration, look func()) *Poller {
	p := &Poller{quit: make(chan struct{})}
	go func() {
		ticks := time.NewTicker(every)
		defer ticks.Stop()
		for {
			select {
			case <-ticks.C:
				look()
			case <-p.quit:
				return
			}
		}
	}()
	return p
}

// Stop ends polling.
func (p *Poller) Stop() {
	p.stop.Do(func() { close(p.quit) })
}
