// Package worker resizes pictures in the background.
package worker

type Settings struct{ Width int }

var (
	settings = make(chan Settings)
	ready    = make(chan struct{})
	width    int
)

func run() {
	width = (<-settings).Width
	close(ready)
}

func Configure(s Settings) {
	go run()
	settings <- s
}

func Width() int {
	<-ready
	return width
}
