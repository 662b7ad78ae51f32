// Package robot obeys commands.
package robot

type Robot struct{ Position int }

func (r *Robot) Forward() { r.Position++ }

func (r *Robot) Back() { r.Position-- }

func (r *Robot) Obey(command string) {
	commands := map[string]func(){"Forward": r.Forward, "Back": r.Back}
	if obey, known := commands[command]; known {
		obey()
	}
}
