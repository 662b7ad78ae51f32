// Package drain lets requests finish before the server stops.
package drain

import "sync"

type Server struct {
	open    sync.WaitGroup
	aborted int
}

type Request struct {
	server *Server
}

func (s *Server) Begin() *Request {
	s.open.Add(1)
	return &Request{server: s}
}

// Finish ends the request; handlers defer it.
func (r *Request) Finish() {
	r.server.open.Done() //crash:blame
}

// Abort gives the request up.
func (r *Request) Abort() {
	r.server.aborted++
	r.server.open.Done()
}

// Drain waits for all requests and says how many were aborted.
func (s *Server) Drain() int {
	s.open.Wait()
	return s.aborted
}
