// Package greet greets people.
package greet

func Greet(name, language string) string {
	if language == "fr" {
		return "Bonjour " + name
	}
	return "Hello " + name
}
