// Package greeting greets visitors in the language of the site.
package greeting

type Settings struct{ Language string }

var settings = load()

var greeting = text()

func load() *Settings { return &Settings{Language: "de"} }

func text() string {
	if settings.Language == "de" {
		return "Guten Tag"
	}
	return "Hello"
}

func Greeting() string { return greeting }
