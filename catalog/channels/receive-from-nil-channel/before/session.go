// Package session tells when a user has logged in.
package session

type Session struct {
	user     string
	loggedIn chan struct{}
}

func New(user string) *Session {
	return &Session{user: user, loggedIn: make(chan struct{})}
}

// Guest is a session that needs no login.
func Guest() *Session {
	return &Session{user: "guest"}
}

func (s *Session) LogIn() { close(s.loggedIn) }

// User waits for the login.
func (s *Session) User() string {
	<-s.loggedIn //crash:blame
	return s.user
}
