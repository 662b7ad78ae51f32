// Package robot carries out commands.
package robot

type Robot struct{ X, Y int }

var commands = map[string]func(*Robot){
	"left":  func(r *Robot) { r.X-- },
	"right": func(r *Robot) { r.X++ },
	"up":    func(r *Robot) { r.Y++ },
	"down":  func(r *Robot) { r.Y-- },
}

func (r *Robot) Do(words ...string) error {
	for _, word := range words {
		commands[word](r) //crash:blame
	}
	return nil
}
