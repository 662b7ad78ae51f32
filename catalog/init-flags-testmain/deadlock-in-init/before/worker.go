// Package worker resizes pictures in the background.
package worker

type Settings struct{ Width int }

var (
	settings = make(chan Settings)
	ready    = make(chan struct{})
	width    int
)

func init() {
	go run()
	<-ready //crash:blame
}

func run() {
	width = (<-settings).Width
	close(ready)
}

func Configure(s Settings) { settings <- s }

func Width() int {
	<-ready
	return width
}
