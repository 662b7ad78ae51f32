// Package sessions forgets those that are too old.
package sessions

type Session struct {
	User string
	Age  int
}

func Expire(sessions []Session, limit int) []Session {
	for i, session := range sessions {
		if session.Age > limit {
			sessions = append(sessions[:i], sessions[i+1:]...) //crash:blame
		}
	}
	return sessions
}
