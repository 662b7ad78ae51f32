// Package greet words greetings.
package greet

func Greeting(name string) string { return "Hello " + name }
