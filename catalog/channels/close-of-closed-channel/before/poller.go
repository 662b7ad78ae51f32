// Package poller looks for new mail now and then.
package poller

import "time"

type Poller struct {
	quit chan struct{}
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
	close(p.quit) //crash:blame
}
