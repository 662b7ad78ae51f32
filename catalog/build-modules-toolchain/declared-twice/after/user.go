// Package user knows the users.
package user

type User struct{ Name string }
