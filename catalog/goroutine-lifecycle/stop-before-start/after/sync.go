// Package calendar keeps two calendars alike.
package calendar

import "context"

type Sync struct {
	cancel context.CancelFunc
	done   chan struct{}
}

// Start copies changes until Stop is called.
func (s *Sync) Start(copyChanges func(ctx context.Context)) {
	var ctx context.Context
	ctx, s.cancel = context.WithCancel(context.Background())
	s.done = make(chan struct{})
	go func() {
		defer close(s.done)
		copyChanges(ctx)
	}()
}

// Stop waits until the last change is copied.
func (s *Sync) Stop() {
	if s.cancel == nil {
		return
	}
	s.cancel()
	<-s.done
}
