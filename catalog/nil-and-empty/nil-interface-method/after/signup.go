// Package signup registers people.
package signup

type Mailer interface {
	Greet(address string) error
}

type noMailer struct{}

func (noMailer) Greet(string) error { return nil }

type Service struct {
	Mailer Mailer
	known  map[string]bool
}

func New() *Service {
	return &Service{Mailer: noMailer{}, known: make(map[string]bool)}
}

func (s *Service) SignUp(address string) error {
	if s.known[address] {
		return nil
	}
	s.known[address] = true
	return s.Mailer.Greet(address)
}
