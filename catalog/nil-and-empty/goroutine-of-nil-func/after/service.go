// Package service restarts what has stopped.
package service

type Service struct {
	// AfterRestart runs in the background.
	AfterRestart func()
	Restarts     int
}

func (s *Service) Restart() {
	s.Restarts++
	if s.AfterRestart != nil {
		go s.AfterRestart()
	}
}
