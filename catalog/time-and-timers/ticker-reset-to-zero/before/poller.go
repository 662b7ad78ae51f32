// Package poller asks a mailbox for news.
package poller

import "time"

type Poller struct{ ticker *time.Ticker }

func New(every time.Duration) *Poller { return &Poller{ticker: time.NewTicker(every)} }

// Every changes how often it asks; 0 pauses it.
func (p *Poller) Every(interval time.Duration) {
	p.ticker.Reset(interval) //crash:blame
}

func (p *Poller) Ticks() <-chan time.Time { return p.ticker.C }
