// Package console runs commands that are typed in.
package console

import (
	"fmt"
	"reflect"
	"strings"
)

var commands = map[string]any{
	"greet": func(name string) string { return "Hello " + name },
	"time":  func() string { return "noon" },
}

func Run(line string) string {
	words := strings.Fields(line)
	command := reflect.ValueOf(commands[words[0]])
	var arguments []reflect.Value
	for _, word := range words[1:] {
		arguments = append(arguments, reflect.ValueOf(word))
	}
	return fmt.Sprint(command.Call(arguments)[0]) //crash:blame
}
