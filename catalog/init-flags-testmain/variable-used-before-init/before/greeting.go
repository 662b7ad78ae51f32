// Package greeting greets visitors in the language of the site.
package greeting

type Settings struct{ Language string }

var settings *Settings

var greeting = text()

func init() { settings = load() }

func load() *Settings { return &Settings{Language: "de"} }

func text() string {
	if settings.Language == "de" { //crash:blame
		return "Guten Tag"
	}
	return "Hello"
}

func Greeting() string { return greeting }
