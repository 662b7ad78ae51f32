// Package users remembers who has logged in.
package users

import "sync"

type User struct {
	Name  string
	Admin bool
}

var cache sync.Map

func LogIn(name string, admin bool) {
	cache.Store(name, &User{Name: name, Admin: admin})
}

func IsAdmin(name string) bool {
	found, ok := cache.Load(name)
	return ok && found.(*User).Admin
}
