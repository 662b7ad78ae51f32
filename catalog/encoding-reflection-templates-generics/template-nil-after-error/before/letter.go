// Package letter writes letters from templates.
package letter

import (
	"html/template"
	"io"
)

func Write(w io.Writer, file, name string) error {
	letter, _ := template.ParseFiles(file)
	return letter.Execute(w, name) //crash:blame
}
