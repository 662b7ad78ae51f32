// Package session ends sessions that nobody uses.
package session

import "time"

type Session struct {
	idle  time.Timer
	Ended bool
}

func (s *Session) Touch() {
	s.idle = *time.AfterFunc(time.Minute, func() { s.Ended = true })
}

func (s *Session) Close() {
	s.idle.Stop() //crash:blame
	s.Ended = true
}
