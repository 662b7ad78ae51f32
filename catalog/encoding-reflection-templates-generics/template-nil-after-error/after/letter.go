// Package letter writes letters from templates.
package letter

import (
	"html/template"
	"io"
)

func Write(w io.Writer, file, name string) error {
	letter, err := template.ParseFiles(file)
	if err != nil {
		return err
	}
	return letter.Execute(w, name)
}
