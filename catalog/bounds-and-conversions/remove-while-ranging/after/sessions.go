// Package sessions forgets those that are too old.
package sessions

import "slices"

type Session struct {
	User string
	Age  int
}

func Expire(sessions []Session, limit int) []Session {
	return slices.DeleteFunc(sessions, func(session Session) bool { return session.Age > limit })
}
