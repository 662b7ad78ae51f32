// Package decode reads records from lines.
package decode

import "strings"

type Decoder interface{ Decode(fields []string) }

type User struct{ Name string }

func (u *User) Decode(fields []string) {
	u.Name = fields[0]
}

func line[T any, P interface {
	*T
	Decoder
}](text string) *T {
	value := P(new(T))
	value.Decode(strings.Split(text, ";"))
	return value
}

func UserOf(text string) *User { return line[User](text) }
