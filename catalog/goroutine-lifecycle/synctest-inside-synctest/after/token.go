// Package token is valid for an hour and then renewed.
package token

import "time"

type Token struct {
	made time.Time
}

func New() *Token { return &Token{made: time.Now()} }

// Valid says whether the token can still be used.
func (t *Token) Valid() bool { return time.Since(t.made) < time.Hour }

// Renew starts another hour.
func (t *Token) Renew() { t.made = time.Now() }
