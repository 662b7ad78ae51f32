// Package server reads the settings of servers.
package server

import "encoding/json"

type Server struct {
	Host string
	Port int
}

func (s *Server) UnmarshalJSON(data []byte) error {
	type plain Server
	s.Port = 443
	return json.Unmarshal(data, (*plain)(s))
}
