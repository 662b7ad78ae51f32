// Package robot obeys commands.
package robot

import "reflect"

type Robot struct{ Position int }

func (r *Robot) Forward() { r.Position++ }

func (r *Robot) Back() { r.Position-- }

func (r *Robot) Obey(command string) {
	reflect.ValueOf(r).MethodByName(command).Call(nil) //crash:blame
}
